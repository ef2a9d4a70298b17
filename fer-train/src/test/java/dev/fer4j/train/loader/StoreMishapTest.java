package dev.fer4j.train.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.data.image.ImageFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store whose program is killed, or has no room left, in the middle of its work. */
class StoreMishapTest {

    private static final int COUNT = 36;
    private static final int IN_A_FILE = StoreProgram.IMAGES_IN_A_FILE;
    private static final int KILLED = 128 + 9;

    @TempDir private Path folder;

    private Path cache;
    private List<Sample> samples;

    @BeforeEach
    void writeImages() throws IOException {
        cache = folder.resolve("cache");
        samples = Squares.write(folder, COUNT);
    }

    private StoreProcess process(String job, int count, int wait) throws IOException {
        return new StoreProcess(folder.resolve("tmp"), job, folder, cache, count, wait);
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> !file.endsWith(".fer4j"))
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** Opens the store again, and returns how many images it decoded afresh. */
    private int requireRight() {
        List<Progress> updates = new ArrayList<>();
        ImageStore again = StoreProgram.store(cache, updates::add);
        again.prepare(samples);
        ImageDecoder fresh = new ImageDecoder(new InputForm(StoreProgram.SIZE, ImageFit.STRETCH));
        for (Sample sample : samples) {
            assertThat(again.get(sample).rgb()).isEqualTo(fresh.decode(sample).rgb());
        }
        return updates.size();
    }

    /** In the middle of a file, and (8) when its images are written and its index is not. */
    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 29})
    void killLosesTheFileInWorkOnly(int written) throws Exception {
        try (StoreProcess build = process("build", COUNT, written)) {
            build.await(Integer.toString(written));
            assertThat(build.kill()).isEqualTo(KILLED);
        }
        int finished = (written - 1) / IN_A_FILE;
        assertThat(files(".images")).hasSize(finished);
        assertThat(files(".part")).hasSize(1);

        assertThat(requireRight()).isEqualTo(COUNT - finished * IN_A_FILE);

        Path leftover = files(".part").get(0);
        Files.setLastModifiedTime(
                leftover, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        assertThat(requireRight()).isZero();
        assertThat(files(".part")).isEmpty();
        assertThat(files("")).hasSize((COUNT + IN_A_FILE - 1) / IN_A_FILE);
    }

    /** Wherever it is by the time that the signal arrives. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void killAtAnyMomentLeavesNothingWrong(long seed) throws Exception {
        int written = 1 + new Seed(seed).generator().nextInt(COUNT - 1);
        try (StoreProcess build = process("build", COUNT, 0)) {
            build.await(Integer.toString(written));
            build.kill();
        }
        int finished = files(".images").size();
        assertThat(finished).isGreaterThanOrEqualTo((written - 1) / IN_A_FILE);

        assertThat(requireRight()).isEqualTo(Math.max(0, COUNT - finished * IN_A_FILE));

        ImageStore.retain(cache, digests(samples));
        assertThat(files(".part")).isEmpty();
        assertThat(requireRight()).isZero();
    }

    @Test
    void diskThatFillsUpIsToldAndLeavesNoHalfFile() throws Exception {
        StoreProgram.store(cache, ProgressListener.none()).prepare(samples.subList(0, 3));
        List<Path> before = files("");
        String end;
        try (StoreProcess build = process("build", COUNT, 2)) {
            build.await("2");
            build.limitFiles(40_000);
            end = build.proceed();
        }
        assertThat(end)
                .startsWith(cache + ": images cannot be written: ")
                .endsWith("(check its permissions and the free space, or choose another folder)");
        assertThat(files("")).isEqualTo(before);
        assertThat(requireRight()).isEqualTo(COUNT - 3);
    }

    /** What is to go goes even if what is to stay cannot be written again. */
    @Test
    void fullDiskKeepsNobodysImages() throws Exception {
        List<Sample> some = samples.subList(0, IN_A_FILE);
        StoreProgram.store(cache, ProgressListener.none()).prepare(some);
        String end;
        try (StoreProcess erasure = process("retain", IN_A_FILE - 1, 0)) {
            erasure.await("0");
            erasure.limitFiles(40_000);
            end = erasure.proceed();
        }
        assertThat(end).isEqualTo("end");
        assertThat(files("")).isEmpty();
        assertThat(requireRight()).isEqualTo(COUNT);
    }

    private static Set<String> digests(List<Sample> samples) {
        return Set.copyOf(samples.stream().map(Sample::sha256).toList());
    }
}
