package dev.fer4j.cli.option;

import dev.fer4j.core.answer.LabelAnswers;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options for the answers that are labels of stills, where recordings have their own. */
final class StillAnswerOptions {

    @Option(
            names = "--youtube-positive",
            paramLabel = "ANSWER,…",
            split = ",",
            hideParamSyntax = true,
            description = "As --positive, for the labels of --youtube.")
    private List<String> positive = new ArrayList<>();

    @Option(
            names = "--youtube-negative",
            paramLabel = "ANSWER,…",
            split = ",",
            hideParamSyntax = true,
            description = "As --negative, for the labels of --youtube.")
    private List<String> negative = new ArrayList<>();

    /** Whether any of the options was given. */
    boolean isGiven() {
        return !positive.isEmpty() || !negative.isEmpty();
    }

    /**
     * The answers.
     *
     * @throws IllegalArgumentException if an answer is blank, or both positive and negative
     */
    LabelAnswers answers() {
        try {
            return LabelAnswers.of(positive, negative);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--youtube-positive and --youtube-negative: " + e.getMessage(), e);
        }
    }
}
