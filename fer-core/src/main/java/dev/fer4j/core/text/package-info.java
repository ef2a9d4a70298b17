/**
 * Text that comes from data, such as names of files and people, made safe for those who read it.
 *
 * <p>Every module may depend on this package, which depends on none.
 */
package dev.fer4j.core.text;
