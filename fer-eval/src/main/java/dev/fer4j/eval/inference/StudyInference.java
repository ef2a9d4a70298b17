package dev.fer4j.eval.inference;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Label;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.WholeFile;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a study says about differences between its conditions: the paper's procedure with its
 * warning, and two that mean something.
 *
 * @param positiveClass the class that scores and AUC refer to
 * @param conditions their titles, by id
 * @param paperProcedure the paper's analysis of variance; not a valid test
 * @param participantBootstrap each condition against the reference and against its own controls,
 *     for each split and training seed
 * @param seedAnova one analysis over training seeds for each split, without controls
 */
@JsonPropertyOrder({
    "positiveClass",
    "metric",
    "conditions",
    "paperProcedure",
    "participantBootstrap",
    "seedAnova"
})
public record StudyInference(
        Label positiveClass,
        Map<String, String> conditions,
        PaperAnova paperProcedure,
        List<Comparison> participantBootstrap,
        List<SeedAnova> seedAnova) {

    /**
     * One condition against another, the reference or one of its own controls.
     *
     * @param condition the condition's id
     * @param reference the id of the condition that it is compared with
     * @param split the category split's id
     * @param trainingSeed the seed that both were trained with
     * @param difference of the ROC AUC, per image, with people resampled
     */
    public record Comparison(
            String condition,
            String reference,
            String split,
            long trainingSeed,
            AucDifference difference) {}

    /** Copies the lists. */
    public StudyInference {
        conditions = ImmutableMap.copyOf(conditions);
        participantBootstrap = List.copyOf(participantBootstrap);
        seedAnova = List.copyOf(seedAnova);
    }

    /** What is compared. */
    @JsonProperty("metric")
    public String metric() {
        return "ROC AUC of the test split, per image";
    }

    /**
     * Computes all three, with the default numbers of replicates.
     *
     * @param study the result of all trainings
     * @param seed of all resampling
     * @throws IllegalArgumentException if conditions were tested on different samples
     */
    public static StudyInference of(StudyResult study, Seed seed) {
        return new StudyInference(
                Label.POSITIVE,
                study.plan().conditions().stream()
                        .collect(ImmutableMap.toImmutableMap(Condition::id, Condition::title)),
                PaperAnova.of(study, seed),
                comparisons(study, new ParticipantBootstrap(seed)),
                study.plan().splits().stream().map(split -> SeedAnova.of(study, split)).toList());
    }

    private static List<Comparison> comparisons(StudyResult study, ParticipantBootstrap bootstrap) {
        List<Comparison> comparisons = new ArrayList<>();
        StudyPlan plan = study.plan();
        for (CategorySplit split : plan.splits()) {
            for (Seed seed : plan.seeds()) {
                for (Condition condition : plan.conditions()) {
                    for (Condition against : against(condition, plan)) {
                        comparisons.add(
                                new Comparison(
                                        condition.id(),
                                        against.id(),
                                        split.id(),
                                        seed.value(),
                                        bootstrap.difference(
                                                study.of(condition, split, seed).test(),
                                                study.of(against, split, seed).test())));
                    }
                }
            }
        }
        return comparisons;
    }

    private static List<Condition> against(Condition condition, StudyPlan plan) {
        List<Condition> against = new ArrayList<>(plan.controlsOf(condition));
        if (!condition.equals(plan.reference())) {
            against.add(0, plan.reference());
        }
        return against;
    }

    /**
     * Writes it as JSON, for example as {@code anova.json}.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.writeString(file, Json.pretty(this));
    }
}
