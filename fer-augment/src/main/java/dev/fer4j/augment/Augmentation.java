package dev.fer4j.augment;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonTypeIdResolver;

/**
 * One kind of change to training images, with the range of its parameters. In a policy's JSON its
 * {@code kind} is the record's name in lower case with hyphens, {@code horizontal-flip} for {@link
 * Geometric.HorizontalFlip}.
 *
 * <p>The families are closed: geometric augmentations are composed into one coordinate map,
 * photometric ones into one colour map, and noises into one noise. An augmentation that cannot be
 * composed splits the composition at its position. Users add their own as {@link Splitting.Custom}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM, property = "kind")
@JsonTypeIdResolver(KindOf.class)
public sealed interface Augmentation permits Geometric, Photometric, Noise, Splitting {}
