package dev.fer4j.eval.probe;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The results of a study's checks: whether a model could learn sources instead of interest, and
 * whether labels leak to it other than through training images.
 *
 * @param trainingSets one for each condition except controls
 * @param byNumbers whether simple image features tell sources apart: {@link SourceProbe}
 * @param byNetwork whether the study's network does: {@link SourceProbePlan}; empty if this was not
 *     tested
 * @param labelShuffle the results of trainings on shuffled labels; empty if there were none
 */
public record StudyChecks(
        List<TrainingSet> trainingSets,
        List<SourceProbeResult> byNumbers,
        List<SourceProbeResult> byNetwork,
        Optional<LabelShuffleCheck> labelShuffle) {

    /** Whether a model can do well on training images by telling their sources apart. */
    public enum Shortcut {
        /** It can: the source predicts the label, and sources were told apart. */
        OPEN,
        /** The source predicts the label, but the probes did not tell sources apart. */
        NOT_TOLD_APART,
        /** The source was not shown to predict the label. */
        NOT_SHOWN,
        /** There is only one source. */
        NONE,
        /** There are too few people for a verdict. */
        UNKNOWN
    }

    /**
     * The training set of a condition.
     *
     * @param condition the condition, not a control
     * @param association the association of source and label
     */
    public record TrainingSet(Condition condition, SourceAssociation association) {

        public TrainingSet {
            requireNonNull(condition);
            requireNonNull(association);
        }

        /**
         * Computes the association over training images.
         *
         * @param training the training samples, for example those of a composition
         */
        public static TrainingSet of(Condition condition, Collection<Sample> training) {
            return new TrainingSet(condition, SourceAssociation.of(training));
        }
    }

    public StudyChecks {
        trainingSets = List.copyOf(trainingSets);
        byNumbers = List.copyOf(byNumbers);
        byNetwork = List.copyOf(byNetwork);
        requireNonNull(labelShuffle);
    }

    /** The probes of two sources that train together in a condition. */
    public List<SourceProbeResult> probesOf(Condition condition) {
        return Stream.concat(byNumbers.stream(), byNetwork.stream())
                .filter(
                        probe ->
                                condition
                                        .trainingSources()
                                        .containsAll(List.of(probe.first(), probe.second())))
                .toList();
    }

    /** Whether a model of a condition can learn the source instead of the label. */
    public Shortcut shortcut(TrainingSet set) {
        if (set.association().rows().size() < 2) {
            return Shortcut.NONE;
        }
        return switch (set.association().verdict()) {
            case UNKNOWN -> Shortcut.UNKNOWN;
            case NOT_SHOWN -> Shortcut.NOT_SHOWN;
            case GIVES_LABEL_AWAY -> apart(probesOf(set.condition()));
        };
    }

    private static Shortcut apart(List<SourceProbeResult> probes) {
        if (probes.stream().anyMatch(p -> p.verdict() == SourceProbeResult.Verdict.TOLD_APART)) {
            return Shortcut.OPEN;
        }
        return probes.stream()
                        .anyMatch(p -> p.verdict() == SourceProbeResult.Verdict.NOT_TOLD_APART)
                ? Shortcut.NOT_TOLD_APART
                : Shortcut.UNKNOWN;
    }

    /** The condition's id and its {@link #shortcut}, for JSON. */
    record Judged(String condition, Shortcut shortcut) {}

    @JsonProperty("shortcuts")
    List<Judged> shortcuts() {
        return trainingSets.stream()
                .map(set -> new Judged(set.condition().id(), shortcut(set)))
                .toList();
    }

    /** Whether models trained on shuffled labels rank test images better than chance. */
    @JsonProperty("leakSuspected")
    public boolean leakSuspected() {
        return labelShuffle.filter(LabelShuffleCheck::leakSuspected).isPresent();
    }

    /**
     * Writes it as JSON, for example as {@code checks.json}.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.writeString(file, Json.pretty(this));
    }
}
