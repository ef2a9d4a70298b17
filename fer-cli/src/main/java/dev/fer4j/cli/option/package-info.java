/** Groups of options that several commands share, each translated into one value of the library. */
package dev.fer4j.cli.option;
