/** All metrics of a set of cases at once, by evaluation unit. */
package dev.fer4j.eval.unit;
