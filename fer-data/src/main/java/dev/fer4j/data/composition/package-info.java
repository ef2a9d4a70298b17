/**
 * Composition of training, validation and test sets from manifests: one condition under one
 * category split, counted and checked for leaks.
 *
 * <p>Converts {@link dev.fer4j.core.Manifest} values to {@link
 * dev.fer4j.data.composition.Composition} values. No files are read unless a {@link
 * dev.fer4j.data.composition.LeakageGate} also searches for near-duplicate images. Training depends
 * on this package.
 */
package dev.fer4j.data.composition;
