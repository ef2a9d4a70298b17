package dev.fer4j.synthesis.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.Demographics;
import dev.fer4j.core.Gender;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VariantCountsTest {

    private static Sample frame(int number, Label label, Gender gender) {
        return new Sample(
                "f" + number,
                Path.of("f" + number + ".png").toAbsolutePath(),
                label,
                "p" + number,
                "r" + number,
                Optional.empty(),
                Optional.empty(),
                "baseline",
                new Origin.VideoFrame("clip.mp4", 0, 0, false),
                new Demographics(Optional.of(gender), Optional.empty()),
                Rights.UNKNOWN,
                "0".repeat(64));
    }

    /** Six frames of interested women, two of others. */
    private static final List<Sample> FRAMES =
            Stream.concat(
                            IntStream.range(0, 6)
                                    .mapToObj(i -> frame(i, Label.INTERESTED, Gender.FEMALE)),
                            Stream.of(
                                    frame(6, Label.NOT_INTERESTED, Gender.FEMALE),
                                    frame(7, Label.NOT_INTERESTED, Gender.MALE)))
                    .toList();

    @Test
    void everyFrameGetsAsManyAsInThePaper() {
        assertThat(VariantCounts.paper().of(FRAMES)).hasSize(8).values().containsOnly(6);
    }

    @Test
    void fewerFramesOfALabelGetMoreImagesEachSoThatBothLabelsHaveAsMany() {
        var counts = new VariantCounts(6, VariantCounts.Cells.LABEL, 100).of(FRAMES);
        assertThat(counts).containsEntry("f0", 6).containsEntry("f6", 18).containsEntry("f7", 18);
    }

    @Test
    void groupsAreFilledUpToALimit() {
        var counts = new VariantCounts(6, VariantCounts.Cells.LABEL_AND_GROUP, 20).of(FRAMES);
        assertThat(counts).containsEntry("f0", 6).containsEntry("f6", 20).containsEntry("f7", 20);
        assertThatThrownBy(() -> new VariantCounts(6, VariantCounts.Cells.NONE, 5))
                .hasMessageContaining("at most 5 images of a frame, and 6 of each");
    }
}
