package dev.fer4j.synthesis.recipe;

import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.google.common.hash.Hashing;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.LeakageGate;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.synthesis.generation.ImageGenerator;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.synthesis.projection.ProjectionPlan;
import dev.fer4j.synthesis.projection.Projector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StyleGan2RecipeTest {

    private static final ProjectionPlan PLAN =
            ProjectionPlan.defaults().withSteps(4).withThreshold(100);

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    @TempDir private Path folder;
    private NDManager manager;
    private Generator generator;

    @BeforeEach
    void makeAGenerator() {
        manager = NDManager.newBaseManager(Device.cpu());
        generator =
                Generator.create(
                        manager,
                        StyleGan2Config.published(16)
                                .withChannels(128, 8)
                                .withDimensions(8, 8)
                                .withMappingLayers(2),
                        new Seed(4));
        generator.learns(false);
        generator.estimateAverage(new Seed(1), 1000);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    /** A frame of each recording; by person: "ann" with two recordings, … */
    private TrainingFrames frames(Map<String, Integer> recordings) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Map.Entry<String, Integer> person : new TreeMap<>(recordings).entrySet()) {
            for (int i = 0; i < person.getValue(); i++) {
                samples.add(sample(AdCategory.FOOD_MARKET, person.getKey(), i));
            }
        }
        for (AdCategory other : List.of(AdCategory.COSMETICS_FASHION, AdCategory.CAR_TECHNOLOGY)) {
            samples.add(sample(other, other.id() + " a", 0));
            samples.add(sample(other, other.id() + " b", 1));
        }
        return TrainingFrames.of(
                Composition.compose(
                        Condition.BASELINE,
                        CategorySplit.paper(),
                        List.of(new Manifest("baseline", samples, List.of())),
                        new LeakageGate(Optional.empty(), Map.of())),
                new Seed(1));
    }

    private Sample sample(AdCategory category, String person, int recording) throws IOException {
        String name = person.replace(' ', '-') + "-" + recording;
        byte[] rgb = new byte[3 * 16 * 16];
        new Seed(1).derive(name).generator().nextBytes(rgb);
        Path file = folder.resolve(name + ".png");
        ImageFiles.writePng(file, new RgbImage(16, 16, rgb));
        return new Sample(
                "baseline/" + name,
                file,
                recording % 2 == 0 ? Label.INTERESTED : Label.NOT_INTERESTED,
                person,
                name,
                Optional.empty(),
                Optional.of(category),
                "baseline",
                new Origin.VideoFrame(name + ".mp4", 0, 0, false),
                Demographics.UNKNOWN,
                Rights.UNKNOWN,
                Hashing.sha256().hashBytes(Files.readAllBytes(file)).toString());
    }

    private Manifest generate(Path out, TrainingFrames frames, ProgressListener listener)
            throws IOException {
        return new StyleGan2Recipe(
                        out,
                        new ImageGenerator(generator, Truncation.of(0.7)),
                        new Projector(generator, PLAN, Optional.empty()),
                        new StyleGan2Recipe.Settings(
                                "stylegan2-test",
                                "a digest",
                                PLAN,
                                3,
                                VariantCounts.of(2),
                                new Seed(6)))
                .generate(frames, listener);
    }

    private static Map<String, String> digests(Path out) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // The list of the folder's own files names them in the order of writing.
                if (!file.getFileName().toString().equals(".fer4j")) {
                    digests.put(out.relativize(file).toString(), Sha256.of(file));
                }
            }
        }
        return digests;
    }

    private static List<Path> records(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(file -> file.endsWith("projection.json")).sorted().toList();
        }
    }

    private static void resetTimes(Path out) throws IOException {
        for (Path record : records(out)) {
            Files.setLastModifiedTime(record, LONG_AGO);
        }
    }

    /** The recordings whose records were written since their times were reset. */
    private static List<String> rewritten(Path out) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path record : records(out)) {
            if (!Files.getLastModifiedTime(record).equals(LONG_AGO)) {
                found.add(record.getParent().getFileName().toString());
            }
        }
        return found;
    }

    @Test
    void runThatWasStoppedAmidAGroupGoesOnToTheSameBytes() throws IOException {
        TrainingFrames frames = frames(Map.of("ann", 9, "ben", 2, "cem", 1));
        Path whole = folder.resolve("whole");
        List<Progress> seen = new ArrayList<>();
        Manifest made = generate(whole, frames, seen::add);
        assertThat(made.samples()).hasSize(24);
        // Groups of 5 and 4 frames of one person, and of the 3 of two others.
        assertThat(seen)
                .hasSize(3 * 4 + 12)
                .isSortedAccordingTo(comparingLong(Progress::done))
                .endsWith(new Progress("synthesizing", 12, 12, "24 images, 0 frames dropped"));
        assertThat(seen.get(0).note()).isEqualTo("0 images, 0 frames dropped");

        Path stopped = folder.resolve("stopped");
        assertThatThrownBy(
                        () ->
                                generate(
                                        stopped,
                                        frames,
                                        progress -> {
                                            // Only the last group is not finished.
                                            if (progress.note().startsWith("18 images")) {
                                                throw new IllegalStateException("stopped");
                                            }
                                        }))
                .hasMessage("stopped");
        // As if it had been killed while it wrote two groups.
        Files.deleteIfExists(stopped.resolve("ben-0/projection.json"));
        Files.delete(stopped.resolve("ann-2/projection.json"));
        Files.delete(stopped.resolve("ann-4/1.png"));
        resetTimes(stopped);
        generate(stopped, frames, ProgressListener.none());

        assertThat(digests(stopped)).isEqualTo(digests(whole));
        assertThat(rewritten(stopped)).contains("ann-2", "ann-4", "ben-0").doesNotContain("ann-0");
    }

    @Test
    void withdrawalRemovesAPersonsFilesAndRepeatsOnlyTheGroupsThatChange() throws IOException {
        Path out = folder.resolve("out");
        generate(out, frames(Map.of("ann", 9, "ben", 2, "cem", 1)), ProgressListener.none());
        resetTimes(out);

        TrainingFrames fewer = frames(Map.of("ann", 9, "cem", 1));
        generate(out, fewer, ProgressListener.none());

        assertThat(digests(out).keySet()).noneMatch(name -> name.startsWith("ben"));
        assertThat(rewritten(out)).containsExactly("cem-0");
        Path fresh = folder.resolve("fresh");
        generate(fresh, fewer, ProgressListener.none());
        assertThat(digests(out)).isEqualTo(digests(fresh));
    }
}
