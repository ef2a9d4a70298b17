package dev.fer4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fer4j.cli.ClipFile;
import dev.fer4j.cli.FerRun;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCommandTest {

    @TempDir private Path folder;

    private Path clip;
    private Path out;

    @BeforeEach
    void start() throws IOException {
        clip = ClipFile.write(folder.resolve("smile.mp4"), 40);
        out = folder.resolve("frames");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> !file.endsWith(".fer4j"))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static int grey(RgbImage image) {
        return image.at(image.width() / 2, image.height() / 2, 1);
    }

    @Test
    void tenFramesAtEqualIntervalsAndASheet() throws IOException {
        FerRun run = FerRun.of("sample", clip, "--out", out);

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(names())
                .hasSize(11)
                .contains("contact-sheet.png", "smile-00.png", "smile-09.png");
        assertThat(run.out().lines())
                .hasSize(14)
                .contains(
                        "96 × 48 pixels",
                        "frame      4      0.160 s  smile-01.png",
                        clip + ": 40 frames, 1.600 s, variable frame rate: no",
                        "10 frames in " + out,
                        "contact-sheet.png shows all of them");
        for (int i = 0; i < 10; i++) {
            RgbImage frame = ImageFiles.read(out.resolve("smile-0" + i + ".png"));
            assertThat(grey(frame)).isBetween(10 + 16 * i - 3, 10 + 16 * i + 3);
        }
    }

    @Test
    void sheetShowsTheFramesInRowsAtTheirOwnShape() throws IOException {
        FerRun.of("sample", clip, "--out", out, "--sheet-columns", 4);

        RgbImage sheet = ImageFiles.read(out.resolve("contact-sheet.png"));

        assertThat(sheet.width()).isEqualTo(4 * (ClipFile.WIDTH + 4));
        assertThat(sheet.height()).isEqualTo(3 * (ClipFile.HEIGHT + 4));
        assertThat(sheet.at(50, 26, 0)).isBetween(7, 13);
        assertThat(sheet.at(150, 52 + 26, 0)).isBetween(10 + 16 * 5 - 3, 10 + 16 * 5 + 3);
    }

    @Test
    void jsonSaysTheSameAndMore() throws IOException {
        JsonNode report =
                FerRun.of(
                                "sample",
                                clip,
                                "--out",
                                out,
                                "--json",
                                "--rule",
                                "bin-centres",
                                "--count",
                                4,
                                "--by",
                                "frames",
                                "--too-few",
                                "reject")
                        .json();

        assertThat(report.path("framesInRecording").asInt()).isEqualTo(40);
        assertThat(report.path("seconds").asDouble()).isEqualTo(1.6);
        assertThat(report.path("variableFrameRate").asBoolean(true)).isFalse();
        assertThat(report.path("rule").path("spacing").path("kind").asText())
                .isEqualTo("bin-centres");
        assertThat(report.path("frames").findValuesAsText("frameIndex"))
                .containsExactly("5", "15", "25", "35");
        for (JsonNode frame : report.path("frames")) {
            Path file = out.resolve(frame.path("file").asText());
            assertThat(frame.path("sha256").asText()).isEqualTo(Sha256.of(file));
        }
    }

    @Test
    void framesEverySoOftenOfALongVideo() throws IOException {
        Path longer = ClipFile.write(folder.resolve("long.mp4"), 300);

        FerRun run = FerRun.of("sample", longer, "--out", out, "--every", "0.04");

        assertThat(run.status()).isZero();
        assertThat(names())
                .hasSize(301)
                .contains("long-000.png", "long-299.png")
                .doesNotContain("long-00.png");
        assertThat(run.out()).contains("contact-sheet.png shows 200 of them, evenly spaced");
        RgbImage sheet = ImageFiles.read(out.resolve("contact-sheet.png"));
        assertThat(sheet.width()).isEqualTo(10 * (ClipFile.WIDTH + 4));
        assertThat(sheet.height()).isEqualTo(20 * (ClipFile.HEIGHT + 4));
        // The sheet's image 3 is frame floor(3 · 300 / 200).
        assertThat(sheet.at(350, 26, 0)).isBetween(10 + 4 * 4 - 3, 10 + 4 * 4 + 3);
    }

    @Test
    void variableFrameRateIsTakenByTime() throws IOException {
        Path slow =
                ClipFile.write(
                        folder.resolve("slow.mp4"),
                        20,
                        i -> i < 10 ? 40_000L * i : 400_000L + 160_000L * (i - 10));

        JsonNode auto = FerRun.of("sample", slow, "--out", out, "--json", "--count", 4).json();
        JsonNode frames =
                FerRun.of(
                                "sample", slow, "--out", out, "--json", "--count", 4, "--by",
                                "frames", "--force")
                        .json();

        assertThat(auto.path("variableFrameRate").asBoolean()).isTrue();
        assertThat(auto.path("frames").findValuesAsText("frameIndex"))
                .containsExactly("0", "10", "13", "16");
        assertThat(frames.path("frames").findValuesAsText("frameIndex"))
                .containsExactly("0", "5", "10", "15");
    }

    @Test
    void turnedVideosAreUpright() throws IOException {
        ClipFile.turn(clip);

        FerRun.of("sample", clip, "--out", out, "--count", 2);

        RgbImage frame = ImageFiles.read(out.resolve("smile-00.png"));
        assertThat(frame.width()).isEqualTo(ClipFile.HEIGHT);
        assertThat(frame.height()).isEqualTo(ClipFile.WIDTH);
        assertThat(ImageFiles.read(out.resolve("contact-sheet.png")).height())
                .isEqualTo(ClipFile.WIDTH + 4);
    }

    @Test
    void damageIsToldAsIngestionTellsIt() throws IOException {
        ClipFile.blank(clip, 5);
        String sentence =
                "smile.mp4: 1 packet of recording smile cannot be decoded; the rest is used"
                        + " (copy its clips again, or leave it out)";

        FerRun text = FerRun.of("sample", clip, "--out", out);
        JsonNode json = FerRun.of("sample", clip, "--out", out, "--force", "--json").json();

        assertThat(text.status()).isZero();
        assertThat(text.out().lines()).contains("note: " + sentence);
        assertThat(json.path("damagedPackets").asLong()).isEqualTo(1);
        assertThat(json.path("notes")).extracting(JsonNode::asText).containsExactly(sentence);
    }

    @Test
    void pixelsThatAreNotSquareAreMadeSquare() throws IOException {
        ClipFile.shape(clip, 3, 2);

        FerRun text = FerRun.of("sample", clip, "--out", out);
        JsonNode picture =
                FerRun.of("sample", clip, "--out", out, "--force", "--json")
                        .json()
                        .path("pictures")
                        .path(0);

        assertThat(text.out().lines())
                .contains("stored as 96 × 48 pixels of the shape 3:2, shown as 144 × 48");
        assertThat(picture.path("storedWidth").asInt()).isEqualTo(96);
        assertThat(picture.path("pixelShape").asText()).isEqualTo("3:2");
        assertThat(picture.path("width").asInt()).isEqualTo(144);
        assertThat(ImageFiles.read(out.resolve("smile-00.png")).width()).isEqualTo(144);
    }

    @Test
    void moreFramesThanRepetitionGivesAreRefused() throws IOException {
        FerRun run = FerRun.of("sample", clip, "--out", out, "--count", 1_000_000);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("40 frames", "1000000");
        assertThat(out).doesNotExist();
        FerRun.of("sample", clip, "--out", out, "--count", 1_000_000, "--too-few", "fewer");
        assertThat(names()).hasSize(41);
    }

    @Test
    void aFolderOfClipsIsOneRecording() throws IOException {
        Path clips = folder.resolve("39/A01/J");
        ClipFile.write(clips.resolve("10.mp4"), 22);
        ClipFile.write(clips.resolve("2.mp4"), 20);
        Files.copy(clips.resolve("2.mp4"), clips.resolve("2 (1).mp4"));
        Files.writeString(clips.resolve("notes.txt"), "hello");

        FerRun run = FerRun.of("sample", clips, "--out", out, "--count", 2);

        assertThat(run.out())
                .contains(
                        "frame      0      0.000 s  J-00.png  of 2.mp4",
                        "frame     21      0.040 s  J-01.png  of 10.mp4",
                        ": 42 frames, 1.680 s",
                        "not read: " + clips.resolve("notes.txt"),
                        "not read: " + clips.resolve("2 (1).mp4") + ": is a copy of 2.mp4");
    }

    @Test
    void aFolderThatHoldsOnlyFilesOfSystemsIsEmpty() throws IOException {
        Files.createDirectories(out);
        Files.createFile(out.resolve(".DS_Store"));
        assertThat(FerRun.of("sample", clip, "--out", out).status()).isZero();
        assertThat(FerRun.of("sample", clip, "--out", out).status()).isEqualTo(1);
    }

    @Test
    void jpegOfABoundedSize() throws IOException {
        FerRun.of("sample", clip, "--out", out, "--format", "jpeg", "--longest-side", 32);
        long size = Files.size(out.resolve("smile-05.jpg"));
        RgbImage frame = ImageFiles.read(out.resolve("smile-05.jpg"));
        assertThat(frame.width()).isEqualTo(32);
        assertThat(frame.height()).isEqualTo(16);

        FerRun.of("sample", clip, "--out", out, "--force", "--format", "jpeg", "--quality", 5);
        assertThat(ImageFiles.read(out.resolve("smile-05.jpg")).width()).isEqualTo(ClipFile.WIDTH);
        assertThat(size).isPositive();
    }

    @Test
    void shortVideosRepeatTakeFewerOrAreRejected() throws IOException {
        Path brief = ClipFile.write(folder.resolve("brief.mp4"), 4);

        assertThat(FerRun.of("sample", brief, "--out", out).out())
                .contains("frame      0      0.000 s  brief-00.png  repeated");
        FerRun.of("sample", brief, "--out", out, "--force", "--too-few", "fewer");
        assertThat(names()).hasSize(5);
        FerRun rejected =
                FerRun.of("sample", brief, "--out", out, "--force", "--too-few", "reject");
        assertThat(rejected.status()).isEqualTo(1);
        assertThat(rejected.err()).startsWith("fer: ").contains("4 frames", "brief.mp4");
        assertThat(names()).as("a rejected video removes nothing").hasSize(5);
    }

    @Test
    void framesOfAnotherRunAreNotMixedUp() throws IOException {
        FerRun.of("sample", clip, "--out", out);
        Files.writeString(out.resolve("smile-notes.txt"), "mine");
        Files.writeString(out.resolve("other-00.png"), "mine");

        FerRun again = FerRun.of("sample", clip, "--out", out, "--count", 3);
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("is not empty", "--force", "--out").doesNotContain("\tat");
        assertThat(names()).hasSize(13);

        assertThat(FerRun.of("sample", clip, "--out", out, "--count", 3, "--force").status())
                .isZero();
        assertThat(names())
                .containsExactly(
                        "contact-sheet.png",
                        "other-00.png",
                        "smile-00.png",
                        "smile-01.png",
                        "smile-02.png",
                        "smile-notes.txt");
    }

    @Test
    void whatIsNoVideoIsAMessage() throws IOException {
        Path text = Files.writeString(folder.resolve("text.mp4"), "no video");
        Path none = Files.createDirectory(folder.resolve("none"));
        for (Path bad : List.of(text, none, folder.resolve("gone.mp4"))) {
            FerRun run = FerRun.of("sample", bad, "--out", out);
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith("fer: ")
                    .contains(bad.getFileName().toString())
                    .doesNotContain("\tat ");
        }
        assertThat(out).doesNotExist();
        FerRun file = FerRun.of("sample", clip, "--out", text);
        assertThat(file.status()).isEqualTo(1);
        assertThat(file.err()).contains("is a file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--count 0",
                "--count=-1",
                "--count 1000001",
                "--count 99999999999",
                "--count ten",
                "--every 0",
                "--every NaN",
                "--every 1 --count 3",
                "--every 1 --rule bin-centres",
                "--every 1 --by frames",
                "--every 1 --too-few reject",
                "--rule first",
                "--quality 50",
                "--format jpeg --quality 0",
                "--format jpeg --quality 101",
                "--format gif",
                "--longest-side 0",
                "--sheet-columns 0"
            })
    void wrongUsageIsTold(String options) {
        String[] words = options.split(" ");
        Object[] arguments =
                Stream.concat(Stream.of("sample", clip, "--out", out), Stream.of(words)).toArray();

        FerRun run = FerRun.of(arguments);

        assertThat(run.status()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains("Usage: fer sample");
        assertThat(out).doesNotExist();
    }
}
