/**
 * Maps of places and of colours, and points and boxes in pixels, for code that follows landmarks
 * and faces through an augmentation. Values only; depends on nothing of this module.
 */
package dev.fer4j.augment.transform;
