/**
 * The devices of this machine and the choice of one for training.
 *
 * <p>Describes the engine, the GPUs and the device as values. Part of fer-train; every package of
 * it may depend on this one.
 */
package dev.fer4j.train.device;
