/**
 * The study: which trainings there are, running each of them once, one or several at a time, in
 * this process or in others, and keeping what it left.
 *
 * <p>A plan and a {@link dev.fer4j.eval.study.CellRunner} enter; predictions, histories and markers
 * on disk and a {@link dev.fer4j.eval.study.StudyResult} leave. Training is called through the one
 * method of {@code CellRunner}, so this package knows nothing of DJL or fer-train; a {@link
 * dev.fer4j.eval.study.ForkedCellRunner} hands the cell to a process as JSON and reads the result's
 * files. fer-study and the rest of fer-eval may depend on it.
 */
package dev.fer4j.eval.study;
