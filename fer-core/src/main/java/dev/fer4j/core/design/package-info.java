/**
 * The design of a study: conditions and their training mixes, category splits, held-out people, and
 * cells with their histories and results.
 *
 * <p>Contains only values. Every module may depend on this package.
 */
package dev.fer4j.core.design;
