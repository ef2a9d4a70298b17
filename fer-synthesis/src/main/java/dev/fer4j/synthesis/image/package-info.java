/**
 * Between pictures and arrays.
 *
 * <p>Pixels enter and arrays leave, or the other way. Part of fer-synthesis.
 */
package dev.fer4j.synthesis.image;
