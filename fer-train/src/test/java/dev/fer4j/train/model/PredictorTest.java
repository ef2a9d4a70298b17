package dev.fer4j.train.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.image.ImageFit;
import dev.fer4j.eval.metric.AggregationRule;
import dev.fer4j.train.device.Arithmetic.Precision;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loader.ImageSource;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.StagedBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PredictorTest {

    @TempDir private Path folder;

    private Predictor predictor;

    @BeforeEach
    void open() throws IOException {
        predictor = Predictor.open(TestModel.write(folder), DeviceChoice.CPU);
    }

    @AfterEach
    void close() {
        predictor.close();
    }

    @Test
    void predictionsAreTheUnfoldedNetworks() {
        List<RgbImage> pictures = TestModel.pictures(20);
        List<ImagePrediction> predictions = predictor.predict(pictures);
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            StagedBlock network = TestModel.network(TestModel.BACKBONE, TestModel.SIZE, manager);
            for (int i = 0; i < pictures.size(); i++) {
                byte[] square = ImageFiles.resize(pictures.get(i), 48, 48).rgb();
                double logit =
                        GradientMode.off(
                                () -> {
                                    NDArray images =
                                            Batch.asInput(ByteBuffer.wrap(square), 1, 48, manager);
                                    return network.forward(
                                                    new ParameterStore(manager, false),
                                                    new NDList(images),
                                                    false)
                                            .singletonOrThrow()
                                            .toFloatArray()[0];
                                });
                ImagePrediction prediction = predictions.get(i);
                assertThat(prediction.logit())
                        .isCloseTo(logit, within(1e-5 * Math.max(0.1, Math.abs(logit))));
                assertThat(prediction.probability())
                        .isCloseTo(1 / (1 + Math.exp(-logit)), within(1e-5));
                assertThat(prediction.label())
                        .isEqualTo(
                                prediction.probability() >= 0.47
                                        ? Label.INTERESTED
                                        : Label.NOT_INTERESTED);
            }
        }
        assertThat(predictions).extracting(ImagePrediction::logit).doesNotHaveDuplicates();
    }

    @Test
    void eightThreadsGiveTheBitsOfOne() throws InterruptedException, ExecutionException {
        List<RgbImage> pictures = TestModel.pictures(19);
        List<ImagePrediction> expected = predictor.predict(pictures);
        List<ImagePrediction> single = pictures.stream().map(predictor::predict).toList();
        for (int i = 0; i < single.size(); i++) {
            assertThat(single.get(i).logit()).isCloseTo(expected.get(i).logit(), within(1e-6));
        }
        Callable<List<ImagePrediction>> whole = () -> predictor.predict(pictures);
        Callable<List<ImagePrediction>> apart =
                () -> pictures.stream().map(predictor::predict).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<ImagePrediction>>> results = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                results.add(threads.submit(i % 2 == 0 ? whole : apart));
            }
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(i % 2 == 0 ? expected : single);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void closingWhileOthersPredictIsAnException() throws InterruptedException {
        List<RgbImage> pictures = TestModel.pictures(40);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch begun = new CountDownLatch(4);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                results.add(
                        threads.submit(
                                () -> {
                                    int predicted = predictor.predict(pictures).size();
                                    begun.countDown();
                                    while (true) {
                                        predicted += predictor.predict(pictures).size();
                                    }
                                }));
            }
            begun.await();
            predictor.close();
            for (Future<Integer> result : results) {
                assertThatThrownBy(result::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasRootCauseInstanceOf(IllegalStateException.class)
                        .hasRootCauseMessage("the predictor is closed");
            }
        } finally {
            threads.shutdownNow();
        }
        predictor.close();
        assertThatThrownBy(() -> predictor.predict(pictures.get(0)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void samplesAreReadByTheLoaderAndGrouped() throws IOException {
        List<Sample> samples = new ArrayList<>();
        List<RgbImage> pictures = TestModel.pictures(30);
        for (int i = 0; i < 30; i++) {
            samples.add(sample(i, pictures.get(i)));
        }
        List<Long> done = new ArrayList<>();
        ProgressListener listener = progress -> done.add(progress.done());
        SamplePredictions predictions =
                predictor.predict(
                        samples,
                        ImageSource.of(Optional.empty(), 48, ProgressListener.none()),
                        listener);
        assertThat(predictions.all())
                .extracting(SamplePrediction::prediction)
                .isEqualTo(predictor.predict(pictures));
        assertThat(done).last().isEqualTo(30L);
        List<GroupPrediction> recordings = predictions.byRecording(AggregationRule.MEAN_LOGIT);
        assertThat(recordings).hasSize(10).allMatch(recording -> recording.images() == 3);
        assertThat(recordings.get(2).logit().orElseThrow())
                .isCloseTo(
                        predictions.all().subList(6, 9).stream()
                                .mapToDouble(one -> one.prediction().logit())
                                .average()
                                .orElseThrow(),
                        within(1e-12));
        assertThat(predictions.byParticipant(AggregationRule.vote(0.47)))
                .extracting(GroupPrediction::id)
                .containsExactly("p0", "p1", "p2", "p3", "p4");
        Predictions forEvaluation = predictions.toPredictions();
        assertThat(forEvaluation.size()).isEqualTo(30);
        assertThat(forEvaluation.all().get(0).groups()).containsEntry("category", "food-market");
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        ImageSource images = ImageSource.of(Optional.empty(), 64, ProgressListener.none());
        assertThatThrownBy(() -> predictor.predict(List.of(), images, ProgressListener.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64");
    }

    @ParameterizedTest
    @EnumSource(ImageFit.class)
    void imagesBecomeSquareAsTheModelSays(ImageFit fit) throws IOException {
        Path file = TestModel.write(folder, fit);
        RgbImage wide = TestModel.pictures(1).get(0);
        RgbImage square = fit.square(wide, TestModel.SIZE);
        List<Sample> samples = List.of(sample(0, wide));
        try (Predictor own = Predictor.open(file, DeviceChoice.CPU)) {
            assertThat(own.description().preprocessing().fit()).isEqualTo(fit);
            ImagePrediction expected = own.predict(square);
            assertThat(own.predict(wide)).isEqualTo(expected);
            ImageSource images =
                    ImageSource.of(
                            Optional.of(folder.resolve("store")),
                            TestModel.SIZE,
                            fit,
                            ProgressListener.none());
            assertThat(own.predict(samples, images, ProgressListener.none()).all().get(0))
                    .isEqualTo(new SamplePrediction(samples.get(0), expected));
        }
    }

    @Test
    void imagesOfAnotherFitAreRefused() {
        ImageSource images =
                ImageSource.of(Optional.empty(), 48, ImageFit.CROP, ProgressListener.none());
        assertThatThrownBy(() -> predictor.predict(List.of(), images, ProgressListener.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CROP");
    }

    private Sample sample(int number, RgbImage picture) throws IOException {
        Path file = folder.resolve(number + ".png").toAbsolutePath();
        ImageFiles.writePng(file, picture);
        return new Sample(
                "s" + number,
                file,
                Label.INTERESTED,
                "p" + number / 6,
                "r" + number / 3,
                Optional.empty(),
                Optional.of(AdCategory.FOOD_MARKET),
                "test",
                new Origin.StillImage(number + ".png"),
                Demographics.UNKNOWN,
                Rights.UNKNOWN,
                Sha256.of(file));
    }

    @Test
    void bfloat16ChangesLogitsALittle() throws IOException {
        Path file = TestModel.write(folder);
        List<RgbImage> pictures = TestModel.pictures(8);
        try (Predictor exact = Predictor.open(file, DeviceChoice.CPU);
                Predictor narrow = Predictor.open(file, DeviceChoice.CPU, Precision.BFLOAT16)) {
            List<ImagePrediction> expected = exact.predict(pictures);
            List<ImagePrediction> found = narrow.predict(pictures);
            assertThat(found).isNotEqualTo(expected);
            for (int i = 0; i < pictures.size(); i++) {
                assertThat(found.get(i).probability())
                        .isCloseTo(expected.get(i).probability(), within(0.02));
            }
        }
    }

    @Test
    void tf32IsNotAPrecisionOfAPredictor() throws IOException {
        Path file = TestModel.write(folder);
        assertThatThrownBy(() -> Predictor.open(file, DeviceChoice.CPU, Precision.TF32))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("predict in float32 or bfloat16");
    }
}
