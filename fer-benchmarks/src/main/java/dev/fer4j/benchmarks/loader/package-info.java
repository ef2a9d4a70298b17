/**
 * The input pipeline of training: assembly of batches against DJL's own, training steps that are
 * fed by it against steps on one batch, and workers against each other.
 *
 * <p>Drawn images enter; a Markdown table leaves. Nobody depends on this package.
 */
package dev.fer4j.benchmarks.loader;
