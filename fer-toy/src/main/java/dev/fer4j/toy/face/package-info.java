/**
 * Faces drawn with Java2D.
 *
 * <p>Takes a person, an expression and a scene; returns pixels. Does not depend on the corpus.
 */
package dev.fer4j.toy.face;
