/**
 * The study: which trainings there are, running each of them once, keeping what it left.
 *
 * <p>A plan and a {@link dev.fer4j.eval.study.CellRunner} enter; predictions, histories and markers
 * on disk and a {@link dev.fer4j.eval.study.StudyResult} leave. Training is called through the one
 * method of {@code CellRunner}, so this package knows nothing of DJL or fer-train. fer-examples and
 * the rest of fer-eval may depend on it.
 */
package dev.fer4j.eval.study;
