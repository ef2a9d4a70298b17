package dev.fer4j.train.weights;

/** Formats of files of weights. */
public enum WeightFormat {
    /** Keras's HDF5 files of the Keras application, of weights or of a whole model. */
    KERAS_HDF5,
    /** Safetensors with the names of timm's {@code legacy_xception}. */
    TIMM_SAFETENSORS,
    /** A model file of this library ({@link dev.fer4j.train.model.ModelFile}). */
    FER4J_MODEL,
    /** Safetensors with fer-synthesis's names of StyleGAN2, those of stylegan2-ada-pytorch. */
    STYLEGAN2_ADA_PYTORCH,
    /** Safetensors with the names of rosinality's stylegan2-pytorch. */
    STYLEGAN2_PYTORCH
}
