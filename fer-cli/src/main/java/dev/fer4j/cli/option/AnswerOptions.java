package dev.fer4j.cli.option;

import dev.fer4j.core.answer.LabelAnswers;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options for the answers that are labels. */
public final class AnswerOptions {

    @Option(
            names = "--positive",
            paramLabel = "ANSWER,…",
            split = ",",
            hideParamSyntax = true,
            description =
                    "Answers in the column of labels that mean interested, such as 4,5 on a scale"
                            + " from 1 to 5, in addition to yes, interested and true. Where the"
                            + " column has numbers other than 0 and 1, no number is a label unless"
                            + " it is given here or to --negative; others are set aside.")
    private List<String> positive = new ArrayList<>();

    @Option(
            names = "--negative",
            paramLabel = "ANSWER,…",
            split = ",",
            hideParamSyntax = true,
            description = "Answers that mean not interested, such as 1,2.")
    private List<String> negative = new ArrayList<>();

    /** Whether any of the options was given. */
    public boolean isGiven() {
        return !positive.isEmpty() || !negative.isEmpty();
    }

    /**
     * The answers.
     *
     * @throws IllegalArgumentException if an answer is blank, or both positive and negative
     */
    public LabelAnswers answers() {
        try {
            return LabelAnswers.of(positive, negative);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--positive and --negative: " + e.getMessage(), e);
        }
    }
}
