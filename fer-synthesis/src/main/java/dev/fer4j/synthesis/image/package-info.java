/** Conversion between pictures and arrays. Part of fer-synthesis. */
package dev.fer4j.synthesis.image;
