package dev.fer4j.toy.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToyPretrainingTest {

    private static final ToyPretraining.Settings SMALL =
            new ToyPretraining.Settings(96, 2, 64, 4, 16, 2e-3);

    @TempDir private Path folder;

    private final List<Double> losses = new ArrayList<>();

    private Map<String, Double> run(String name, long seed) throws IOException {
        return ToyPretraining.run(
                folder.resolve(name),
                new Seed(seed),
                SMALL,
                progress -> {
                    if (progress.task().equals("pretraining")) {
                        String note = progress.note();
                        losses.add(Double.parseDouble(note.substring(note.lastIndexOf(' ') + 1)));
                    }
                });
    }

    @Test
    void sameSeedGivesTheSameBytesAndLearns() throws IOException {
        Map<String, Double> correlations = run("one", 3);
        Map<String, Double> again = run("again", 3);
        run("other", 4);

        assertThat(folder.resolve("again")).hasSameBinaryContentAs(folder.resolve("one"));
        assertThat(again).isEqualTo(correlations);
        assertThat(folder.resolve("other").toFile())
                .hasSize(folder.resolve("one").toFile().length());
        assertThat(Files.mismatch(folder.resolve("one"), folder.resolve("other"))).isNotNegative();
        assertThat(correlations).hasSize(DrawnAttribute.ALL.size());
        assertThat(losses.get(losses.size() - 1)).isLessThan(0.9 * losses.get(0));
    }

    @Test
    void mirroredPicturesHaveMirroredTargets() {
        PretrainingSet set = PretrainingSet.draw(new Seed(2), 0, 1, 1, 8, ProgressListener.none());
        ByteBuffer pixels = ByteBuffer.allocate(2 * 3 * 8 * 8);
        set.put(0, false, pixels);
        set.put(0, true, pixels);
        byte[] all = pixels.array();
        RgbImage plain = new RgbImage(8, 8, Arrays.copyOf(all, 192));
        RgbImage mirrored = new RgbImage(8, 8, Arrays.copyOfRange(all, 192, 384));

        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    assertThat(mirrored.at(7 - x, y, channel)).isEqualTo(plain.at(x, y, channel));
                }
            }
        }
        float turn = set.target(0, DrawnAttribute.ALL.indexOf(DrawnAttribute.TURN), false);
        assertThat(set.target(0, DrawnAttribute.ALL.indexOf(DrawnAttribute.TURN), true))
                .isEqualTo(1 - turn)
                .isNotEqualTo(turn);
        assertThat(set.target(0, DrawnAttribute.ALL.indexOf(DrawnAttribute.AGE), true))
                .isEqualTo(set.target(0, DrawnAttribute.ALL.indexOf(DrawnAttribute.AGE), false));
    }

    @Test
    void settingsThatDoNotFillBatchesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ToyPretraining.Settings(5, 3, 10, 1, 32, 1e-3))
                .withMessageContaining("whole batches of 32");
    }
}
