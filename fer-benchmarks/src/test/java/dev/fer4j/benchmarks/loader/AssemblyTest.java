package dev.fer4j.benchmarks.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Sample;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.train.loader.ImageCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyTest {

    @TempDir private Path folder;

    @Test
    void imagesAreTheSameEachTimeAndDiffer() throws IOException {
        List<Sample> first = DrawnImages.write(folder, 3);
        assertThat(DrawnImages.write(folder, 3)).isEqualTo(first);
        assertThat(first.stream().map(Sample::sha256).distinct()).hasSize(3);
        assertThat(Sha256.of(first.get(2).file())).isEqualTo(first.get(2).sha256());
    }

    @Test
    void bothContestantsMakeTheSameValues() throws IOException {
        Assembly assembly =
                new Assembly(new ImageCache(71, 1 << 20), DrawnImages.write(folder, 5), 2);
        List<float[]> ours = new ArrayList<>();
        List<float[]> djl = new ArrayList<>();
        assembly.ours(batch -> ours.add(batch.toFloatArray()));
        assembly.djl(batch -> djl.add(batch.toFloatArray()));
        assertThat(ours).hasSize(3);
        for (int i = 0; i < ours.size(); i++) {
            assertThat(djl.get(i)).containsExactly(ours.get(i), within(1e-6f));
        }
    }
}
