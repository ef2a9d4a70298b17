/**
 * Independent pieces of work on several threads.
 *
 * <p>Every module may depend on this package, which depends only on {@link dev.fer4j.core}.
 */
package dev.fer4j.core.parallel;
