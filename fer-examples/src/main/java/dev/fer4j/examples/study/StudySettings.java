package dev.fer4j.examples.study;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Control;
import dev.fer4j.core.Seed;
import dev.fer4j.core.TrainingMix;
import dev.fer4j.train.TrainingPlan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is decided before a study begins.
 *
 * @param out the output folder, absolute
 * @param data how sources become images
 * @param split which categories train, validate and test
 * @param training how each condition is trained
 * @param seed the root of all randomness
 * @param mix caps and weights of sources, in every condition that has them; no control
 * @param controls which control conditions are added for each condition that adds images
 */
public record StudySettings(
        Path out,
        DataSettings data,
        CategorySplit split,
        TrainingPlan training,
        Seed seed,
        TrainingMix mix,
        List<Control.Means> controls) {

    /** Checks that nothing is missing. */
    public StudySettings {
        out = out.toAbsolutePath().normalize();
        requireNonNull(data);
        requireNonNull(split);
        requireNonNull(training);
        requireNonNull(seed);
        checkArgument(mix.control().isEmpty(), "controls are made for each condition by itself");
        controls = List.copyOf(controls);
    }

    /** With every image of every source once, and without controls. */
    public StudySettings(
            Path out, DataSettings data, CategorySplit split, TrainingPlan training, Seed seed) {
        this(out, data, split, training, seed, TrainingMix.ALL, List.of());
    }

    /** Every setting that changes results, by name. */
    public Map<String, String> configuration() {
        Map<String, String> settings = new LinkedHashMap<>(data.configuration());
        settings.put("train on", split.train().toString());
        settings.put("validate on", split.validate().toString());
        settings.put("test on", split.test().toString());
        settings.put("most images", mix.caps().isEmpty() ? "all" : mix.caps().toString());
        settings.put("weights", mix.weights().isEmpty() ? "all 1" : mix.weights().toString());
        settings.put(
                "control conditions",
                controls.isEmpty()
                        ? "none"
                        : controls.stream().map(Control.Means::id).collect(joining(", ")));
        settings.put("network", training.backbone().toString());
        settings.put("input", training.inputSize() + " × " + training.inputSize());
        settings.put("augmentation", AugmentationText.of(training.augmentation()));
        settings.put("mixing of batches", AugmentationText.of(training.batchAugmentation()));
        settings.put("sampling", AugmentationText.of(training.sampling()));
        settings.put("epochs, at most", Integer.toString(training.epochs()));
        settings.put("patience", training.patience() + " epochs");
        settings.put("batch", training.batchSize() + " images");
        settings.put("learning rate", training.learningRate().toString());
        settings.put("weight decay", Double.toString(training.weightDecay()));
        settings.put("device", training.device().toString());
        settings.put("seed", Long.toString(seed.value()));
        return settings;
    }
}
