package dev.fer4j.eval.report.literature;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.joining;

import dev.fer4j.eval.report.model.Citation;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a study's methods that are outside evaluation, data preparation and training,
 * sentence by sentence with citations.
 *
 * @param data about sources and images, in order
 * @param training about networks and their training, in order
 */
public record Methods(List<Sentence> data, List<Sentence> training) {

    /**
     * A sentence.
     *
     * @param text without the full stop; not blank
     * @param cited the works that it cites
     */
    public record Sentence(String text, List<Citation> cited) {

        public Sentence {
            checkArgument(
                    !text.isBlank() && !text.endsWith("."),
                    "a sentence is given without its full stop: '%s'",
                    text);
            cited = List.copyOf(cited);
        }

        /** Returns a sentence that cites some works. */
        static Sentence of(String text, Citation... cited) {
            return new Sentence(text, List.of(cited));
        }

        /** The sentence with its citations in brackets and its full stop. */
        public String toText() {
            return cited.isEmpty()
                    ? text + "."
                    : cited.stream()
                            .map(Citation::inText)
                            .collect(joining("; ", text + " (", ")."));
        }
    }

    public Methods {
        data = List.copyOf(data);
        training = List.copyOf(training);
    }

    /** Methods without anything beyond evaluation. */
    public static Methods ofEvaluation() {
        return new Methods(List.of(), List.of());
    }

    /**
     * Returns a copy with another sentence about the data.
     *
     * @param text without the full stop
     */
    public Methods withData(String text, Citation... cited) {
        return new Methods(with(data, text, cited), training);
    }

    /**
     * Returns a copy with another sentence about training.
     *
     * @param text without the full stop
     */
    public Methods withTraining(String text, Citation... cited) {
        return new Methods(data, with(training, text, cited));
    }

    private static List<Sentence> with(List<Sentence> some, String text, Citation... cited) {
        List<Sentence> all = new ArrayList<>(some);
        all.add(Sentence.of(text, cited));
        return all;
    }
}
