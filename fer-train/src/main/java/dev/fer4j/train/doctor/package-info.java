/**
 * A check of this machine: what is available for training and prediction, and what is missing.
 *
 * <p>Produces findings, each with its remedy. Part of fer-train; it depends on {@code
 * dev.fer4j.train.device}.
 */
package dev.fer4j.train.doctor;
