/**
 * Points and boxes of an image in pixels, for those who follow landmarks and faces through an
 * augmentation. Values only.
 */
package dev.fer4j.augment.geometry;
