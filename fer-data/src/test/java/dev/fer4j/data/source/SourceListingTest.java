package dev.fer4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Problem.Kind;
import dev.fer4j.core.Rights;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceListingTest {

    private static final Path FOLDER = Path.of("data").toAbsolutePath();

    private static Still still(String file, Label label, String participant, String recording) {
        return new Still(
                "own/" + file,
                FOLDER.resolve(file),
                label,
                participant,
                recording,
                Optional.empty(),
                Optional.empty(),
                new Origin.StillImage(file),
                Demographics.UNKNOWN,
                Rights.UNKNOWN);
    }

    private static SourceListing listing(List<Recording> recordings, Still... stills) {
        return new SourceListing("own", FOLDER, recordings, List.of(stills), List.of());
    }

    @Test
    void aRecordingOfTwoLabelsOrPeopleIsLeftOut() {
        SourceListing listing =
                listing(
                        List.of(),
                        still("1.png", Label.INTERESTED, "p1", "r1"),
                        still("2.png", Label.NOT_INTERESTED, "p1", "r1"),
                        still("3.png", Label.INTERESTED, "p1", "r2"),
                        still("4.png", Label.INTERESTED, "p2", "r2"),
                        still("5.png", Label.INTERESTED, "p2", "r2"),
                        still("6.png", Label.INTERESTED, "p3", "r3"),
                        still("7.png", Label.INTERESTED, "p3", "r3"));

        assertThat(listing.stills())
                .extracting(Still::id)
                .containsExactly("own/6.png", "own/7.png");
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(
                        tuple(Kind.DUPLICATE, "1.png"),
                        tuple(Kind.DUPLICATE, "2.png"),
                        tuple(Kind.DUPLICATE, "3.png"),
                        tuple(Kind.DUPLICATE, "4.png"),
                        tuple(Kind.DUPLICATE, "5.png"));
        assertThat(listing.problems().get(0).cause())
                .contains("r1", "1.png (INTERESTED, p1)", "2.png (NOT_INTERESTED, p1)");
    }

    @Test
    void stillsMayNotContradictTheRecordingThatTheyBelongTo() {
        Recording recording =
                new Recording(
                        "r1",
                        List.of(FOLDER.resolve("1.mp4")),
                        Label.INTERESTED,
                        "p1",
                        Optional.empty(),
                        Optional.empty(),
                        Demographics.UNKNOWN,
                        Rights.UNKNOWN);

        SourceListing agreeing =
                listing(List.of(recording), still("1.png", Label.INTERESTED, "p1", "r1"));
        SourceListing contrary =
                listing(List.of(recording), still("1.png", Label.INTERESTED, "p2", "r1"));

        assertThat(agreeing.problems()).isEmpty();
        assertThat(contrary.recordings()).isEmpty();
        assertThat(contrary.stills()).isEmpty();
        assertThat(contrary.problems())
                .extracting(Problem::subject)
                .containsExactly("1.mp4", "1.png");
    }

    @Test
    void idsAreDistinct() {
        Still still = still("1.png", Label.INTERESTED, "p1", "r1");
        assertThatThrownBy(() -> listing(List.of(), still, still))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
