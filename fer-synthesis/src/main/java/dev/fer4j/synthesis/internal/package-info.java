/** PyTorch operations that DJL does not expose. Only fer-synthesis may depend on this package. */
package dev.fer4j.synthesis.internal;
