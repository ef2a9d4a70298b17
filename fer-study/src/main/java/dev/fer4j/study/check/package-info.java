/**
 * Checks of a study: whether labels leak, and whether sources give the label away.
 *
 * <p>Computes {@link dev.fer4j.eval.probe.StudyChecks} from compositions. May depend on the
 * settings and train packages.
 */
package dev.fer4j.study.check;
