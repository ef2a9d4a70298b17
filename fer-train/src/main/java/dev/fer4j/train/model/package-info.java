/**
 * The use of trained networks: model files, predictions and Grad-CAM.
 *
 * <p>A model file contains a network and everything needed to use it (preprocessing, labels,
 * threshold). From a model file and images, a predictor computes logits and probabilities, and
 * Grad-CAM heat maps. Applications may depend on this package; the training loop need not.
 */
package dev.fer4j.train.model;
