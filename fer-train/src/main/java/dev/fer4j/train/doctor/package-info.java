/**
 * What there is on this machine to compute with, and what is missing.
 *
 * <p>Nothing enters; findings leave, each with its mend. Part of fer-train; {@link
 * dev.fer4j.train.device.DeviceChoice} takes from here why a GPU cannot be used.
 */
package dev.fer4j.train.doctor;
