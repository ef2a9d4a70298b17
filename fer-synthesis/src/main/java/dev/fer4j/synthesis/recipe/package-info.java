/**
 * From training frames to synthetic images that carry their labels (the paper, sections 2 and 3).
 *
 * <p>Takes frames of training recordings; returns images with a manifest. Part of fer-synthesis.
 */
package dev.fer4j.synthesis.recipe;
