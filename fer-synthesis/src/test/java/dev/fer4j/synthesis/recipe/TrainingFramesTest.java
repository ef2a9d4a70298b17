package dev.fer4j.synthesis.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.LeakageGate;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.source.Still;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingFramesTest {

    @TempDir private Path folder;

    private Composition composition;

    /** Four recordings of each category, of a person each, of three frames. */
    @BeforeEach
    void compose() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (AdCategory category :
                List.of(
                        AdCategory.FOOD_MARKET,
                        AdCategory.COSMETICS_FASHION,
                        AdCategory.CAR_TECHNOLOGY)) {
            for (int recording = 0; recording < 4; recording++) {
                for (int frame = 0; frame < 3; frame++) {
                    samples.add(sample(category, recording, frame));
                }
            }
        }
        composition =
                Composition.compose(
                        Condition.BASELINE,
                        CategorySplit.paper(),
                        List.of(new Manifest("baseline", samples, List.of())),
                        new LeakageGate(Optional.empty(), Map.of()));
    }

    private Sample sample(AdCategory category, int recording, int frame) throws IOException {
        String name = category.id() + "-" + recording;
        RandomGenerator random = new Seed(1).derive(name, frame).generator();
        byte[] rgb = new byte[3 * 8 * 8];
        random.nextBytes(rgb);
        Path file = folder.resolve(name + "-" + frame + ".png");
        ImageFiles.writePng(file, new RgbImage(8, 8, rgb));
        return new Sample(
                "baseline/" + name + "/" + frame,
                file,
                recording % 2 == 0 ? Label.INTERESTED : Label.NOT_INTERESTED,
                "person " + name,
                name,
                Optional.empty(),
                Optional.of(category),
                "baseline",
                new Origin.VideoFrame(name + ".mp4", frame, frame, false),
                Demographics.UNKNOWN,
                Rights.UNKNOWN,
                Hashing.sha256().hashBytes(Files.readAllBytes(file)).toString());
    }

    @Test
    void oneFrameOfEachTrainingRecordingIsChosenByTheSeed() {
        TrainingFrames frames = TrainingFrames.of(composition, new Seed(1));
        assertThat(frames.frames())
                .extracting(Sample::recording)
                .containsExactly(
                        "food-market-0", "food-market-1", "food-market-2", "food-market-3");
        assertThat(frames.all()).hasSize(12);
        assertThat(TrainingFrames.of(composition, new Seed(1)).frames()).isEqualTo(frames.frames());
        assertThat(
                        LongStream.range(0, 40)
                                .mapToObj(
                                        seed ->
                                                TrainingFrames.of(composition, new Seed(seed))
                                                        .frames()
                                                        .get(0)
                                                        .id())
                                .distinct())
                .hasSize(3);
    }

    @Test
    void imagesOfAServiceThatWereMadeFromOthersAreRefused() throws IOException {
        TrainingFrames frames = TrainingFrames.of(composition, new Seed(1));
        SourceListing listing =
                new SourceListing(
                        "stylegan2",
                        folder,
                        List.of(),
                        List.of(still("food-market-1"), still("car-technology-1")),
                        List.of());

        Manifest manifest =
                new ExternalImages(() -> listing).generate(frames, ProgressListener.none());

        assertThat(manifest.samples())
                .extracting(Sample::id)
                .containsExactly("stylegan2/of-food-market-1");
        assertThat(manifest.quarantined())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("of-car-technology-1")
                .contains("was made from a recording that is not in training");
    }

    private Still still(String parent) {
        return new Still(
                "stylegan2/of-" + parent,
                folder.resolve(parent + "-0.png"),
                Label.NOT_INTERESTED,
                "person " + parent,
                "stylegan2/" + parent,
                Optional.empty(),
                Optional.empty(),
                new Origin.Synthetic(parent, Optional.of(0L), "stylegan2-of-a-service", 1),
                Demographics.UNKNOWN,
                Rights.UNKNOWN);
    }
}
