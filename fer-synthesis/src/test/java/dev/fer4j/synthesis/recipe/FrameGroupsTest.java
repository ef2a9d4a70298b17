package dev.fer4j.synthesis.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Demographics;
import dev.fer4j.core.Groups;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameGroupsTest {

    /** Frames of people with the given numbers of frames: a1, a2, …, b1, …. */
    private static List<Sample> frames(int... counts) {
        List<Sample> frames = new ArrayList<>();
        for (int person = 0; person < counts.length; person++) {
            for (int i = 1; i <= counts[person]; i++) {
                String name = (char) ('a' + person) + "" + i;
                frames.add(
                        new Sample(
                                name,
                                Path.of("/" + name + ".png"),
                                Label.INTERESTED,
                                "person " + (char) ('a' + person),
                                name,
                                Optional.empty(),
                                Optional.empty(),
                                "baseline",
                                new Origin.VideoFrame(name + ".mp4", 0, 0, false),
                                Demographics.UNKNOWN,
                                Rights.UNKNOWN,
                                "0".repeat(64),
                                Groups.NONE));
            }
        }
        return frames;
    }

    private static List<String> groups(int... counts) {
        return FrameGroups.of(frames(counts), 4).stream()
                .map(group -> String.join(" ", group.stream().map(Sample::id).toList()))
                .toList();
    }

    @Test
    void framesOfAPersonWithManyAreDividedEvenlyAndThoseOfOthersStayTogether() {
        assertThat(groups(5, 1, 2, 2, 4))
                .containsExactly("a1 a2 a3", "a4 a5", "b1 c1 c2", "e1 e2 e3 e4", "d1 d2");
        assertThat(groups(9)).containsExactly("a1 a2 a3", "a4 a5 a6", "a7 a8 a9");
        assertThat(groups()).isEmpty();
    }

    @Test
    void withoutAPersonWithManyFramesAllOtherGroupsAreTheSame() {
        List<String> all = groups(2, 6, 1, 5);
        List<Sample> others =
                frames(2, 6, 1, 5).stream()
                        .filter(frame -> !frame.participant().equals("person b"))
                        .toList();
        assertThat(FrameGroups.of(others, 4).stream().map(group -> group.get(0).id()))
                .containsExactlyInAnyOrder("a1", "d1", "d4");
        assertThat(all).contains("a1 a2 c1", "d1 d2 d3", "d4 d5");
    }
}
