/**
 * The Xception network of Chollet (2017), at any width, with the numbers of the Keras application
 * or of timm's {@code legacy_xception}, and a small network in its spirit.
 *
 * <p>A configuration enters, a network of named stages leaves. Part of fer-train.
 */
package dev.fer4j.train.xception;
