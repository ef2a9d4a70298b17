/**
 * The execution of a study: planning its cells, running each once, one or several at a time, in
 * this process or in separate ones, and storing the results.
 *
 * <p>A plan and a {@link dev.fer4j.eval.study.CellRunner} enter; predictions, histories and markers
 * on disk and a {@link dev.fer4j.eval.study.StudyResult} leave. Training is called through the
 * single method of {@code CellRunner}, so this package depends neither on DJL nor on fer-train; a
 * {@link dev.fer4j.eval.study.ForkedCellRunner} passes the cell to a process as JSON and reads the
 * files of the result. fer-study and the rest of fer-eval may depend on it.
 */
package dev.fer4j.eval.study;
