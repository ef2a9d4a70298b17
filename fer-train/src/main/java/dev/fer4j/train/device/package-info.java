/**
 * The devices of this machine, the choice of one for training, and what the engine lacks for them.
 *
 * <p>Describes the engine, the GPUs and the device as values, reads arrays of any device, and runs
 * operations that DJL does not expose. Part of fer-train; every package of it may depend on this
 * one.
 */
package dev.fer4j.train.device;
