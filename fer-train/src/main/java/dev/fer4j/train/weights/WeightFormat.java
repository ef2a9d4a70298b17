package dev.fer4j.train.weights;

/** Formats of weight files. */
public enum WeightFormat {
    /** HDF5 of the Keras application, with weights or a whole model. */
    KERAS_HDF5,
    /** A {@code .keras} archive, or {@code .weights.h5}, of the Keras application in Keras 3. */
    KERAS_ARCHIVE,
    /** Safetensors with the names of timm's {@code legacy_xception}. */
    TIMM_SAFETENSORS,
    /** A model file of this library ({@link dev.fer4j.train.model.ModelFile}). */
    FER4J_MODEL,
    /** Safetensors with fer-synthesis's names of StyleGAN2, those of stylegan2-ada-pytorch. */
    STYLEGAN2_ADA_PYTORCH,
    /** Safetensors with the names of rosinality's stylegan2-pytorch. */
    STYLEGAN2_PYTORCH
}
