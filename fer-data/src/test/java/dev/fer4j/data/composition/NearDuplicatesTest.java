package dev.fer4j.data.composition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Sample;
import dev.fer4j.core.design.Split;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

    private final Map<Split, List<Sample>> samples = new EnumMap<>(Split.class);
    private final Map<Sample, ImageFingerprint> prints = new HashMap<>();

    private void add(Split split, String id, ImageFingerprint print) {
        Sample sample = Samples.still(id, "p", true);
        samples.computeIfAbsent(split, any -> new ArrayList<>()).add(sample);
        prints.put(sample, print);
    }

    private NearDuplicates find() {
        return NearDuplicates.find(samples, prints::get);
    }

    @Test
    void findsPairsOfAllTwoSplits() {
        add(Split.TRAIN, "a", Fingerprints.random(1));
        add(Split.TRAIN, "b", Fingerprints.random(2));
        add(Split.VALIDATE, "c", Fingerprints.touched(1));
        add(Split.VALIDATE, "d", Fingerprints.random(3));
        add(Split.TEST, "e", Fingerprints.touched(2));
        add(Split.TEST, "f", Fingerprints.touched(3));

        NearDuplicates found = find();

        assertThat(found.images()).isEqualTo(6);
        assertThat(found.found()).isEqualTo(3);
        assertThat(found.pairs())
                .extracting(pair -> pair.text().replaceAll(" \\(.*", ""))
                .containsExactly(
                        "a in train and c in validate",
                        "b in train and e in test",
                        "d in validate and f in test");
    }

    @Test
    void pairsWithinASplitAreNoLeak() {
        add(Split.TRAIN, "a", Fingerprints.random(1));
        add(Split.TRAIN, "b", Fingerprints.touched(1));
        add(Split.TEST, "c", Fingerprints.random(2));

        assertThat(find().found()).isZero();
    }

    @Test
    void unlikeImagesWhoseHashesMeetAreNoPair() {
        // Stripes from top to bottom lie in the DCT's row 0, which the hash does not look at.
        byte[] plain = new byte[32 * 32];
        byte[] striped = new byte[32 * 32];
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                int picture = (3 * x * x + 7 * y * x + 5 * y * y + 11 * x) % 50;
                plain[32 * y + x] = (byte) (100 + picture);
                striped[32 * y + x] = (byte) (100 + picture + (x / 4 % 2 == 0 ? 90 : -90));
            }
        }
        ImageFingerprint a = new ImageFingerprint(plain);
        ImageFingerprint b = new ImageFingerprint(striped);
        assertThat(a.distance(b)).isLessThanOrEqualTo(NearDuplicates.MAX_DISTANCE);
        add(Split.TRAIN, "a", a);
        add(Split.TEST, "b", b);

        assertThat(a.correlation(b)).isLessThan(0.5);
        assertThat(find().found()).isZero();
    }

    @Test
    void filesWithTheSameBytesAreCountedElsewhere() {
        add(Split.TRAIN, "a", Fingerprints.random(1));
        add(Split.TEST, "a", Fingerprints.random(1));

        assertThat(find().found()).isZero();
    }

    @Test
    void countsAllPairsAndListsTheFirst() {
        for (int i = 0; i < 50; i++) {
            add(Split.TRAIN, "a" + i, Fingerprints.random(1));
            add(Split.TEST, "b" + i, Fingerprints.touched(1));
        }

        NearDuplicates found = find();

        assertThat(found.found()).isEqualTo(2500);
        assertThat(found.pairs()).hasSize(NearDuplicates.LISTED);
        assertThat(found.pairs().get(0).first()).isEqualTo("a0");
        assertThat(found.pairs().get(999).second()).isEqualTo("b49");
    }

    @Test
    void thousandsOfUnrelatedImagesGiveNoPair() {
        for (int i = 0; i < 3000; i++) {
            add(Split.values()[i % 3], "image" + i, Fingerprints.random(i));
        }

        assertThat(find().found()).isZero();
    }
}
