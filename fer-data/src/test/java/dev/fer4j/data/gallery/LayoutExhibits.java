package dev.fer4j.data.gallery;

import static dev.fer4j.data.gallery.Exhibit.partlyUsed;
import static dev.fer4j.data.gallery.Exhibit.problem;
import static dev.fer4j.data.gallery.Exhibit.quarantined;
import static dev.fer4j.data.gallery.Exhibit.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Label;
import dev.fer4j.core.Problem.Kind;
import dev.fer4j.core.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders of recordings and rows of the questionnaire. */
final class LayoutExhibits {

    private static final String FOOD = "Food_and_Market_Subfolder/";

    /** Columns of the questionnaire. */
    private static final int PARTICIPANT = 1;

    private static final int INTERESTED = 6;

    private LayoutExhibits() {}

    static List<Exhibit> folders() {
        return List.of(
                quarantined(
                        "broken clip beside a good one of the same recording",
                        Kind.UNREADABLE,
                        "is left out",
                        (corpus, number) -> {
                            ClipBytes.healthy(corpus.lab().clip(number, "1.mp4"));
                            Files.writeString(
                                    corpus.lab().path(FOOD + number + "/A01/J/2.mp4"),
                                    Oddities.HTML);
                        }),
                partlyUsed(
                        "copies of a clip in its folder",
                        1,
                        (corpus, number) -> {
                            Path clip = corpus.lab().clip(number, "1.mp4");
                            ClipBytes.healthy(clip);
                            Files.copy(clip, corpus.lab().misplaced(copy(number, "1 (1).mp4"), ""));
                            Files.copy(
                                    clip, corpus.lab().misplaced(copy(number, "1 - Copy.mp4"), ""));
                        },
                        problem(Kind.UNUSED, "is a copy of 1.mp4"),
                        problem(Kind.UNUSED, "is a copy of 1.mp4")),
                new Exhibit(
                        "files of operating systems (`.DS_Store`, `Thumbs.db`, `._1.mp4`)",
                        LayoutExhibits::withSystemFiles,
                        List.of(),
                        1,
                        "neither read nor reported",
                        (samples, images) -> assertThat(samples).hasSize(Corpus.FRAMES)),
                quarantined(
                        "two folders of one recording",
                        (corpus, number) -> {
                            ClipBytes.healthy(corpus.lab().clip(number, "1.mp4"));
                            ClipBytes.healthy(
                                    corpus.lab().misplaced(FOOD + "P" + number + "/A1/J", "1.mp4"));
                        },
                        problem(Kind.DUPLICATE, "is one of 2 recordings"),
                        problem(Kind.DUPLICATE, "is one of 2 recordings")),
                quarantined(
                        "clip outside of an emotion's folder",
                        Kind.UNEXPECTED_LAYOUT,
                        "is a clip outside",
                        (corpus, number) ->
                                ClipBytes.healthy(
                                        corpus.lab()
                                                .misplaced(FOOD + "stray" + number + ".mp4", ""))),
                quarantined(
                        "participant without a number",
                        Kind.UNEXPECTED_LAYOUT,
                        "a participant's number",
                        (corpus, number) ->
                                ClipBytes.healthy(
                                        corpus.lab()
                                                .misplaced(
                                                        FOOD + "visitor" + number, "A01/J/1.mp4"))),
                quarantined(
                        "unknown category",
                        Kind.UNKNOWN_CATEGORY,
                        "does not match exactly one known category",
                        (corpus, number) ->
                                ClipBytes.healthy(
                                        corpus.lab()
                                                .misplaced("Sports_" + number, "60/A01/J/1.mp4"))));
    }

    private static String copy(int number, String name) {
        return FOOD + number + "/A01/J/" + name;
    }

    private static void withSystemFiles(Corpus corpus, int number) throws IOException {
        Path clip = corpus.lab().clip(number, "1.mp4");
        ClipBytes.healthy(clip);
        for (String name : List.of(".DS_Store", "Thumbs.db", "._1.mp4", "desktop.ini")) {
            Files.writeString(clip.resolveSibling(name), "no clip");
        }
        Path beside = Files.createDirectories(clip.resolve("../../__MACOSX").normalize());
        Files.writeString(beside.resolve("._1.mp4"), "no clip");
    }

    static List<Exhibit> rows() {
        return List.of(
                row("unknown label", Kind.UNKNOWN_LABEL, "'perhaps'", "perhaps"),
                row(
                        "number of a scale as a label",
                        Kind.UNKNOWN_LABEL,
                        "where the column has other numbers",
                        "4"),
                row("blank label", Kind.NO_LABEL, "INTERESTED IN is blank", ""),
                quarantined(
                        "recording without a row",
                        Kind.NO_LABEL,
                        "has no row",
                        (corpus, number) ->
                                ClipBytes.healthy(corpus.lab().recording(number, "A01", "1.mp4"))),
                quarantined(
                        "two rows that disagree",
                        Kind.DUPLICATE,
                        "disagree",
                        (corpus, number) -> {
                            ClipBytes.healthy(corpus.lab().clip(number, "1.mp4"));
                            corpus.lab().row(number, "A01", "No");
                        }),
                partlyUsed(
                        "two rows that agree",
                        1,
                        (corpus, number) -> {
                            ClipBytes.healthy(corpus.lab().clip(number, "1.mp4"));
                            corpus.lab().rowOfNobody(number, "A01", "yes");
                        },
                        problem(Kind.UNUSED, "another row is used")),
                quarantined(
                        "row without a recording",
                        Kind.UNUSED,
                        "there is no recording of",
                        (corpus, number) -> corpus.lab().rowOfNobody(number, "A01", "Yes")),
                withoutCell("row whose ad is missing", "", "has no ad number", true),
                withoutCell("row whose participant cannot be read", "A01", "has no", false),
                partlyUsed(
                        "labels of two ads in one merged cell",
                        1,
                        (corpus, number) -> {
                            ClipBytes.healthy(corpus.lab().clip(number, "1.mp4"));
                            ClipBytes.healthy(corpus.lab().recording(number, "A02", "1.mp4"));
                            corpus.lab().row("", "A02", "");
                            corpus.lab().mergeUp(INTERESTED, 2);
                        },
                        problem(Kind.NO_LABEL, "INTERESTED IN is blank")),
                new Exhibit(
                        "participant of two ads in one merged cell",
                        LayoutExhibits::mergedParticipant,
                        List.of(),
                        2,
                        "a row without a participant belongs to the one above",
                        (samples, images) ->
                                assertThat(samples.stream().map(Sample::label))
                                        .startsWith(Label.INTERESTED)
                                        .endsWith(Label.NOT_INTERESTED)),
                used(
                        "other spellings of numbers and blanks (`P39.0`, ` yes `)",
                        "like any other",
                        (corpus, number) -> {
                            ClipBytes.healthy(corpus.lab().recording(number, "A01", "1.mp4"));
                            corpus.lab().row("P" + number + ".0", "1.0", " yes ");
                        },
                        (samples, images) ->
                                assertThat(samples)
                                        .extracting(Sample::label)
                                        .containsOnly(Label.INTERESTED)));
    }

    private static Exhibit row(String name, Kind kind, String cause, String label) {
        return quarantined(
                name,
                kind,
                cause,
                (corpus, number) -> {
                    ClipBytes.healthy(corpus.lab().recording(number, "A01", "1.mp4"));
                    corpus.lab().row(number, "A01", label);
                });
    }

    private static Exhibit withoutCell(String name, String ad, String cause, boolean person) {
        return quarantined(
                name,
                (corpus, number) -> {
                    ClipBytes.healthy(corpus.lab().recording(number, "A01", "1.mp4"));
                    corpus.lab().rowOfNobody(person ? number : "visitor", ad, "Yes");
                },
                problem(Kind.UNUSED, cause),
                problem(Kind.NO_LABEL, "has no row"));
    }

    private static void mergedParticipant(Corpus corpus, int number) throws IOException {
        ClipBytes.healthy(corpus.lab().clip(number, "1.mp4"));
        ClipBytes.healthy(corpus.lab().recording(number, "A02", "1.mp4"));
        corpus.lab().row("", "A02", "No");
        corpus.lab().mergeUp(PARTICIPANT, 2);
    }
}
