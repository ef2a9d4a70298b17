package dev.fer4j.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.io.Json;
import dev.fer4j.toy.plan.PlannedRecording;
import dev.fer4j.toy.plan.ToyPlan;
import dev.fer4j.toy.plan.ToyScale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToyCorpusTest {

    private static final Seed SEED = new Seed(7);
    private static final ToyPlan PLAN = ToyPlan.of(SEED, ToyScale.SMALLEST);

    @TempDir private static Path shared;
    private static ToyFolders corpus;
    private static Path home;

    @BeforeAll
    static void draw() throws IOException {
        home = shared.resolve("drawn");
        corpus = ToyCorpus.write(home, SEED, ToyScale.SMALLEST, ProgressListener.none());
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith(".")) {
                    digests.put(folder.relativize(file).toString(), Sha256.of(file));
                }
            }
        }
        return digests;
    }

    private static Path clip(PlannedRecording recording, PlannedRecording.Clip clip) {
        String folder =
                switch (recording.category().id()) {
                    case "car-technology" -> "Car_and_Technology";
                    case "cosmetics-fashion" -> "Cosmetics_and_Fashion";
                    default -> "Food_and_Market_Subfolder";
                };
        return corpus.baseline()
                .resolve("NeuroBioSense/Advertisement Categories")
                .resolve(folder)
                .resolve(recording.participant().number() + "/" + recording.ad())
                .resolve(recording.emotion())
                .resolve(clip.name());
    }

    @Test
    void sameSeedAndScaleGiveTheSameBytes(@TempDir Path other) throws IOException {
        ToyCorpus.write(other, SEED, ToyScale.SMALLEST, ProgressListener.none());

        assertThat(digests(other)).isEqualTo(digests(home)).hasSizeGreaterThan(50);
    }

    @Test
    void everyClipIsWhereTheOriginalHasItAndDecodesToItsFrames() throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        int clips = 0;
        for (PlannedRecording recording : PLAN.recordings()) {
            for (PlannedRecording.Clip clip : recording.clips()) {
                clips++;
                Path file = clip(recording, clip);
                try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
                    grabber.start();
                    int frames = 0;
                    while (grabber.grabImage() != null) {
                        frames++;
                    }
                    assertThat(frames).as(file.toString()).isEqualTo(clip.frames());
                    assertThat(grabber.getImageWidth()).isEqualTo(256);
                    assertThat(grabber.getImageHeight()).isEqualTo(192);
                    assertThat(grabber.getFrameRate()).isEqualTo(recording.framesPerSecond());
                    assertThat(grabber.getLengthInTime() / 1e6).isBetween(0.4, 0.85);
                    assertThat(grabber.getVideoCodecName())
                            .isEqualTo(recording.mpeg4() ? "mpeg4" : "h264");
                }
            }
        }
        try (Stream<Path> files = Files.walk(corpus.baseline())) {
            assertThat(files.filter(f -> f.toString().endsWith(".mp4"))).hasSize(clips);
        }
    }

    @Test
    void questionnaireHasARowForEachAnswerAndNamesAParticipantOnce() throws IOException {
        Path file =
                corpus.baseline()
                        .resolve("NeuroBioSense/Participant Data")
                        .resolve("Participant_demographic_questionnaries.xlsx");
        List<Row> rows;
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            rows = workbook.getFirstSheet().read();
        }
        assertThat(rows.get(0).stream().map(cell -> cell.getText()))
                .containsExactly(
                        "SIGNALID",
                        "SUBID",
                        "GENDER",
                        "AGE",
                        "ADDNO",
                        "TIME",
                        "P/N (1-5)",
                        "EMOTIONS (%)",
                        "INTERESTED IN");
        Map<String, String> answers = new TreeMap<>();
        List<String> participants = new ArrayList<>();
        for (Row row : rows.subList(1, rows.size())) {
            row.getOptionalCell(1)
                    .map(cell -> cell.getText())
                    .filter(t -> !t.isEmpty())
                    .ifPresent(participants::add);
            answers.put(
                    participants.get(participants.size() - 1) + "-" + row.getCellText(4),
                    row.getCellText(8).toLowerCase(Locale.ROOT));
        }
        Map<String, String> expected = new TreeMap<>();
        for (PlannedRecording recording : PLAN.recordings()) {
            expected.put(
                    recording.participant().number() + "-" + recording.ad(),
                    recording.label().asTarget() == 1 ? "yes" : "no");
        }
        assertThat(answers).isEqualTo(expected);
        assertThat(participants).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void stillsAreThoseOfTheLabelFile() throws IOException {
        List<String> lines = Files.readAllLines(corpus.youtube().resolve("labels.csv"));

        assertThat(lines.get(0)).isEqualTo("file,person,label,gender,age,license,consent,url");
        assertThat(lines).hasSize(17);
        for (String line : lines.subList(1, lines.size())) {
            assertThat(line)
                    .matches(
                            "p\\d{3}/\\d\\d\\.jpg,p\\d{3},(not"
                                + " )?interested,(fe)?male,\\d\\d,CC0-1\\.0,\"not needed: drawn, no"
                                + " real person\",");
            Path file = corpus.youtube().resolve(line.substring(0, line.indexOf(',')));
            assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void everySyntheticImageNamesAnExistingParentAndFrame() throws IOException {
        List<String> lines = Files.readAllLines(corpus.synthetic().resolve("synthetic.jsonl"));

        assertThat(lines).hasSize(12);
        for (String line : lines) {
            Map<?, ?> fields = Json.parse(line, Map.class, line);
            assertThat(fields.keySet().stream().map(Object::toString))
                    .containsExactly("file", "parentRecording", "parentFrame", "generator", "seed");
            Path file = corpus.synthetic().resolve(fields.get("file").toString());
            assertThat(ImageIO.read(file.toFile()).getHeight()).isEqualTo(64);
            assertThat(fields.get("generator").toString()).startsWith("stylegan2-fer4j-");
            assertThat(PLAN.recordings())
                    .filteredOn(r -> r.id().equals(fields.get("parentRecording")))
                    .singleElement()
                    .satisfies(
                            r -> {
                                assertThat(r.category()).isEqualTo(AdCategory.FOOD_MARKET);
                                assertThat(IntStream.range(0, 10).map(i -> i * r.frames() / 10))
                                        .as("one of the ten frames that a study samples")
                                        .contains((Integer) fields.get("parentFrame"));
                            });
        }
    }

    @Test
    void completeCorpusIsNotDrawnAgain() throws IOException {
        Path image = corpus.youtube().resolve(PLAN.series().get(0).file(0));
        var before = Files.getLastModifiedTime(image);
        List<Progress> told = Collections.synchronizedList(new ArrayList<>());

        ToyCorpus.write(home, SEED, ToyScale.SMALLEST, told::add);

        assertThat(told).isEmpty();
        assertThat(Files.getLastModifiedTime(image)).isEqualTo(before);
    }

    @Test
    void corpusThatWasCutShortIsCompletedToTheSameBytes(@TempDir Path cut) throws IOException {
        copy(home, cut);
        Path clip = clip(PLAN.recordings().get(0), PLAN.recordings().get(0).clips().get(0));
        PlannedRecording parent =
                PLAN.recordings().stream()
                        .filter(r -> r.category().equals(AdCategory.FOOD_MARKET))
                        .findFirst()
                        .orElseThrow();
        Path image = corpus.synthetic().resolve(parent.id() + "/1.png");
        Files.delete(cut.resolve(home.relativize(clip)));
        Files.delete(cut.resolve(home.relativize(image)));
        Files.move(cut.resolve("toy.json"), cut.resolve("toy-begun.json"));
        Files.writeString(
                cut.resolve("youtube/.02.jpg.0f8fad5b-d9cb-469f-a165-70867728950e.part"),
                "cut short");
        OwnedFolder.mark(cut.resolve(".frames"), OwnedFolder.Content.FRAMES);
        String sha256 = Sha256.of("from a killed run".getBytes(StandardCharsets.UTF_8));
        Path sampled = Files.createDirectories(cut.resolve(".frames/baseline/images/ab"));
        Files.writeString(sampled.resolve(sha256 + ".png"), "from a killed run");

        ToyCorpus.write(cut, SEED, ToyScale.SMALLEST, ProgressListener.none());

        assertThat(digests(cut)).isEqualTo(digests(home));
    }

    @Test
    void folderOfAnotherSeedIsRefusedAndLeftAsItIs() throws IOException {
        Map<String, String> before = digests(home);

        assertThatThrownBy(
                        () ->
                                ToyCorpus.write(
                                        home,
                                        new Seed(8),
                                        ToyScale.SMALLEST,
                                        ProgressListener.none()))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("toy.json")
                .hasMessageContaining("another seed")
                .hasMessageContaining("choose another folder");
        assertThat(digests(home)).isEqualTo(before);
    }

    @Test
    void folderWithFilesOfSomebodyElseIsRefused(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("baseline"));

        assertThatThrownBy(
                        () ->
                                ToyCorpus.write(
                                        folder, SEED, ToyScale.SMALLEST, ProgressListener.none()))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("baseline");
    }

    @Test
    void weightsOfSomebodyElseAreNeitherUsedNorReplaced(@TempDir Path folder) throws IOException {
        Path weights = Files.writeString(folder.resolve("networks.safetensors"), "mine");

        assertThatThrownBy(
                        () ->
                                ToyCorpus.write(
                                        folder, SEED, ToyScale.SMALLEST, ProgressListener.none()))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("networks.safetensors");
        assertThat(weights).hasContent("mine");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
