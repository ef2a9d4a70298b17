/**
 * From manifests to training, validation and test sets: one condition under one split, counted and
 * checked for leaks.
 *
 * <p>{@link dev.fer4j.core.Manifest} values enter; {@link dev.fer4j.data.composition.Composition}
 * values leave. No file is read, unless a {@link dev.fer4j.data.composition.LeakageGate} also looks
 * for near-duplicate images. Training depends on this package.
 */
package dev.fer4j.data.composition;
