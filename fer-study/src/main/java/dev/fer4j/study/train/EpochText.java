package dev.fer4j.study.train;

import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.design.TrainingMetric;
import dev.fer4j.train.plan.TrainingPlan;
import java.util.Locale;
import java.util.Optional;

/** Formats epochs as lines of text. */
final class EpochText {

    private EpochText() {}

    /**
     * Formats the last epoch of a history, which is marked if it is the best so far, unless the
     * plan uses the last one anyway.
     */
    static String line(TrainingHistory history, TrainingPlan plan) {
        int epochs = plan.epochs();
        boolean isChosen = plan.earlyStopping().metric() != TrainingMetric.EPOCH;
        TrainingHistory.Epoch epoch = history.epochs().get(history.epochs().size() - 1);
        int digits = Integer.toString(epochs).length();
        return String.format(
                Locale.ROOT,
                "epoch %" + digits + "d/%d  rate %.2e  train %s  validate %s%s",
                epoch.epoch(),
                epochs,
                epoch.learningRate(),
                scores(epoch.trainLoss(), epoch.trainAccuracy(), epoch.trainAuc()),
                scores(epoch.validationLoss(), epoch.validationAccuracy(), epoch.validationAuc()),
                isChosen && epoch.epoch() == history.bestEpoch() ? "  best" : "");
    }

    private static String scores(double loss, double accuracy, Optional<Double> auc) {
        return String.format(
                Locale.ROOT,
                "loss %.4f acc %.3f auc %s",
                loss,
                accuracy,
                auc.map(area -> String.format(Locale.ROOT, "%.3f", area)).orElse("–"));
    }
}
