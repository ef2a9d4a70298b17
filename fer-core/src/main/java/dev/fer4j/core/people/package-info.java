/**
 * The ids of people: how they are normalized, and which of them look alike.
 *
 * <p>Depends on no other package; every value with a participant uses it.
 */
package dev.fer4j.core.people;
