/**
 * Groups of options that several commands share.
 *
 * <p>Takes arguments; returns settings of the library, one value per group. The commands depend on
 * this package.
 */
package dev.fer4j.cli.option;
