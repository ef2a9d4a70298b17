package dev.fer4j.cli.command;

import dev.fer4j.cli.option.DeviceOption;
import dev.fer4j.cli.output.Console;
import dev.fer4j.cli.output.PredictedRow;
import dev.fer4j.cli.output.ProgressBars;
import dev.fer4j.core.Problem;
import dev.fer4j.core.file.OutputPath;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.CsvRows;
import dev.fer4j.eval.metric.AggregationRule;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.train.model.Predictor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Predicts the labels of images. */
@Command(
        name = "predict",
        sortOptions = false,
        description = {
            "Predicts images, recordings or participants with a model file, as CSV.",
            "Images are files, folders of images (each folder is a recording), or a manifest"
                + " (.jsonl), which names recordings and participants. Unreadable files in a folder"
                + " are skipped and reported; exit status 1 if nothing is left."
        },
        mixinStandardHelpOptions = true)
public final class PredictCommand implements Callable<Integer> {

    /** The unit of a row of the result. */
    enum Unit {
        IMAGE,
        RECORDING,
        PARTICIPANT
    }

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file.")
    private Path model;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "IMAGES",
            description = "Image files, folders or manifests.")
    private List<Path> inputs = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The CSV file. Default: standard output.")
    private Path out;

    @Option(
            names = "--by",
            paramLabel = "UNIT",
            description = "image, recording or participant. Default: ${DEFAULT-VALUE}.",
            defaultValue = "image")
    private Unit unit;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description =
                    "How a recording's images become one prediction, and a participant's"
                            + " recordings: mean-logit, mean-probability or vote. Default:"
                            + " ${DEFAULT-VALUE}.",
            defaultValue = "mean-probability",
            converter = RuleNames.class)
    private Rule rule;

    @Mixin private DeviceOption device;

    @Mixin private Console console;

    /** How predictions of images are aggregated. */
    enum Rule {
        MEAN_LOGIT,
        MEAN_PROBABILITY,
        VOTE;

        /** The rule; votes use a model's threshold. */
        AggregationRule of(Threshold threshold) {
            return switch (this) {
                case MEAN_LOGIT -> AggregationRule.MEAN_LOGIT;
                case MEAN_PROBABILITY -> AggregationRule.MEAN_PROBABILITY;
                case VOTE -> AggregationRule.vote(threshold.value());
            };
        }
    }

    /** Names of rules on the command line, with hyphens. */
    static final class RuleNames implements ITypeConverter<Rule> {
        @Override
        public Rule convert(String text) {
            for (Rule rule : Rule.values()) {
                if (rule.name().replace('_', '-').equalsIgnoreCase(text.replace('_', '-'))) {
                    return rule;
                }
            }
            throw new TypeConversionException(
                    "'" + text + "' is not one of mean-logit, mean-probability, vote");
        }
    }

    /**
     * The result.
     *
     * @param model the model file
     * @param positive the name of the positive class
     * @param threshold the probability from which on the positive class is predicted
     * @param by the unit of the predictions
     * @param found number of images found
     * @param predictions for the readable images
     * @param leftOut the images that were left out, with reasons
     */
    record Report(
            String model,
            String positive,
            double threshold,
            Unit by,
            int found,
            List<PredictedRow> predictions,
            List<Problem> leftOut) {
        Report {
            predictions = List.copyOf(predictions);
            leftOut = List.copyOf(leftOut);
        }
    }

    @Override
    public Integer call() throws IOException {
        if (out != null) {
            OutputPath.requireFile(out);
            OutputPath.requireOther(out, inputs);
            OutputPath.requireOther(out, List.of(model));
        }
        PredictedImages found = new PredictedImages();
        Report report;
        try (Predictor predictor = Predictor.open(model, device.choice());
                ProgressBars progress = ProgressBars.onStandardError()) {
            for (Path input : inputs) {
                found.add(predictor, input, progress);
            }
            if (unit == Unit.PARTICIPANT && !found.knowsParticipants()) {
                throw console.usage(
                        "--by participant requires a manifest, which names the participants");
            }
            report =
                    new Report(
                            model.toString(),
                            predictor.description().labels().positive(),
                            predictor.description().threshold().value(),
                            unit,
                            found.found(),
                            found.rows(
                                    unit,
                                    rule.of(predictor.description().threshold()),
                                    predictor.description()),
                            found.leftOut());
        }
        String csv =
                CsvRows.text(
                        PredictedRow.COLUMNS,
                        report.predictions().stream().map(PredictedRow::cells));
        if (out != null) {
            WholeFile.writeString(out, csv);
        }
        report.leftOut()
                .forEach(problem -> console.err().println("left out: " + problem.message()));
        console.print(report, () -> out == null ? csv : summary(report));
        return report.predictions().isEmpty()
                ? CommandLine.ExitCode.SOFTWARE
                : CommandLine.ExitCode.OK;
    }

    private String summary(Report report) {
        long positive =
                report.predictions().stream()
                        .filter(row -> row.label().equals(report.positive()))
                        .count();
        return String.format(
                Locale.ROOT,
                "%s: %d %ss, %d of them %s (threshold %s); %d files and samples, %d left out%n",
                out,
                report.predictions().size(),
                unit.name().toLowerCase(Locale.ROOT),
                positive,
                report.positive(),
                report.threshold(),
                report.found(),
                report.leftOut().size());
    }
}
