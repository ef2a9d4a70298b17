/**
 * Trained networks in use: model files, predictions and Grad-CAM.
 *
 * <p>A network with what must be known to use it (preprocessing, labels, threshold) enters a model
 * file; a model file and images enter a predictor or Grad-CAM; logits, probabilities and heat maps
 * leave. Applications may depend on this package; the training loop need not.
 */
package dev.fer4j.train.model;
