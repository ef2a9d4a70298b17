/**
 * Safetensors files, validated when read and written atomically.
 *
 * <p>Independent of networks; every package of fer-train may depend on it.
 */
package dev.fer4j.train.tensor;
