/** Drawn faces: a person, an expression and a scene in, pixels out. Knows no corpus. */
package dev.fer4j.toy.face;
