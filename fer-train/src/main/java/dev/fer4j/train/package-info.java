/**
 * Training and prediction on Deep Java Library with PyTorch.
 *
 * <p>A {@code Composition} and a {@link dev.fer4j.train.plan.TrainingPlan} enter; a {@link
 * dev.fer4j.train.TrainedModel}, its history and predictions leave. Applications may depend on this
 * package; fer-eval never does.
 */
package dev.fer4j.train;
