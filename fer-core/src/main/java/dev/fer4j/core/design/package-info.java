/**
 * The design of an experiment: conditions and their training mixes, category splits, people held
 * out, and a cell of it with its history and result. Values only; every module may use them.
 */
package dev.fer4j.core.design;
