package dev.fer4j.synthesis.recipe;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.LeakageGate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One random frame of each training recording (the paper, section 2). It can only be created from a
 * composition's training split, so nothing that takes it can be given a frame of a validation or
 * test participant.
 */
public final class TrainingFrames {

    private final List<Sample> frames;
    private final List<Sample> training;

    private TrainingFrames(List<Sample> frames, List<Sample> training) {
        this.frames = List.copyOf(frames);
        this.training = List.copyOf(training);
    }

    /**
     * Chooses a frame of each recording, uniformly and independently of the other recordings.
     *
     * @param composition whose training split is used, without stills and synthetic images
     * @param seed of the choice
     */
    public static TrainingFrames of(Composition composition, Seed seed) {
        List<Sample> training =
                composition.samples(Split.TRAIN).stream()
                        .filter(sample -> sample.origin() instanceof Origin.VideoFrame)
                        .toList();
        Map<String, List<Sample>> recordings = new TreeMap<>();
        training.forEach(
                sample ->
                        recordings
                                .computeIfAbsent(sample.recording(), r -> new ArrayList<>())
                                .add(sample));
        List<Sample> frames = new ArrayList<>();
        recordings.forEach(
                (recording, samples) ->
                        frames.add(
                                samples.get(
                                        seed.derive("frame of " + recording)
                                                .generator()
                                                .nextInt(samples.size()))));
        return new TrainingFrames(frames, training);
    }

    /**
     * Chooses a frame of each training recording of a single source.
     *
     * @param recordings the source's frames
     * @param split which categories are used for training
     * @param gate the leaks between splits to check for
     */
    public static TrainingFrames of(
            Manifest recordings, CategorySplit split, LeakageGate gate, Seed seed)
            throws IOException {
        Condition alone =
                new Condition("frames", "Training frames", recordings.source(), List.of());
        return of(Composition.compose(alone, split, List.of(recordings), gate), seed);
    }

    /** The chosen frames, in alphabetical order of their recordings. */
    public List<Sample> frames() {
        return frames;
    }

    /** All frames of the chosen recordings. */
    public List<Sample> all() {
        return training;
    }
}
