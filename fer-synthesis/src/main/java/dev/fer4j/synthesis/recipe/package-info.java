/**
 * From training frames to synthetic images that carry their labels (the paper, sections 2 and 3).
 *
 * <p>Frames of training recordings enter, images with a manifest leave. Part of fer-synthesis.
 */
package dev.fer4j.synthesis.recipe;
