package dev.fer4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Problem;
import dev.fer4j.data.testing.NeuroBioSenseFolder;
import dev.fer4j.data.testing.PublicListing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every name that the public data set really has. */
class PublicListingTest {

    @TempDir private static Path folder;

    private static SourceListing folders;
    private static SourceListing files;

    @BeforeAll
    static void list() throws IOException {
        NeuroBioSense source = DataSource.neuroBioSense(PublicListing.write(folder));
        folders = source.list();
        files = source.withRecordingUnit(RecordingUnit.FILE).list();
    }

    private static Map<AdCategory, Long> count(List<Recording> recordings) {
        return recordings.stream()
                .collect(
                        Collectors.groupingBy(
                                one -> one.category().orElseThrow(),
                                TreeMap::new,
                                Collectors.counting()));
    }

    private static Recording folder(String id) {
        return folders.recordings().stream()
                .filter(recording -> recording.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no recording " + id));
    }

    private static List<String> clips(String id) {
        return folder(id).clips().stream().map(clip -> clip.getFileName().toString()).toList();
    }

    @Test
    void foldersAreThePapersCountsExceptForFood() {
        assertThat(folders.problems()).isEmpty();
        assertThat(count(folders.recordings()))
                .isEqualTo(
                        Map.of(
                                AdCategory.CAR_TECHNOLOGY, 302L,
                                AdCategory.FOOD_MARKET, 354L,
                                AdCategory.COSMETICS_FASHION, 406L));
        assertThat(folders.recordings().stream().flatMap(one -> one.clips().stream()).distinct())
                .hasSize(1293);
        assertThat(folders.recordings().stream().map(Recording::participant).distinct())
                .hasSize(58);
    }

    @Test
    void filesAreAllClips() {
        assertThat(files.problems()).isEmpty();
        assertThat(count(files.recordings()))
                .isEqualTo(
                        Map.of(
                                AdCategory.CAR_TECHNOLOGY, 327L,
                                AdCategory.FOOD_MARKET, 475L,
                                AdCategory.COSMETICS_FASHION, 491L));
        assertThat(files.recordings()).allMatch(one -> one.clips().size() == 1);
    }

    @Test
    void oddEmotionFoldersAreRecordingsOfTheirOwn() {
        assertThat(clips("8-A06-J1")).containsExactly("J1.mp4");
        assertThat(clips("8-A04-SURPRSIE")).containsExactly("SUR1.mp4", "SUR2.mp4");
        assertThat(
                        folders.recordings().stream()
                                .map(one -> one.id().substring(one.id().lastIndexOf('-') + 1))
                                .distinct())
                .containsExactlyInAnyOrder("J", "SA", "A", "D", "SU", "N", "F", "J1", "SURPRSIE");
    }

    @Test
    void oddClipNamesAreRead() {
        assertThat(clips("17-A10-SA")).contains("1..mp4");
        assertThat(clips("53-A06-SU")).contains("v1.mp4");
        assertThat(clips("48-A10-SU")).contains("IMG_2569.mp4");
        assertThat(clips("48-A10-N")).contains("IMG_2569_1.mp4");
        assertThat(clips("47-A10-D")).contains("IMG_2558.mp4");
        assertThat(clips("51-A10-D")).contains("IMG_2647_1.mp4");
        assertThat(clips("47-A02-J")).contains("Sequence 01.mp4", "Sequence 01_2mp4.mp4");
        assertThat(clips("47-A03-J")).containsExactly("Sequence 01_1.mp4", "Sequence 02.mp4");
        assertThat(clips("47-A01-J")).containsExactly("Sequence 01_1.mp4", "Sequence 01_2.mp4");
        assertThat(files.recordings())
                .extracting(Recording::id)
                .contains("17-A10-SA-1.", "47-A02-J-Sequence 01_2mp4", "8-A04-SURPRSIE-SUR2");
    }

    /** Only these names are not a number of one or two digits. */
    @Test
    void noOtherNamesAreOdd() {
        assertThat(
                        files.recordings().stream()
                                .map(one -> one.clips().get(0).getFileName().toString())
                                .filter(name -> !name.matches("[0-9]{1,2}\\.mp4")))
                .hasSize(36)
                .allMatch(
                        name ->
                                name.matches(
                                        "1\\.\\.mp4|v1\\.mp4|J1\\.mp4|SUR[12]\\.mp4"
                                                + "|IMG_[0-9]{4}(_1)?\\.mp4"
                                                + "|Sequence 0[12](_[12](mp4)?)?\\.mp4"));
    }

    @Test
    void clipsUpToTenSecondsHaveThePapersDurations() {
        Map<Path, Double> seconds =
                PublicListing.clips().stream()
                        .collect(
                                Collectors.toMap(
                                        clip ->
                                                new NeuroBioSenseFolder(folder)
                                                        .path(clip.path())
                                                        .toAbsolutePath(),
                                        PublicListing.Clip::seconds));
        Function<Path, OptionalDouble> tell = clip -> OptionalDouble.of(seconds.get(clip));

        LongestClip byFolder = new LongestClip(10, tell, folder).apply(folders.recordings());
        LongestClip byFile = new LongestClip(10, tell, folder).apply(files.recordings());

        assertThat(byFile.kept()).hasSize(1272);
        assertThat(byFile.problems()).hasSize(21);
        // The paper: 2.78 s on average, 0.33 to 9.98 s (section 2).
        assertThat(byFile.kept().stream().mapToDouble(one -> seconds.get(one.clips().get(0))))
                .satisfies(
                        all -> {
                            assertThat(all.stream().mapToDouble(d -> d).average().orElseThrow())
                                    .isBetween(2.775, 2.795);
                            assertThat(all).allMatch(d -> d >= 0.33 && d <= 9.98);
                        });
        assertThat(count(byFolder.kept()))
                .isEqualTo(
                        Map.of(
                                AdCategory.CAR_TECHNOLOGY, 285L,
                                AdCategory.FOOD_MARKET, 351L,
                                AdCategory.COSMETICS_FASHION, 405L));
        assertThat(byFolder.problems())
                .hasSize(21)
                .allMatch(problem -> problem.kind() == Problem.Kind.UNUSED)
                .anyMatch(problem -> problem.cause().contains("lasts 49.650 s, longer than"));
    }
}
