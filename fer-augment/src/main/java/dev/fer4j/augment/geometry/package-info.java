/**
 * Points and boxes of an image in pixels, to follow landmarks and faces through an augmentation.
 *
 * <p>Values only. They enter and leave {@code PlaceMap}; every package may use them.
 */
package dev.fer4j.augment.geometry;
