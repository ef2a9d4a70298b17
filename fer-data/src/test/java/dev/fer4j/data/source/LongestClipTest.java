package dev.fer4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.Problem;
import dev.fer4j.data.testing.NeuroBioSenseFolder;
import dev.fer4j.data.testing.TestVideo;
import dev.fer4j.data.testing.TestVideo.Coding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongestClipTest {

    private static final String HOME = "Food_and_Market_Subfolder/39/A01/";

    @TempDir private Path folder;

    private NeuroBioSenseFolder data;

    @BeforeEach
    void start() {
        data = new NeuroBioSenseFolder(folder);
        data.row(39, "F", 30, 1, "Yes");
    }

    private void video(String name, int frames) throws IOException {
        Coding coding = name.endsWith("avi") ? Coding.MPEG4 : Coding.H264;
        TestVideo.write(data.path(HOME + name), coding, 0, frames);
    }

    private SourceListing list(RecordingUnit unit) throws IOException {
        return DataSource.neuroBioSense(data.write())
                .withRecordingUnit(unit)
                .withLongestClip(Duration.ofSeconds(1))
                .list();
    }

    private static String below(String subject) {
        return subject.substring(subject.indexOf("A01/") + 4);
    }

    /** 25 frames a second, so 25 frames last as long as allowed and 26 do not. */
    @Test
    void longerClipsAreLeftOutAndNamed() throws IOException {
        video("J/1.mp4", 25);
        video("J/2.mp4", 26);
        video("SA/1.mp4", 30);
        video("SU/1.mp4", 30);
        video("SU/2.mkv", 31);

        SourceListing listing = list(RecordingUnit.FOLDER);

        assertThat(listing.recordings()).extracting(Recording::id).containsExactly("39-A01-J");
        assertThat(listing.recordings().get(0).clips())
                .extracting(clip -> clip.getFileName().toString())
                .containsExactly("1.mp4");
        assertThat(listing.problems())
                .extracting(Problem::kind, problem -> below(problem.subject()), Problem::cause)
                .containsExactly(
                        tuple(
                                Problem.Kind.UNUSED,
                                "J/2.mp4",
                                "lasts 1.040 s, longer than the longest clip of 1.0 s"),
                        tuple(
                                Problem.Kind.UNUSED,
                                "SA/1.mp4",
                                "recording 39-A01-SA is left out: lasts 1.200 s, longer than the"
                                        + " longest clip of 1.0 s"),
                        tuple(
                                Problem.Kind.UNUSED,
                                "SU/1.mp4",
                                "lasts 1.200 s, longer than the longest clip of 1.0 s"),
                        tuple(
                                Problem.Kind.UNUSED,
                                "SU/2.mkv",
                                "lasts 1.240 s, longer than the longest clip of 1.0 s"),
                        tuple(
                                Problem.Kind.UNUSED,
                                "SU",
                                "recording 39-A01-SU is left out: all its 2 clips last too long"));
    }

    @Test
    void containersAreAskedWhereNoPacketTellsTheTime() throws IOException {
        video("J/1.avi", 20);
        video("J/2.avi", 60);

        SourceListing listing = list(RecordingUnit.FILE);

        assertThat(listing.recordings()).extracting(Recording::id).containsExactly("39-A01-J-1");
        assertThat(listing.problems())
                .singleElement()
                .satisfies(one -> assertThat(one.cause()).contains("39-A01-J-2", "2.400 s"));
    }

    @Test
    void clipsThatCannotBeOpenedStayListed() throws IOException {
        video("J/1.mp4", 30);
        data.clip(HOME + "J/2.mp4");
        Files.writeString(data.path(HOME + "J/3.mp4"), "no video");

        SourceListing listing = list(RecordingUnit.FILE);

        assertThat(listing.recordings())
                .extracting(Recording::id)
                .containsExactly("39-A01-J-2", "39-A01-J-3");
    }

    @Test
    void noOtherClipIsLostOnTheWay() throws IOException {
        for (String name : List.of("J/1.mp4", "J/2.mp4", "N/1.mp4")) {
            video(name, 10);
        }
        assertThat(list(RecordingUnit.FOLDER)).isEqualTo(DataSource.neuroBioSense(folder).list());
    }

    @Test
    void limitIsAboveZero() {
        assertThatThrownBy(() -> DataSource.neuroBioSense(folder).withLongestClip(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0");
    }
}
