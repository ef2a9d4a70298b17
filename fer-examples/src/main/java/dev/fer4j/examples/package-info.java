/**
 * Small programs that show the library at work.
 *
 * <p>Everything of fer4j may be used here; nothing may depend on this module.
 */
package dev.fer4j.examples;
