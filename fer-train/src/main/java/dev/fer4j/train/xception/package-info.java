/**
 * Chollet's Xception (2017) at any width, with the constants of the Keras application or of timm's
 * {@code legacy_xception}, and a small network of the same kind.
 *
 * <p>Builds a network of named stages from a configuration. Part of fer-train.
 */
package dev.fer4j.train.xception;
