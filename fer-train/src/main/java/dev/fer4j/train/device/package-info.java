/**
 * The devices of this machine, and the device of a training.
 *
 * <p>Nothing enters; engine, GPU and device leave as values. Part of fer-train; every package of it
 * may depend on this one.
 */
package dev.fer4j.train.device;
