/** Trains one cell of a study: what a {@code CellRunner} calls. The top of fer-train. */
package dev.fer4j.train.cell;
