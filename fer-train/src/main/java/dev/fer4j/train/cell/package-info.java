/**
 * The training of one cell of a study.
 *
 * <p>Takes manifests, a training plan and a {@code Cell}; produces a {@code CellResult}. {@link
 * dev.fer4j.train.cell.CellTrainer#run} has the signature of fer-eval's {@code CellRunner}. Depends
 * on the training loop, its plan and its checkpoints; no other package of fer-train depends on it.
 */
package dev.fer4j.train.cell;
