package dev.fer4j.cli.output;

import dev.fer4j.core.design.TrainingMetric;
import dev.fer4j.study.output.TrainOutput;
import dev.fer4j.train.plan.TrainingPlan;
import java.util.Locale;

/** The outcome of a training as text. */
public final class TrainSummary {

    private TrainSummary() {}

    public static String of(TrainOutput output, TrainingPlan plan) {
        TrainingMetric metric = plan.earlyStopping().metric();
        StringBuilder text = new StringBuilder();
        if (!output.trainedNow()) {
            text.append("This training has already finished; its result:\n");
        }
        text.append(
                metric == TrainingMetric.EPOCH
                        ? "Weights of the last of " + output.history().epochs().size() + " epochs\n"
                        : String.format(
                                Locale.ROOT,
                                "Best epoch %d of %d: %s %s%n",
                                output.history().bestEpoch(),
                                output.history().epochs().size(),
                                EnumName.of(metric).replace('-', ' '),
                                metric.of(output.history().best())
                                        .map(value -> String.format(Locale.ROOT, "%.4f", value))
                                        .orElse("undefined")));
        text.append("Ended: ").append(why(output, plan)).append('\n');
        text.append(
                String.format(
                        Locale.ROOT,
                        "Threshold %.4f: %s%n",
                        output.threshold().value(),
                        output.threshold().origin()));
        output.resumedDespite()
                .forEach(
                        difference ->
                                text.append("Resumed despite ").append(difference).append('\n'));
        output.notes().forEach(note -> text.append(note).append('\n'));
        text.append("Model: ").append(output.folder().resolve("model.safetensors")).append('\n');
        text.append("Beside it: ")
                .append(
                        "last.safetensors, history.csv, history.jsonl, plan.json,"
                                + " composition.json,")
                .append(" predictions, provenance.json, checkpoints\n");
        return text.toString();
    }

    private static String why(TrainOutput output, TrainingPlan plan) {
        return switch (output.ending()) {
            case COMPLETED -> "all epochs completed";
            case EARLY ->
                    EnumName.of(plan.earlyStopping().metric()).replace('-', ' ')
                            + " has not improved for "
                            + plan.patience()
                            + " epochs";
            case NOT_FINITE -> "a value was not finite; the best epoch is kept";
            case STOPPED -> "it was asked to stop";
        };
    }
}
