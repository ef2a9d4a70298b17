package dev.fer4j.study.section;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.synthesis.audit.BackboneFeatures;
import dev.fer4j.synthesis.audit.LabelPreservation;
import dev.fer4j.synthesis.audit.SyntheticAudit;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.loader.ImageSource;
import dev.fer4j.train.model.LoadedModel;
import dev.fer4j.train.model.ModelFile;
import dev.fer4j.train.model.Predictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Audits of synthetic training images, by a model that was trained on real images only.
 *
 * @param model the model file; in a study, that of the reference condition, first seed and own
 *     split
 * @param device device on which the model runs
 * @param listener receives progress
 */
public record SyntheticAudits(Path model, DeviceChoice device, ProgressListener listener) {

    /**
     * Audits the synthetic images.
     *
     * @param reference the composition with real images only
     * @param others compositions of the same split
     * @return the audit; empty if there are fewer than two synthetic training images, or no model
     *     file
     */
    public Optional<SyntheticAudit> of(Composition reference, List<Composition> others, Seed seed)
            throws IOException {
        List<Sample> synthetic =
                others.stream()
                        .flatMap(composition -> composition.samples(Split.TRAIN).stream())
                        .filter(Sample::isSynthetic)
                        .distinct()
                        .toList();
        if (synthetic.size() < 2 || !Files.isRegularFile(model)) {
            return Optional.empty();
        }
        LabelPreservation labels = labels(synthetic, reference.samples(Split.TRAIN));
        try (LoadedModel loaded = ModelFile.read(model, device)) {
            return Optional.of(
                    SyntheticAudit.of(
                            BackboneFeatures.of(loaded),
                            synthetic,
                            // Preserves the order.
                            ImmutableMap.of(
                                    SyntheticAudit.TRAINING,
                                    reference.samples(Split.TRAIN),
                                    "validation",
                                    reference.samples(Split.VALIDATE),
                                    "test",
                                    reference.samples(Split.TEST)),
                            Optional.of(labels),
                            seed,
                            listener));
        }
    }

    /**
     * Compares the model's predictions with the labels of synthetic images and of the frames from
     * which they were generated.
     *
     * @param real real images, including these frames as far as they were sampled
     */
    public LabelPreservation labels(List<Sample> images, List<Sample> real) throws IOException {
        Map<String, String> parents = parents(images, real);
        List<Sample> frames =
                real.stream().filter(s -> parents.containsValue(s.id())).distinct().toList();
        try (Predictor predictor = Predictor.open(model, device)) {
            ImageSource source =
                    ImageSource.of(
                            Optional.empty(),
                            predictor.description().preprocessing().inputSize(),
                            predictor.description().preprocessing().fit(),
                            listener);
            LabelPreservation judged =
                    LabelPreservation.of(
                            predictions(predictor, images, source),
                            predictor.description().threshold().value());
            return frames.isEmpty()
                    ? judged
                    : judged.withParents(predictions(predictor, frames, source), parents);
        }
    }

    private Predictions predictions(Predictor predictor, List<Sample> images, ImageSource source)
            throws IOException {
        return new Predictions(
                predictor.predict(images, source, listener).all().stream()
                        .map(
                                one ->
                                        new Prediction(
                                                one.sample().id(),
                                                one.sample().label(),
                                                one.prediction().probability(),
                                                one.sample().recording(),
                                                one.sample().participant(),
                                                Map.of()))
                        .toList());
    }

    /** Returns the id of each image's parent frame by the image's id. */
    private static Map<String, String> parents(List<Sample> images, List<Sample> real) {
        Map<String, String> frames = new HashMap<>();
        for (Sample sample : real) {
            if (sample.origin() instanceof Origin.VideoFrame frame) {
                frames.putIfAbsent(key(sample.recording(), frame.frameIndex()), sample.id());
            }
        }
        Map<String, String> parents = new HashMap<>();
        for (Sample image : images) {
            if (image.origin() instanceof Origin.Synthetic made) {
                made.parentFrame()
                        .flatMap(
                                index ->
                                        Optional.ofNullable(
                                                frames.get(key(made.parentRecording(), index))))
                        .ifPresent(frame -> parents.put(image.id(), frame));
            }
        }
        return parents;
    }

    private static String key(String recording, long frame) {
        return recording + "\t" + frame;
    }
}
