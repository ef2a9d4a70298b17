package dev.fer4j.examples.study;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Control;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.core.TrainingMix;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.train.TrainingOptions;
import dev.fer4j.train.TrainingPlan;
import dev.fer4j.train.weights.WeightsFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is decided before a study begins.
 *
 * @param out the output folder, absolute
 * @param data how sources become images
 * @param split which categories train, validate and test
 * @param training how each condition is trained
 * @param weights what each training starts from; random weights of the seed without a file
 * @param seed the root of all randomness
 * @param replication how often each condition is trained
 * @param mix caps and weights of sources, in every condition that has them; no control
 * @param controls which control conditions are added for each condition that adds images
 * @param checks which checks are made of the study
 */
public record StudySettings(
        Path out,
        DataSettings data,
        CategorySplit split,
        TrainingPlan training,
        Optional<WeightsFile> weights,
        Seed seed,
        Replication replication,
        TrainingMix mix,
        List<Control.Means> controls,
        CheckSettings checks) {

    /** The name of the setting that one training has not. */
    static final String CONTROLS = "control conditions";

    /** The folder of states of trainings. */
    static final String CHECKPOINTS = "checkpoints";

    /** The folder of decoded images. */
    static final String DECODED_IMAGES = "cache";

    /** Checks that nothing is missing. */
    public StudySettings {
        out = out.toAbsolutePath().normalize();
        requireNonNull(data);
        requireNonNull(split);
        requireNonNull(training);
        requireNonNull(weights);
        requireNonNull(seed);
        requireNonNull(replication);
        checkArgument(mix.control().isEmpty(), "controls are made for each condition separately");
        controls = List.copyOf(controls);
        requireNonNull(checks);
    }

    /** With the checks that cost nothing. */
    public StudySettings(
            Path out,
            DataSettings data,
            CategorySplit split,
            TrainingPlan training,
            Optional<WeightsFile> weights,
            Seed seed,
            Replication replication,
            TrainingMix mix,
            List<Control.Means> controls) {
        this(
                out,
                data,
                split,
                training,
                weights,
                seed,
                replication,
                mix,
                controls,
                CheckSettings.CHEAP);
    }

    /** Once, from random weights, with every image of every source once, and without controls. */
    public StudySettings(
            Path out, DataSettings data, CategorySplit split, TrainingPlan training, Seed seed) {
        this(
                out,
                data,
                split,
                training,
                Optional.empty(),
                seed,
                Replication.ONCE,
                TrainingMix.ALL,
                List.of());
    }

    /** Returns a copy with different checks. */
    public StudySettings withChecks(CheckSettings other) {
        return new StudySettings(
                out, data, split, training, weights, seed, replication, mix, controls, other);
    }

    /** All trainings of some conditions. */
    StudyPlan plan(List<Condition> conditions) {
        return replication.applyTo(new StudyPlan(conditions, List.of(split), List.of(seed)));
    }

    /** Which categories train, validate and test, in every way that there is. */
    List<CategorySplit> splits() {
        return replication.rotations() == Replication.Rotations.ALL
                ? split.rotations()
                : List.of(split);
    }

    /** Where decoded images are kept. No output: it may be deleted. */
    Path decodedImages() {
        return out.resolve(DECODED_IMAGES);
    }

    /** What surrounds each training. */
    TrainingOptions options(ProgressListener listener) {
        TrainingOptions options =
                TrainingOptions.NONE.withProgress(listener).withImageFolder(decodedImages());
        return weights.map(options::withInitialWeights).orElse(options);
    }

    /** Every setting that changes results, by name. */
    public Map<String, String> configuration() {
        Map<String, String> settings = new LinkedHashMap<>(data.configuration());
        if (splits().size() == 1) {
            settings.put("train on", split.train().toString());
            settings.put("validate on", split.validate().toString());
            settings.put("test on", split.test().toString());
        } else {
            settings.put("category splits", "all " + splits().size() + " rotations");
        }
        settings.put(
                "held-out people",
                split.seen()
                        .map(
                                people ->
                                        people.percent()
                                                + " % of each training category's, chosen with"
                                                + " seed "
                                                + people.seed().value())
                        .orElse("none"));
        settings.put("most images", mix.caps().isEmpty() ? "all" : mix.caps().toString());
        settings.put(
                "source weights", mix.weights().isEmpty() ? "all 1" : mix.weights().toString());
        settings.put(
                CONTROLS,
                controls.isEmpty()
                        ? "none"
                        : controls.stream().map(Control.Means::id).collect(joining(", ")));
        settings.putAll(checks.configuration());
        settings.putAll(PlanText.of(training));
        settings.put("initial weights", weights.map(PlanText::of).orElse("random, from the seed"));
        settings.put(
                replication.seeds() == 1 ? "seed" : "seeds",
                replication.seeds() == 1
                        ? Long.toString(seed.value())
                        : seed.value() + " to " + (seed.value() + replication.seeds() - 1));
        return settings;
    }
}
