package dev.fer4j.train;

import dev.fer4j.core.Progress;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.train.internal.Score;
import dev.fer4j.train.plan.TrainingPlan;
import java.util.Locale;

/** Reports progress to listeners: one line per epoch, updated at each step. */
final class ProgressReporter {

    private final int epochs;
    private final TrainingOptions options;
    private final int steps;
    private final String task;

    ProgressReporter(
            TrainingPlan plan, Composition composition, TrainingOptions options, int steps) {
        this.epochs = plan.epochs();
        this.options = options;
        this.steps = steps;
        this.task = "training " + composition.condition().title();
    }

    /** Reports a step; the epoch's last one is reported with the validation scores. */
    void stepEnded(TrainingProgress progress, double loss, Score score) {
        options.listener()
                .stepEnded(
                        new TrainingListener.Step(
                                progress.epoch(), progress.step(), steps, loss, progress.rate()));
        if (progress.step() < steps) {
            update(
                    (long) (progress.epoch() - 1) * steps + progress.step(),
                    String.format(
                            Locale.ROOT,
                            "epoch %d/%d loss %.3f acc %.3f",
                            progress.epoch(),
                            epochs,
                            score.loss(),
                            score.accuracy()));
        }
    }

    /** Reports a finished epoch, after progress has moved on to the next. */
    void epochEnded(TrainingProgress progress) {
        TrainingHistory history = progress.history();
        TrainingHistory.Epoch ended = history.epochs().get(history.epochs().size() - 1);
        options.listener().epochEnded(history);
        update(
                progress.ending().isPresent()
                        ? (long) epochs * steps
                        : (long) ended.epoch() * steps,
                String.format(
                        Locale.ROOT,
                        "epoch %d/%d loss %.3f acc %.3f, val loss %.3f acc %.3f%s",
                        ended.epoch(),
                        epochs,
                        ended.trainLoss(),
                        ended.trainAccuracy(),
                        ended.validationLoss(),
                        ended.validationAccuracy(),
                        ended.validationAuc()
                                .map(auc -> String.format(Locale.ROOT, " auc %.3f", auc))
                                .orElse("")));
    }

    private void update(long done, String note) {
        options.progress().update(new Progress(task, done, (long) epochs * steps, note));
    }
}
