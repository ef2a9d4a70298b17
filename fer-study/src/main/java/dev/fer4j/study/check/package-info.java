/**
 * Checks of a study: whether labels leak, and whether sources give the label away.
 *
 * <p>Compositions enter, {@link dev.fer4j.eval.probe.StudyChecks} leave. May depend on settings and
 * train.
 */
package dev.fer4j.study.check;
