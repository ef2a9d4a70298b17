package dev.fer4j.eval.study;

import dev.fer4j.core.design.CellResult;

/**
 * A cell whose files are in a study's folder.
 *
 * @param result the result of the training
 * @param testEvaluations how often the cell has predicted its test split in this folder
 */
record FinishedCell(CellResult result, int testEvaluations) {}
