/**
 * Tensors on disk: safetensors files, read without trusting them and written whole. Knows no
 * network.
 */
package dev.fer4j.train.tensor;
