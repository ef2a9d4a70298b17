package dev.fer4j.examples.study;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.synthesis.audit.BackboneFeatures;
import dev.fer4j.synthesis.audit.LabelPreservation;
import dev.fer4j.synthesis.audit.SyntheticAudit;
import dev.fer4j.train.DeviceChoice;
import dev.fer4j.train.loader.ImageSource;
import dev.fer4j.train.predict.LoadedModel;
import dev.fer4j.train.predict.ModelFile;
import dev.fer4j.train.predict.Predictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Audits of the synthetic images that trained, by a model that was trained on real images only.
 *
 * @param model its file: the reference condition's, first seed and own split of a study
 * @param device that computes
 * @param listener told how far it is
 */
public record SyntheticAudits(Path model, DeviceChoice device, ProgressListener listener) {

    /**
     * Audits them.
     *
     * @param reference the composition of real images alone
     * @param others compositions of the same split
     * @return empty if fewer than two synthetic images trained, or there is no model file
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
        LabelPreservation labels = labels(synthetic);
        try (LoadedModel loaded = ModelFile.read(model, device)) {
            return Optional.of(
                    SyntheticAudit.of(
                            BackboneFeatures.of(loaded),
                            synthetic,
                            // In this order.
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

    /** What the model says of the labels of images. */
    public LabelPreservation labels(List<Sample> images) throws IOException {
        try (Predictor predictor = Predictor.open(model, device)) {
            ImageSource source =
                    ImageSource.of(
                            Optional.empty(),
                            predictor.description().preprocessing().inputSize(),
                            listener);
            List<Prediction> predictions =
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
                            .toList();
            return LabelPreservation.of(
                    new Predictions(predictions),
                    predictor.description().threshold().probability());
        }
    }
}
