package dev.fer4j.data.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.data.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exhibit ends as it says, whatever lies beside it. */
// A pipe or a loop must not stop the run for ever; a thread that waits for native code can only be
// left behind.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GalleryTest {

    @TempDir Path folder;

    static Stream<Exhibit> exhibits() {
        return Gallery.all().stream();
    }

    @ParameterizedTest
    @MethodSource("exhibits")
    void anExhibitAmongHealthyNeighbours(Exhibit exhibit) throws IOException {
        Corpus corpus = new Corpus(folder);
        List<Item> healthy = corpus.items();
        exhibit.maker().make(corpus, Gallery.NUMBER);

        List<Manifest> manifests = corpus.ingest();

        Accounts accounts = new Accounts(corpus.items(), manifests);
        accounts.requireBalance();
        assertThat(accounts.used()).containsAll(healthy);
        assertProblems(List.of(exhibit), accounts.problems());
        assertUse(exhibit, accounts, corpus.items().subList(healthy.size(), corpus.items().size()));
        String row = Page.row(exhibit, accounts.problems(), folder);
        assertThat(Files.readAllLines(Page.FILE)).as("%s", Page.FILE).contains(row);
    }

    @Test
    void theFoldersOfSourcesMayBeLinked() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        Corpus corpus = new Corpus(link);

        Accounts accounts = new Accounts(corpus.items(), corpus.ingest());

        accounts.requireBalance();
        assertThat(accounts.problems()).isEmpty();
    }

    @Test
    void thePageShowsEachExhibitOnceAndNoOther() throws IOException {
        List<String> names =
                Files.readAllLines(Page.FILE).stream()
                        .filter(line -> line.startsWith("| ") && !line.startsWith("| input |"))
                        .map(line -> line.substring(2, line.indexOf(" |")))
                        .toList();
        assertThat(names).isEqualTo(Gallery.all().stream().map(Exhibit::name).toList());
        assertThat(Files.readAllLines(Page.FILE).stream().filter(line -> line.startsWith("### ")))
                .isEqualTo(Gallery.rooms().keySet().stream().map(room -> "### " + room).toList());
    }

    @Test
    void allExhibitsInOneCorpus() throws IOException {
        Corpus corpus = new Corpus(folder);
        List<Item> healthy = corpus.items();
        List<List<Item>> own = new ArrayList<>();
        for (Exhibit exhibit : Gallery.all()) {
            int before = corpus.items().size();
            exhibit.maker().make(corpus, 100 + own.size());
            own.add(corpus.items().subList(before, corpus.items().size()));
        }

        List<Manifest> manifests = corpus.ingest();

        Accounts accounts = new Accounts(corpus.items(), manifests);
        accounts.requireBalance();
        assertThat(accounts.used()).containsAll(healthy);
        assertProblems(Gallery.all(), accounts.problems());
        for (int i = 0; i < own.size(); i++) {
            assertUse(Gallery.all().get(i), accounts, own.get(i));
        }
    }

    /** Each expected problem is there, and no other. */
    private static void assertProblems(List<Exhibit> exhibits, List<Problem> problems) {
        List<Problem> left = new ArrayList<>(problems);
        for (Exhibit exhibit : exhibits) {
            for (Exhibit.Expected expected : exhibit.problems()) {
                Problem found =
                        left.stream()
                                .filter(expected::fits)
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                new AssertionError(
                                                        exhibit + ": no " + expected + " in "
                                                                + left));
                left.remove(found);
            }
        }
        assertThat(left).isEmpty();
    }

    private static void assertUse(Exhibit exhibit, Accounts accounts, List<Item> own)
            throws IOException {
        assertThat(own).as("items of %s", exhibit).isNotEmpty();
        assertThat(own.stream().filter(accounts.used()::contains))
                .as("used items of %s", exhibit)
                .hasSize(exhibit.used());
        List<Sample> samples = accounts.samplesOf(own);
        List<RgbImage> images = new ArrayList<>();
        for (Sample sample : samples) {
            images.add(ImageFiles.read(sample.file()));
        }
        exhibit.check().check(samples, images);
    }
}
