package dev.fer4j.synthesis.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import com.google.common.hash.Hashing;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.train.checkpoint.Checkpoints;
import dev.fer4j.train.checkpoint.Settings;
import dev.fer4j.train.device.EngineInfo;
import dev.fer4j.train.tensor.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GanTrainingTest {

    private static final GanPlan PLAN =
            GanPlan.small(
                            StyleGan2Config.published(16)
                                    .withChannels(128, 8)
                                    .withDimensions(8, 8)
                                    .withMappingLayers(2))
                    .withBatch(4)
                    .withImages(80)
                    .withEvery(32);

    @TempDir private Path folder;

    private final List<Sample> samples = new ArrayList<>();

    @BeforeEach
    void drawImages() throws IOException {
        RandomGenerator random = new Seed(3).generator();
        for (int i = 0; i < 10; i++) {
            byte[] rgb = new byte[20 * 20 * 3];
            int level = random.nextInt(100);
            for (int j = 0; j < rgb.length; j++) {
                rgb[j] = (byte) (level + random.nextInt(60));
            }
            Path file = folder.resolve("image" + i + ".png");
            ImageFiles.writePng(file, new RgbImage(20, 20, rgb));
            samples.add(
                    new Sample(
                            "s" + i,
                            file,
                            Label.INTERESTED,
                            "p" + i,
                            "r" + i,
                            Optional.empty(),
                            Optional.empty(),
                            "test",
                            new Origin.StillImage("image" + i),
                            Demographics.UNKNOWN,
                            Rights.UNKNOWN,
                            Hashing.sha256().hashBytes(Files.readAllBytes(file)).toString()));
        }
    }

    private static Map<String, float[]> weights(GanRun run) {
        Map<String, float[]> weights = new TreeMap<>();
        run.generator().parameters().forEach((n, p) -> weights.put("g." + n, floats(p.getArray())));
        run.discriminator()
                .parameters()
                .forEach((n, p) -> weights.put("d." + n, floats(p.getArray())));
        return weights;
    }

    private static float[] floats(NDArray array) {
        return array.toFloatArray();
    }

    private static void assertSame(Map<String, float[]> one, Map<String, float[]> other) {
        assertThat(one.keySet()).isEqualTo(other.keySet());
        one.forEach((name, values) -> assertThat(values).as(name).isEqualTo(other.get(name)));
    }

    @Test
    void trainingIsTheSameForASeedAndEndsWithFiniteLosses() throws IOException {
        try (GanRun first = GanTraining.run(PLAN, samples, new Seed(1), GanOptions.defaults());
                GanRun again = GanTraining.run(PLAN, samples, new Seed(1), GanOptions.defaults());
                GanRun other = GanTraining.run(PLAN, samples, new Seed(2), GanOptions.defaults())) {
            assertThat(first.ending()).isEqualTo(GanRun.Ending.COMPLETED);
            assertThat(first.history().rows())
                    .extracting(GanHistory.Row::images)
                    .containsExactly(32L, 64L, 80L);
            assertThat(first.history().rows())
                    .allMatch(row -> Double.isFinite(row.generatorLoss() + row.discriminatorLoss()))
                    .allMatch(row -> row.pathPenalty().isPresent());
            assertThat(first.history().rows().get(0).r1()).isPresent();
            assertThat(first.history()).isEqualTo(again.history());
            assertSame(weights(first), weights(again));
            assertThat(weights(first).get("d.b4.out.weight"))
                    .isNotEqualTo(weights(other).get("d.b4.out.weight"));
            assertThatItsFilesSayWhoseFacesItLearnedFrom(first);
        }
    }

    private void assertThatItsFilesSayWhoseFacesItLearnedFrom(GanRun run) throws IOException {
        Path generator = run.save(folder);
        for (Path written : List.of(generator, folder.resolve("networks.safetensors"))) {
            try (SafetensorsFile file = SafetensorsFile.open(written)) {
                assertThat(file.metadata())
                        .containsEntry("fer4j.sources", "test")
                        .containsEntry("fer4j.licences", "unknown")
                        .containsEntry("fer4j.consents", "unknown")
                        .containsEntry("fer4j.seed", "1");
            }
        }
    }

    @Test
    void identityNamesTheEngine() {
        EngineInfo engine = EngineInfo.current();
        assertThat(GanIdentity.of(PLAN, samples, new Seed(1)).entries())
                .containsEntry("djl", engine.djl())
                .containsEntry("pytorch", engine.pytorch());
    }

    @Test
    void stoppedTrainingGoesOnToTheSameBits() {
        Checkpoints kept = Checkpoints.in(folder.resolve("checkpoints"));
        AtomicInteger asked = new AtomicInteger();
        try (GanRun whole = GanTraining.run(PLAN, samples, new Seed(1), GanOptions.defaults())) {
            try (GanRun stopped =
                    GanTraining.run(
                            PLAN,
                            samples,
                            new Seed(1),
                            GanOptions.defaults()
                                    .withCheckpoints(kept)
                                    .withStopRequested(() -> asked.incrementAndGet() > 11))) {
                assertThat(stopped.ending()).isEqualTo(GanRun.Ending.STOPPED);
                assertThat(stopped.history().rows()).hasSize(1);
            }
            List<String> resumed = new ArrayList<>();
            try (GanRun rest =
                    GanTraining.run(
                            PLAN,
                            samples,
                            new Seed(1),
                            GanOptions.defaults()
                                    .withCheckpoints(kept)
                                    .withListener(
                                            new GanListener() {
                                                @Override
                                                public void resumed(GanHistory history) {
                                                    resumed.add("rows " + history.rows().size());
                                                }
                                            }))) {
                assertThat(resumed).containsExactly("rows 1");
                assertThat(rest.history()).isEqualTo(whole.history());
                assertSame(weights(rest), weights(whole));
            }
        }
    }

    @Test
    void trainingThatHasEndedGoesOnIfMoreImagesArePlanned() {
        Checkpoints kept =
                new Checkpoints(folder.resolve("checkpoints"), Duration.ZERO, Settings.defaults());
        GanOptions options = GanOptions.defaults().withCheckpoints(kept);
        GanPlan shorter = PLAN.withImages(64);
        GanTraining.run(shorter, samples, new Seed(1), options).close();
        try (GanRun longer = GanTraining.run(PLAN, samples, new Seed(1), options);
                GanRun whole = GanTraining.run(PLAN, samples, new Seed(1), GanOptions.defaults())) {
            assertSame(weights(longer), weights(whole));
        }
        assertThatThrownBy(() -> GanTraining.run(PLAN.withBatch(8), samples, new Seed(1), options))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("config.batch");
    }

    @Test
    void allBadSettingsAreRefusedAtOnce() {
        GanPlan bad = PLAN.withImages(0).withBatch(2000).withRate(2);
        assertThatThrownBy(() -> GanTraining.run(bad, samples, new Seed(1), GanOptions.defaults()))
                .isInstanceOfSatisfying(
                        PlanException.class,
                        e ->
                                assertThat(e.problems())
                                        .extracting(Problem::subject)
                                        .containsExactly("images 0", "batch 2000", "rate 2.0"));
    }
}
