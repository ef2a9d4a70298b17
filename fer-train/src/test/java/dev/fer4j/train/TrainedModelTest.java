package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.nn.Block;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.metric.ThresholdRule;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.loader.ImageSource;
import dev.fer4j.train.model.ModelDescription;
import dev.fer4j.train.model.ModelFile;
import dev.fer4j.train.model.Predictor;
import dev.fer4j.train.model.SamplePrediction;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.MiniXception;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedModelTest {

    @TempDir private Path folder;

    private static TrainingPlan plan(String network) {
        return network.equals("xception")
                ? TrainingPlan.small()
                        .withBackbone(Xception.FULL.withWidth(0.125).withMiddleRepeats(1))
                        .withInputSize(71)
                        .withBatchSize(8)
                        .withEpochs(2)
                : TrainingPlan.small()
                        .withBackbone(MiniXception.defaults().withWidth(0.5))
                        .withInputSize(48)
                        .withBatchSize(8)
                        .withEpochs(2);
    }

    /** Folding moves logits by 1e-5, so probabilities by a quarter of that at most. */
    @ParameterizedTest
    @ValueSource(strings = {"xception", "mini-xception"})
    void savedModelPredictsAsTheTrainedOne(String network) throws IOException {
        TrainingPlan plan = plan(network);
        Composition composition = Pictures.compose(folder, 12);
        List<Sample> samples = composition.samples(Split.TEST);
        Path file = folder.resolve("model.safetensors");
        Predictions trained;
        Threshold threshold;
        try (TrainingRun run =
                Training.run(plan, composition, new Seed(3), ProgressListener.none())) {
            trained = run.model().predict(samples);
            threshold =
                    ThresholdRule.maximalYouden()
                            .choose(run.model().predict(composition.samples(Split.VALIDATE)))
                            .orHalf();
            run.model().save(file, threshold);
        }
        try (Predictor predictor = Predictor.open(file, DeviceChoice.CPU)) {
            List<SamplePrediction> opened =
                    predictor
                            .predict(
                                    samples,
                                    ImageSource.of(
                                            Optional.empty(),
                                            plan.inputSize(),
                                            ProgressListener.none()),
                                    ProgressListener.none())
                            .all();
            for (int i = 0; i < samples.size(); i++) {
                Prediction before = trained.all().get(i);
                double logit = Math.log(before.probability() / (1 - before.probability()));
                assertThat(opened.get(i).sample().id()).isEqualTo(before.sample());
                assertThat(opened.get(i).prediction().logit()).isCloseTo(logit, within(1e-5));
            }
            assertThat(predictor.description().threshold().value()).isEqualTo(threshold.value());
            assertThat(predictor.description().threshold().origin()).isEqualTo(threshold.origin());
        }
    }

    @Test
    void savedModelsSayWhatTheyWereTrainedOn() throws IOException {
        Composition composition = Pictures.compose(folder, 8);
        Path model = folder.resolve("model.safetensors");
        Path last = folder.resolve("last.safetensors");
        int best;
        try (TrainingRun run =
                Training.run(
                        plan("mini-xception"), composition, new Seed(3), ProgressListener.none())) {
            run.model().save(model, new Threshold(0.25, "the test", Optional.empty()));
            run.last().save(last, Threshold.HALF);
            best = run.history().bestEpoch();
        }
        ModelDescription description = ModelFile.describe(model);
        assertThat(description.backbone()).isEqualTo(plan("mini-xception").backbone());
        assertThat(description.preprocessing().inputSize()).isEqualTo(48);
        assertThat(description.labels().positive()).isEqualTo("INTERESTED");
        assertThat(description.threshold())
                .isEqualTo(new Threshold(0.25, "the test", Optional.empty()));
        assertThat(description.trainedOn().condition()).contains("Baseline");
        assertThat(description.trainedOn().seed()).contains(3L);
        assertThat(description.trainedOn().bestEpoch()).contains(best);
        assertThat(description.trainedOn().notes()).containsEntry("ending", "COMPLETED");
        assertThat(ModelFile.describe(last).trainedOn().bestEpoch()).contains(2);
    }

    @Test
    void backboneOfOnesOwnIsOpenedWithIt() throws IOException {
        Backbone own =
                new Backbone() {
                    @Override
                    public Block build(Seed seed) {
                        return MiniXception.defaults().withWidth(0.5).build(seed);
                    }

                    @Override
                    public String toString() {
                        return "own network";
                    }
                };
        Composition composition = Pictures.compose(folder, 8);
        Path model = folder.resolve("model.safetensors");
        List<Sample> samples = composition.samples(Split.TEST);
        try (TrainingRun run =
                Training.run(
                        plan("mini-xception").withBackbone(own),
                        composition,
                        new Seed(3),
                        ProgressListener.none())) {
            run.model().save(model, Threshold.HALF, new LabelNames("calm", "moved"));
            try (Predictor predictor = Predictor.open(model, DeviceChoice.CPU, own)) {
                Predictions trained = run.model().predict(samples);
                for (int i = 0; i < samples.size(); i++) {
                    double probability =
                            predictor.predict(ImageFiles.read(samples.get(i).file())).probability();
                    assertThat(probability)
                            .isCloseTo(trained.all().get(i).probability(), within(1e-5));
                }
                assertThat(predictor.description().labels())
                        .isEqualTo(new LabelNames("calm", "moved"));
            }
        }
        assertThatThrownBy(() -> Predictor.open(model, DeviceChoice.CPU))
                .isInstanceOf(InputException.class);
    }
}
