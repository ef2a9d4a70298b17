/**
 * The whole study as an API: sources, frames, compositions, trainings, evaluation and report; and
 * the single training as a study of one cell.
 *
 * <p>Sources and settings enter, an output folder leaves. Joins fer-data, fer-train, fer-synthesis
 * and fer-eval. Its parts are the packages below it, none of which depends on this one; fer-cli and
 * applications do.
 */
package dev.fer4j.study;
