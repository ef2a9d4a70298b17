package dev.fer4j.data.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Problem;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.data.image.Encoding;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.testing.TestImage;
import dev.fer4j.data.testing.TestVideo;
import dev.fer4j.data.testing.TestVideo.Coding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that end at a tenth, two tenths, … nine tenths of their length, all in one corpus. */
class TruncationTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Container.class)
    void clips(Container container) throws IOException {
        for (Coding coding : Coding.values()) {
            byte[] whole = container.encode(folder, coding, 0, 40);
            Corpus corpus = new Corpus(folder.resolve(coding.toString()));
            List<Item> cuts = new ArrayList<>();
            for (int tenth = 1; tenth <= 9; tenth++) {
                Path clip = corpus.lab().clip(100 + tenth, "1." + container.ending());
                Files.write(clip, Arrays.copyOf(whole, whole.length * tenth / 10));
                cuts.add(last(corpus));
            }

            Accounts accounts = new Accounts(corpus.items(), corpus.ingest());

            accounts.requireBalance();
            for (Item cut : cuts) {
                List<Sample> samples = accounts.samplesOf(List.of(cut));
                if (!samples.isEmpty()) {
                    assertThat(numbers(samples)).as("%s", cut).containsExactly(0, 10, 20, 30);
                }
            }
            assertUnreadable(accounts);
        }
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void images(Encoding encoding) throws IOException {
        byte[] whole = encoding.encode(TestImage.noise(64, 64, 3));
        Corpus corpus = new Corpus(folder);
        int healthy = corpus.items().size();
        for (int tenth = 1; tenth <= 9; tenth++) {
            Files.write(
                    corpus.stills().image("p" + tenth + "/1" + encoding.ending()),
                    Arrays.copyOf(whole, whole.length * tenth / 10));
        }

        Accounts accounts = new Accounts(corpus.items(), corpus.ingest());

        accounts.requireBalance();
        assertThat(accounts.used()).hasSize(healthy);
        assertUnreadable(accounts);
    }

    private static void assertUnreadable(Accounts accounts) {
        assertThat(accounts.problems())
                .isNotEmpty()
                .allMatch(problem -> problem.kind() == Problem.Kind.UNREADABLE)
                .allMatch(problem -> problem.cause().contains("truncated"));
    }

    private static Item last(Corpus corpus) {
        return corpus.items().get(corpus.items().size() - 1);
    }

    private static List<Integer> numbers(List<Sample> samples) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (Sample sample : samples) {
            RgbImage image = ImageFiles.read(sample.file());
            numbers.add(TestVideo.number(image));
        }
        return numbers;
    }
}
