package dev.fer4j.cli.option;

import dev.fer4j.core.Rights;
import dev.fer4j.core.answer.LabelAnswers;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.NeuroBioSense;
import dev.fer4j.study.settings.StudySources;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that name folders of images. */
final class FolderOptions {

    @Option(
            names = "--baseline",
            paramLabel = "DIR",
            description = "A folder in NeuroBioSense's layout.")
    private Path baseline;

    @Option(names = "--youtube", paramLabel = "DIR", description = "A folder of labelled stills.")
    private Path youtube;

    @Option(
            names = "--synthetic",
            paramLabel = "DIR",
            description = "A folder of generated images with synthetic.jsonl.")
    private Path synthetic;

    @Option(
            names = "--licence",
            paramLabel = "TEXT",
            description = "The licence of the baseline's recordings, for example CC-BY-4.0.")
    private String licence;

    @Option(
            names = "--consent",
            paramLabel = "TEXT",
            description = "What the people in the baseline's recordings agreed to.")
    private String consent;

    @Option(
            names = "--toy-scale",
            paramLabel = "SCALE",
            description =
                    "Size of the toy corpus: default, or smallest, for a try in which nothing is"
                            + " learned, by one epoch. Default: default.")
    private ToyCommand.Scale toyScale = ToyCommand.Scale.DEFAULT;

    @ArgGroup(validate = false)
    private AnswerOptions answers = new AnswerOptions();

    @ArgGroup(validate = false)
    private StillAnswerOptions stillAnswers = new StillAnswerOptions();

    boolean hasBaseline() {
        return baseline != null;
    }

    /** Whether a folder to be added to the baseline was given. */
    boolean hasAdded() {
        return youtube != null || synthetic != null;
    }

    /** Whether rights for the baseline were given. */
    boolean hasRights() {
        return licence != null || consent != null;
    }

    /** Requires that the given folders exist. */
    void check() {
        Stream.of(baseline, youtube, synthetic)
                .filter(Objects::nonNull)
                .forEach(GivenPaths::requireFolder);
    }

    /** Whether it was said which answers of the baseline's questionnaire are labels. */
    boolean hasAnswers() {
        return answers.isGiven();
    }

    /** Whether it was said which answers are labels of stills. */
    boolean hasStillAnswers() {
        return stillAnswers.isGiven();
    }

    /**
     * Checks that answers are not given for stills that are not.
     *
     * @throws IllegalArgumentException otherwise
     */
    private void checkStillAnswers() {
        if (stillAnswers.isGiven() && youtube == null) {
            throw new IllegalArgumentException(
                    "--youtube-positive and --youtube-negative require --youtube DIR");
        }
    }

    ToyCommand.Scale toyScale() {
        return toyScale;
    }

    private static String inWords(LabelAnswers labels) {
        return labels.equals(LabelAnswers.KNOWN_WORDS)
                ? ""
                : " (positive answers: %s; negative ones: %s)"
                        .formatted(
                                String.join(", ", labels.positive()),
                                String.join(", ", labels.negative()));
    }

    StudySources sources(RecordingOptions recordings) {
        checkStillAnswers();
        NeuroBioSense base =
                recordings
                        .applyTo(DataSource.neuroBioSense(baseline))
                        .withRights(
                                new Rights(
                                        Optional.ofNullable(licence), Optional.ofNullable(consent)))
                        .withAnswers(answers.answers());
        StringBuilder description = new StringBuilder("Baseline: " + baseline.getFileName());
        description.append(inWords(answers.answers()));
        if (youtube != null) {
            description.append("; YouTube: ").append(youtube.getFileName());
            description.append(inWords(stillAnswers.answers()));
        }
        if (synthetic != null) {
            description.append("; synthetic: ").append(synthetic.getFileName());
        }
        return new StudySources(
                description + ".",
                base,
                Stream.concat(
                                Optional.ofNullable(youtube)
                                        .map(
                                                dir ->
                                                        DataSource.stills(dir)
                                                                .withAnswers(
                                                                        stillAnswers.answers()))
                                        .stream(),
                                Optional.ofNullable(synthetic)
                                        .map(dir -> DataSource.synthetic(dir, base))
                                        .stream())
                        .toList());
    }
}
