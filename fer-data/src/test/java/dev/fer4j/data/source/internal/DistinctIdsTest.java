package dev.fer4j.data.source.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctIdsTest {

    @Test
    void theExtensionBelongsToAnIdOnlyWhereIdsWouldBeEqual() {
        assertThat(DistinctIds.of(List.of("p/1.png", "p/1.jpg", "q/1.png", "p/2.JPG", "IMG_3")))
                .isEqualTo(
                        Map.of(
                                "p/1.png", "p/1.png",
                                "p/1.jpg", "p/1.jpg",
                                "q/1.png", "q/1",
                                "p/2.JPG", "p/2",
                                "IMG_3", "IMG_3"));
    }

    @Test
    void extensionsInOtherCaseAreOtherExtensions() {
        assertThat(DistinctIds.of(List.of("a.jpg", "a.JPG", "a.jpeg")).values())
                .containsExactlyInAnyOrder("a.jpg", "a.JPG", "a.jpeg");
    }

    @Test
    void aWholeNameMayBeTheIdOfAnotherFile() {
        assertThat(DistinctIds.of(List.of("1.png.webp", "1.png")).values())
                .containsExactlyInAnyOrder("1.png", "1");
        assertThat(DistinctIds.of(List.of("1.png.webp", "1.png", "1.jpg")).values())
                .containsExactlyInAnyOrder("1.png.webp", "1.png", "1.jpg");
        assertThat(DistinctIds.of(List.of("1", "1.png")).values())
                .containsExactlyInAnyOrder("1", "1.png");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void idsAreDistinctWhateverTheOrder(long seed) {
        Random random = new Random(seed);
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < 40; i++) {
            StringBuilder name = new StringBuilder("abc/".substring(0, 4 * random.nextInt(2)));
            name.append((char) ('a' + random.nextInt(3)));
            for (int part = random.nextInt(4); part > 0; part--) {
                name.append('.').append(random.nextBoolean() ? "png" : "jpg");
            }
            names.add(name.toString());
        }
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);

        Map<String, String> ids = DistinctIds.of(names);

        assertThat(ids.values()).doesNotHaveDuplicates().hasSameSizeAs(names);
        assertThat(DistinctIds.of(shuffled)).isEqualTo(ids);
    }
}
