package dev.fer4j.data.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Erasure;
import dev.fer4j.core.Groups;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.ErasedImages;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.image.ImageFormat;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.source.Still;
import dev.fer4j.data.testing.NeuroBioSenseFolder;
import dev.fer4j.data.testing.TestImage;
import dev.fer4j.data.testing.TestVideo;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestionTest {

    private static final String FOOD = "Food_and_Market_Subfolder/";

    /** What is said of the second recording, which has fewer frames than the rule keeps. */
    private static final Tuple REPEATS =
            tuple(
                    Problem.Kind.NOTE,
                    "recording 39-A02-SU has 7 frames; 3 of the 10 that are kept repeat others");

    @TempDir Path temporary;

    private NeuroBioSenseFolder data;
    private Path frames;

    @BeforeEach
    void start() throws IOException {
        frames = temporary.resolve("out/frames");
        data = new NeuroBioSenseFolder(temporary.resolve("lab"));
        data.video(FOOD + "39/A01/J/1.mp4", 0, 15)
                .video(FOOD + "39/A01/J/2.mp4", 100, 5)
                .video(FOOD + "39/A02/SU/1.mp4", 200, 7)
                .row(39, "F", 27, "A01", "Yes")
                .row("", "", "", "A02", "No");
    }

    private SourceListing lab() throws IOException {
        return DataSource.neuroBioSense(data.write()).list();
    }

    private Manifest ingest(SourceListing listing) throws IOException {
        return new Ingestion(frames, SamplingRule.paper()).run(listing, ProgressListener.none());
    }

    @Test
    void writesFramesAndTheirSamples() throws IOException {
        Manifest manifest = ingest(lab());

        assertThat(manifest.source()).isEqualTo("baseline");
        assertThat(manifest.quarantined())
                .extracting(Problem::kind, Problem::cause)
                .containsExactly(REPEATS);
        assertThat(manifest.notUsed()).isZero();
        assertThat(manifest.samples()).hasSize(20);
        Sample sample = manifest.samples().get(8);
        assertThat(sample.id()).isEqualTo("baseline/39-A01-J/8");
        assertThat(sample.file())
                .isEqualTo(
                        frames.resolve(
                                "baseline/images/"
                                        + sample.sha256().substring(0, 2)
                                        + "/"
                                        + sample.sha256()
                                        + ".png"));
        assertThat(sample.recording()).isEqualTo("39-A01-J");
        assertThat(sample.participant()).isEqualTo("39");
        assertThat(sample.label()).isEqualTo(Label.INTERESTED);
        assertThat(sample.ad()).contains("A01");
        assertThat(sample.sha256()).isEqualTo(Sha256.of(sample.file()));
        assertThat(sample.origin())
                .isEqualTo(
                        new Origin.VideoFrame(
                                "Advertisement Categories/Food_and_Market_Subfolder/39/A01/J/2.mp4",
                                16,
                                1 / TestVideo.RATE,
                                false));
        assertThat(TestVideo.number(ImageFiles.read(sample.file()))).isEqualTo(101);
        assertThat(manifest.samples().subList(10, 20))
                .extracting(s -> ((Origin.VideoFrame) s.origin()).repeated())
                .containsExactly(true, true, false, true, true, false, true, true, false, false);
    }

    @Test
    void aManifestSurvivesItsFile() throws IOException {
        Manifest manifest = ingest(lab());
        Path file = temporary.resolve("out/baseline.jsonl");
        ManifestFile.write(file, manifest, frames);
        assertThat(ManifestFile.read(file)).isEqualTo(manifest);
    }

    @Test
    void aSecondRunDecodesNothingAndGivesTheSame() throws IOException {
        SourceListing listing = lab();
        Manifest first = ingest(listing);
        Map<Path, FileTime> written = times();

        List<String> notes = new ArrayList<>();
        Manifest second =
                new Ingestion(frames, SamplingRule.paper())
                        .run(listing, progress -> notes.add(progress.note()));

        assertThat(second).isEqualTo(first);
        assertThat(times()).isEqualTo(written);
        assertThat(notes)
                .containsExactlyInAnyOrder("39-A01-J: already there", "39-A02-SU: already there");
    }

    @Test
    void whatIsStaleIsMadeAgain() throws IOException {
        SourceListing listing = lab();
        Manifest first = ingest(listing);
        Path image = first.samples().get(3).file();

        Files.delete(image);
        assertThat(ingest(listing)).isEqualTo(first);
        assertThat(image).exists();

        Files.write(image, new byte[10]);
        assertThat(ingest(listing)).isEqualTo(first);

        Files.writeString(frames.resolve("baseline/recordings/39-A01-J.json"), "{");
        assertThat(ingest(listing)).isEqualTo(first);

        TestVideo.write(listing.recordings().get(1).clips().get(0), TestVideo.Coding.H264, 300, 20);
        Manifest changed = ingest(listing);
        assertThat(changed.samples().subList(0, 10)).isEqualTo(first.samples().subList(0, 10));
        assertThat(TestVideo.number(ImageFiles.read(changed.samples().get(19).file())))
                .isEqualTo(318);
    }

    @Test
    void timesOfClipsAreInNoResult() throws IOException {
        SourceListing listing = lab();
        Manifest first = ingest(listing);
        List<Path> images = images();
        Path clip = listing.recordings().get(0).clips().get(0);
        Files.setLastModifiedTime(clip, FileTime.fromMillis(0));
        assertThat(ingest(listing)).isEqualTo(first);
        assertThat(images()).isEqualTo(images);
    }

    @Test
    void anotherRuleLeavesNoFrameOfTheFirst() throws IOException {
        ingest(lab());
        SamplingRule three = SamplingRule.of(new SamplingRule.EqualIntervals(3));

        Manifest manifest = new Ingestion(frames, three).run(lab(), ProgressListener.none());

        assertThat(manifest.samples()).hasSize(6);
        assertThat(images())
                .containsExactlyInAnyOrderElementsOf(
                        manifest.samples().stream().map(Sample::file).distinct().toList());
    }

    @Test
    void equalFramesAreStoredOnce() throws IOException {
        Manifest manifest = ingest(lab());
        // The second recording has 7 frames, of which 3 are repeated.
        assertThat(manifest.samples()).hasSize(20);
        assertThat(images()).hasSize(17);
    }

    @Test
    void framesMayBeSmallJpegs() throws IOException {
        Ingestion ingestion =
                new Ingestion(frames, SamplingRule.paper())
                        .withFormat(ImageFormat.jpeg(80).withLongestSide(40));
        Manifest manifest = ingestion.run(lab(), ProgressListener.none());

        Path first = manifest.samples().get(0).file();
        assertThat(first.getFileName().toString()).endsWith(".jpg");
        assertThat(Files.readAllBytes(first)).startsWith(0xff, 0xd8);
        RgbImage image = ImageFiles.read(first);
        assertThat(Math.max(image.width(), image.height())).isEqualTo(40);
        assertThat(ingestion.run(lab(), ProgressListener.none())).isEqualTo(manifest);

        Manifest pngs = ingest(lab());
        assertThat(images())
                .as("the JPEG files are gone")
                .containsExactlyInAnyOrderElementsOf(
                        pngs.samples().stream().map(Sample::file).distinct().toList());
    }

    @Test
    void anotherListingOfTheSourceKeepsTheFramesOfTheFirst() throws IOException {
        SourceListing listing = lab();
        Manifest whole = ingest(listing);
        ingest(
                new SourceListing(
                        listing.source(),
                        listing.folder(),
                        listing.recordings().subList(0, 1),
                        List.of(),
                        List.of()));
        assertThat(whole.samples()).allSatisfy(sample -> assertThat(sample.file()).exists());
    }

    @Test
    void anErasedPersonsRecordsGoWithTheNextRun() throws IOException {
        data.video(FOOD + "40/A01/J/1.mp4", 300, 12).row(40, "", "", "A01", "No");
        Manifest manifest = ingest(lab());
        Erasure erasure = Erasure.of(List.of(manifest), "40");
        assertThat(ErasedImages.delete(erasure, List.of(frames))).isEmpty();
        SourceListing rest = lab();
        rest =
                new SourceListing(
                        rest.source(),
                        rest.folder(),
                        rest.recordings().stream()
                                .filter(recording -> !recording.participant().equals("40"))
                                .toList(),
                        List.of(),
                        List.of());

        assertThat(ingest(rest)).isEqualTo(erasure.remaining().get(0));
        assertThat(frames.resolve("baseline/recordings/40-A01-J.json")).doesNotExist();
        assertThat(frames.resolve("baseline/recordings/39-A01-J.json")).exists();
    }

    @Test
    void aDamagedPacketIsReportedAndTheRestUsed() throws IOException {
        SourceListing listing = lab();
        Path clip = listing.recordings().get(0).clips().get(0);
        TestVideo.write(clip, TestVideo.Coding.MPEG4, 0, 15);
        TestVideo.blank(clip, 3);

        Manifest first = ingest(listing);

        assertThat(first.samples()).hasSize(20);
        assertThat(first.quarantined())
                .extracting(Problem::kind, Problem::cause)
                .containsExactly(
                        tuple(
                                Problem.Kind.DAMAGED,
                                "1 packet of recording 39-A01-J cannot be decoded; the rest is"
                                        + " used"),
                        REPEATS);
        assertThat(ingest(listing)).as("from the frames that are there").isEqualTo(first);
        assertThat(
                        new Ingestion(frames, SamplingRule.paper())
                                .withProblemLimit(0)
                                .run(listing, ProgressListener.none()))
                .isEqualTo(first);
    }

    /** Records of an earlier version may be of frames whose pixels were not made square. */
    @Test
    void framesOfAnEarlierVersionAreMadeAgain() throws IOException {
        SourceListing listing = lab();
        TestVideo.writeShaped(
                listing.recordings().get(0).clips().get(0), TestVideo.Coding.MPEG4, 1, 15, 2);
        Manifest made = ingest(listing);
        Path record = frames.resolve("baseline/recordings/39-A01-J.json");
        String current = Files.readString(record);
        ObjectNode earlier = (ObjectNode) Json.parse(current, JsonNode.class, "record");
        earlier.remove("notes");
        String square = made.samples().get(19).sha256();
        earlier.withArray("frames").forEach(frame -> ((ObjectNode) frame).put("sha256", square));
        long bytes = Files.size(made.samples().get(19).file());
        earlier.withArray("frames").forEach(frame -> ((ObjectNode) frame).put("bytes", bytes));
        Files.writeString(record, Json.pretty(earlier.put("version", 4)));

        assertThat(ingest(listing)).isEqualTo(made);

        assertThat(record).hasContent(current);
        assertThat(made.quarantined())
                .extracting(Problem::kind, Problem::cause)
                .containsExactly(
                        tuple(
                                Problem.Kind.NOTE,
                                "stores 64 × 64 pixels of the shape 2:1; the frames of recording"
                                        + " 39-A01-J are used as 128 × 64 square pixels"),
                        REPEATS);
    }

    @Test
    void tooManyProblemsStopTheRun() throws IOException {
        for (String person : List.of("40", "41", "42")) {
            data.clip(FOOD + person + "/A01/J/1.mp4").row(person, "", "", "A01", "No");
            Files.writeString(data.path(FOOD + person + "/A01/J/1.mp4"), "text");
        }
        SourceListing listing = lab();
        assertThatThrownBy(() -> ingest(listing))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("3 of 5 items found cannot be used")
                .hasMessageContaining("50 % may be")
                .hasMessageContaining("40/A01/J/1.mp4");
        Ingestion patient = new Ingestion(frames, SamplingRule.paper()).withProblemLimit(0.6);
        assertThat(patient.run(listing, ProgressListener.none()).quarantined())
                .extracting(Problem::kind)
                .containsExactly(
                        Problem.Kind.CONTRADICTION,
                        Problem.Kind.UNREADABLE,
                        Problem.Kind.UNREADABLE,
                        Problem.Kind.UNREADABLE,
                        Problem.Kind.NOTE);
        assertThatThrownBy(() -> patient.withProblemLimit(1.5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsUnusedIsNoProblem() throws IOException {
        data.row(50, "", "", "A01", "No").row(51, "", "", "A01", "No").row(52, "", "", 1, "No");
        SourceListing listing = lab();
        assertThat(listing.problems()).hasSize(3);
        assertThat(
                        new Ingestion(frames, SamplingRule.paper())
                                .withProblemLimit(0)
                                .run(listing, ProgressListener.none())
                                .notUsed())
                .isEqualTo(3);
    }

    @Test
    void foundIsUsedAndQuarantined() throws IOException {
        data.clip(FOOD + "40/A01/J/empty.mp4").row(40, "", "", 1, "No");
        data.clip(FOOD + "41/A01/J/1.mp4");
        Files.writeString(data.path(FOOD + "40/A01/J/2.mp4"), "text");
        SourceListing listing = lab();
        assertThat(listing.recordings()).hasSize(3);

        Manifest manifest = ingest(listing);

        assertThat(manifest.samples().stream().map(Sample::recording).distinct())
                .containsExactly("39-A01-J", "39-A02-SU");
        assertThat(manifest.quarantined())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.NO_LABEL, Problem.Kind.UNREADABLE, Problem.Kind.NOTE);
        Problem bad = manifest.quarantined().get(1);
        assertThat(bad.subject())
                .isEqualTo("Advertisement Categories/Food_and_Market_Subfolder/40/A01/J/2.mp4");
        assertThat(bad.cause()).contains("recording 40-A01-J is left out");
        assertThat(frames.resolve("baseline/recordings/40-A01-J.json")).doesNotExist();
    }

    @Test
    void aClipThatVanishedIsQuarantined() throws IOException {
        SourceListing listing = lab();
        Files.delete(listing.recordings().get(0).clips().get(1));

        Manifest manifest = ingest(listing);

        assertThat(manifest.samples()).hasSize(10);
        assertThat(manifest.quarantined())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.MISSING, Problem.Kind.NOTE);
    }

    @Test
    void stillsAreCheckedWhereTheyLie() throws IOException {
        Path folder = temporary.resolve("youtube");
        ImageFiles.writePng(folder.resolve("p1/1.png"), TestImage.noise(20, 20, 1));
        ImageFiles.writePng(folder.resolve("p1/2.png"), TestImage.noise(20, 20, 2));
        byte[] whole = Files.readAllBytes(folder.resolve("p1/2.png"));
        Files.write(folder.resolve("p1/2.png"), Arrays.copyOf(whole, 500));
        Files.writeString(folder.resolve("labels.csv"), "file,label\np1/1.png,yes\np1/2.png,no\n");
        List<Progress> updates = new ArrayList<>();

        Manifest manifest =
                new Ingestion(frames, SamplingRule.paper())
                        .run(DataSource.stills(folder).list(), updates::add);

        assertThat(manifest.samples()).extracting(Sample::id).containsExactly("youtube/p1/1");
        Sample sample = manifest.samples().get(0);
        assertThat(sample.file()).isEqualTo(folder.resolve("p1/1.png"));
        assertThat(sample.sha256()).isEqualTo(Sha256.of(sample.file()));
        assertThat(manifest.quarantined()).extracting(Problem::subject).containsExactly("p1/2.png");
        assertThat(updates).extracting(Progress::task).containsOnly("images of youtube");
        assertThat(updates).extracting(Progress::done).containsExactly(1L, 2L);
        assertThat(updates.get(1).isLast()).isTrue();
    }

    @Test
    void anUnexpectedFailureStopsTheRun() throws IOException {
        SourceListing listing = lab();
        Files.createDirectories(frames.getParent());
        Files.writeString(frames, "a file where the folder should be");

        assertThatThrownBy(() -> ingest(listing))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(frames.toString());
    }

    @Test
    void aListenerThatFailsStopsTheRun() throws IOException {
        SourceListing listing = lab();
        ProgressListener failing =
                progress -> {
                    throw new IllegalStateException("full");
                };

        assertThatThrownBy(() -> new Ingestion(frames, SamplingRule.paper()).run(listing, failing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("full");
    }

    @Test
    void anInterruptStopsTheRun() throws IOException {
        SourceListing listing = lab();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ingest(listing)).isInstanceOf(InterruptedIOException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ingest(listing).samples()).hasSize(20);
    }

    @Test
    void orderDoesNotDependOnWhoFinishesFirst() throws IOException {
        List<Still> stills = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Path file = temporary.resolve("many/" + i + ".png");
            ImageFiles.writePng(file, TestImage.noise(i % 2 == 0 ? 200 : 4, 50, i));
            stills.add(
                    new Still(
                            "many/" + i,
                            file,
                            Label.INTERESTED,
                            "many/p",
                            "many/p",
                            Optional.empty(),
                            Optional.empty(),
                            new Origin.StillImage(i + ".png"),
                            Demographics.UNKNOWN,
                            Rights.UNKNOWN));
        }
        SourceListing listing =
                new SourceListing("many", temporary.resolve("many"), List.of(), stills, List.of());

        assertThat(ingest(listing).samples())
                .extracting(Sample::id)
                .containsExactlyElementsOf(stills.stream().map(Still::id).toList());
    }

    private List<Path> images() throws IOException {
        try (Stream<Path> files = Files.walk(frames.resolve("baseline/images"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(frames)) {
            for (Path file : files.toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    @Test
    void framesAreInTheGroupsOfTheirRecording() throws IOException {
        SourceListing lab = lab();
        Groups groups = Groups.NONE.withColumn("lighting", "dim");
        Manifest manifest =
                ingest(
                        new SourceListing(
                                lab.source(),
                                lab.folder(),
                                List.of(lab.recordings().get(1).withGroups(groups)),
                                List.of(),
                                List.of()));
        assertThat(manifest.samples()).hasSize(10).extracting(Sample::groups).containsOnly(groups);
    }

    @Test
    void aSourceOfOneRecordingWithTwoPeopleLosesItAndNoMore() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("own"));
        List<Still> stills = new ArrayList<>();
        for (String name : List.of("r1/a", "r1/b", "r2/a")) {
            Path file = folder.resolve(name + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, ImageFiles.encodePng(TestImage.noise(8, 8, stills.size())));
            stills.add(
                    new Still(
                            "own/" + name,
                            file,
                            Label.INTERESTED,
                            name.substring(3),
                            name.substring(0, 2),
                            Optional.empty(),
                            Optional.empty(),
                            new Origin.StillImage(name),
                            Demographics.UNKNOWN,
                            Rights.UNKNOWN));
        }

        Manifest manifest =
                new Ingestion(frames, SamplingRule.paper())
                        .withProblemLimit(1)
                        .run(
                                new SourceListing("own", folder, List.of(), stills, List.of()),
                                ProgressListener.none());

        assertThat(manifest.samples()).extracting(Sample::id).containsExactly("own/r2/a");
        assertThat(manifest.quarantined())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(
                        tuple(Problem.Kind.DUPLICATE, "r1/a.png"),
                        tuple(Problem.Kind.DUPLICATE, "r1/b.png"));
    }

    @Test
    void oneFileOfTwoLabelsIsReportedAndUsed() throws IOException {
        Path folder = temporary.resolve("stills");
        byte[] shared = ImageFiles.encodePng(TestImage.noise(8, 8, 1));
        for (String name :
                List.of("interested/p1/1.png", "not-interested/p2/1.png", "interested/p1/2.png")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), shared);
        }
        Files.write(
                folder.resolve("interested/p1/3.png"),
                ImageFiles.encodePng(TestImage.quarters(8, 8)));
        Files.copy(folder.resolve("interested/p1/3.png"), folder.resolve("interested/p1/4.png"));

        Manifest manifest = ingest(DataSource.stills(folder).list());

        assertThat(manifest.samples()).hasSize(5);
        assertThat(manifest.quarantined())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(tuple(Problem.Kind.CONTRADICTION, "interested/p1/1.png"));
        assertThat(manifest.quarantined().get(0).cause())
                .contains("youtube/not-interested/p2/1 (participant youtube/p2, NOT_INTERESTED)");
    }
}
