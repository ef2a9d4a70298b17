/**
 * Groups of options that several commands share.
 *
 * <p>Arguments enter; settings of the library leave, one value for each group. The commands depend
 * on this package.
 */
package dev.fer4j.cli.option;
