/**
 * Conversion between pictures and arrays.
 *
 * <p>Pixels enter and arrays leave, or the reverse. Part of fer-synthesis.
 */
package dev.fer4j.synthesis.image;
