/**
 * Coordinate and colour maps, and points and boxes in pixels, for code that tracks landmarks and
 * faces through an augmentation. Contains only values and does not depend on other packages of this
 * module.
 */
package dev.fer4j.augment.transform;
