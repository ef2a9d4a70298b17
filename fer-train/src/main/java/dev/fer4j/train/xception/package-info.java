/**
 * The Xception network of Chollet (2017) as the Keras application has it, at any width.
 *
 * <p>A configuration enters, a DJL block leaves. Part of fer-train.
 */
package dev.fer4j.train.xception;
