/**
 * Safetensors files, validated when they are read and written completely or not at all.
 *
 * <p>Files enter and tensors leave, or the reverse. Does not depend on networks; every package of
 * fer-train may depend on it.
 */
package dev.fer4j.train.tensor;
