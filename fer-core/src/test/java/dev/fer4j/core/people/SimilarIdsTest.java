package dev.fer4j.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarIdsTest {

    private static SimilarIds among(String ids) {
        return SimilarIds.among(List.of(ids.split(",", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P3,p3",
                "007,7",
                "7,7.0",
                "7,7.00",
                "7,S07",
                "P7,S07",
                "7,sub-07",
                "7,NBS07",
                "Subject 7,subject_007",
                "Anna,anna",
                "Anna B,anna-b",
                "s01-t7,s1-T07",
                "youtube/P3,youtube/p3",
                "STRASSE,straße",
                "7,\uff17",
                "0,00",
                "P.7,p07"
            })
    void spellingsOfOneIdAreSimilar(String ids) {
        assertThat(among(ids).groups()).containsExactly(List.of(ids.split(",", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P3,P3",
                "P3,P4",
                "7,70",
                "7.0,7.5",
                "1.05,1.5",
                "A1,B1",
                "1-2,12",
                "7,youtube/7",
                "own/p3,youtube/p3",
                "Anna,Ana",
                "7a,7b",
                "10,1",
                "p1x,p1y",
                "2024-01-02,2024-10-02"
            })
    void otherIdsAreNot(String ids) {
        assertThat(among(ids).isEmpty()).isTrue();
    }

    @Test
    void allSpellingsAreInOneGroup() {
        SimilarIds similar = among("S07,p3,7,A07,P3,007,x,B08,7.0,sub-07,A08");

        assertThat(similar.groups())
                .containsExactly(
                        List.of("007", "7", "7.0", "A07", "S07", "sub-07"), List.of("P3", "p3"));
        assertThat(similar.cause())
                .startsWith("2 groups")
                .endsWith(": 007, 7, 7.0, A07, S07 and sub-07; P3 and p3");
    }

    @Test
    void textNamesTheFirstGroups() {
        List<String> ids = new ArrayList<>();
        for (int i = 10; i < 30; i++) {
            ids.add("p" + i);
            ids.add("P" + i);
        }

        assertThat(SimilarIds.among(ids).cause())
                .startsWith("20 groups")
                .contains("P19 and p19; …")
                .doesNotContain("P20");
    }

    @Test
    void orderAndRepetitionDoNotMatter() {
        RandomGenerator random = new SplittableRandom(1);
        List<String> ids = List.of("7", "07", "S7", "a", "A", "b");
        List<String> drawn = new ArrayList<>(ids);
        for (int i = 0; i < 20; i++) {
            drawn.add(random.nextInt(drawn.size() + 1), ids.get(random.nextInt(ids.size())));
        }

        assertThat(SimilarIds.among(drawn)).isEqualTo(SimilarIds.among(ids));
    }
}
