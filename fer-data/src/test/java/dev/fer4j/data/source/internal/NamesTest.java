package dev.fer4j.data.source.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.AdCategory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "39, 39",
        "P39, 39",
        "p 39, 39",
        "'39 ', 39",
        "39.0, 39",
        "039, 39",
        "Participant_7, 7"
    })
    void readsParticipants(String text, String participant) {
        assertThat(Viewing.participant(text)).contains(participant);
    }

    @ParameterizedTest
    @CsvSource({"A01, A01", "A1, A01", "1, A01", "1.0, A01", "a15, A15", "AD 3, A03", "A100, A100"})
    void readsAds(String text, String ad) {
        assertThat(Viewing.ad(text)).contains(ad);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "visitor", "39a", "1.5", "A", "3 9", "12345678901234567890"})
    void refusesOtherNumbers(String text) {
        assertThat(Viewing.participant(text)).isEmpty();
        assertThat(Viewing.ad(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Car_and_Technology, car-technology",
        "CARS, car-technology",
        "CarAndTech, car-technology",
        "Cosmetics_and_Fashion, cosmetics-fashion",
        "fashion, cosmetics-fashion",
        "Food_and_Market_Subfolder, food-market",
        "Supermarket, food-market"
    })
    void knowsCategoriesByTheirWords(String name, String category) {
        assertThat(CategoryNames.find(name)).contains(new AdCategory(category));
    }

    @ParameterizedTest
    @CsvSource({
        "Skincare, Car_and_Technology",
        "Cosmetix, Cosmetics_and_Fashion",
        "Fod_and_Marked, Food_and_Market_Subfolder",
        "Food_and_Fashion, Cosmetics_and_Fashion"
    })
    void namesTheNearestCategoryOfUnknownOnes(String name, String nearest) {
        assertThat(CategoryNames.find(name)).isEmpty();
        assertThat(CategoryNames.nearest(name)).isEqualTo(nearest);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void naturalOrderDoesNotDependOnTheFirstOrder(long seed) {
        List<String> expected =
                List.of("1..mp4", "01.mp4", "1.mp4", "2.mp4", "10.mp4", "IMG_9", "img_10", "v1");
        List<String> names = new ArrayList<>(expected);
        Collections.shuffle(names, new Random(seed));
        names.sort(new NaturalOrder());
        assertThat(names).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", ".hidden", "a/b", "a\\b", "a\nb"})
    void refusesNamesThatAreNoFolderNames(String name) {
        assertThatThrownBy(() -> Names.checkFolderName("name", name))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesOfOtherSystemsBecomeFolderNames() {
        assertThat(Names.folderName(" J\\1\n ")).isEqualTo("J_1");
    }
}
