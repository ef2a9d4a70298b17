package dev.fer4j.train;

import dev.fer4j.core.Progress;
import dev.fer4j.core.TrainingHistory;
import dev.fer4j.data.composition.Composition;
import java.util.Locale;

/** Tells listeners what happens: one line for each epoch, renewed at each step. */
final class Report {

    private final int epochs;
    private final TrainingOptions options;
    private final int steps;
    private final String task;

    Report(TrainingPlan plan, Composition composition, TrainingOptions options, int steps) {
        this.epochs = plan.epochs();
        this.options = options;
        this.steps = steps;
        this.task = "training " + composition.condition().title();
    }

    /** After a step; the last one of an epoch includes the validation scores. */
    void stepEnded(Course course, double loss, Score score) {
        options.listener()
                .stepEnded(
                        new TrainingListener.Step(
                                course.epoch(), course.step(), steps, loss, course.rate()));
        if (course.step() < steps) {
            update(
                    (long) (course.epoch() - 1) * steps + course.step(),
                    String.format(
                            Locale.ROOT,
                            "epoch %d/%d loss %.3f acc %.3f",
                            course.epoch(),
                            epochs,
                            score.loss(),
                            score.accuracy()));
        }
    }

    /** After an epoch, when the course has moved on. */
    void epochEnded(Course course) {
        TrainingHistory history = course.history();
        TrainingHistory.Epoch ended = history.epochs().get(history.epochs().size() - 1);
        options.listener().epochEnded(history);
        update(
                course.ending().isPresent() ? (long) epochs * steps : (long) ended.epoch() * steps,
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
