/**
 * Training and prediction on Deep Java Library with PyTorch.
 *
 * <p>From a {@code Composition} and a {@link dev.fer4j.train.plan.TrainingPlan}, training produces
 * a {@link dev.fer4j.train.TrainedModel}, its history and predictions. Applications may depend on
 * this package; fer-eval does not.
 */
package dev.fer4j.train;
