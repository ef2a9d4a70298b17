/**
 * Drawn faces, by Java2D.
 *
 * <p>A person, an expression and a scene enter; pixels leave. Does not depend on the corpus.
 */
package dev.fer4j.toy.face;
