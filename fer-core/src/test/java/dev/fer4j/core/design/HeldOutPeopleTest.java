package dev.fer4j.core.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldOutPeopleTest {

    private static List<String> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i).toList();
    }

    @ParameterizedTest
    @CsvSource({"20, 20, 4", "20, 18, 4", "10, 18, 2", "1, 20, 1", "50, 3, 2", "50, 2, 1"})
    void shareIsRoundedAndAtLeastOne(int percent, int people, int held) {
        assertThat(new HeldOutPeople(percent, new Seed(1)).among(people(people))).hasSize(held);
    }

    @Test
    void orderAndRepetitionsDoNotMatter() {
        HeldOutPeople heldOut = new HeldOutPeople(20, new Seed(1));
        List<String> shuffled = new ArrayList<>(people(20));
        shuffled.addAll(people(20));
        Collections.shuffle(shuffled, new Random(3));

        assertThat(heldOut.among(shuffled)).isEqualTo(heldOut.among(people(20)));
    }

    @Test
    void anotherPersonTakesAtMostOnePlace() {
        HeldOutPeople heldOut = new HeldOutPeople(20, new Seed(1));
        Set<String> before = heldOut.among(people(20));
        Set<String> after = heldOut.among(people(21));

        assertThat(after).hasSize(4);
        assertThat(before.stream().filter(after::contains).count()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void seedsChooseOthers() {
        assertThat(
                        IntStream.range(0, 20)
                                .mapToObj(i -> new HeldOutPeople(20, new Seed(i)).among(people(20)))
                                .distinct()
                                .count())
                .isGreaterThan(15);
    }

    @Test
    void somebodyMustTrain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeldOutPeople(20, new Seed(1)).among(people(1)))
                .withMessageContaining("of 1 people");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeldOutPeople(51, new Seed(1)))
                .withMessageContaining("expected 1 to 50");
        assertThatIllegalArgumentException().isThrownBy(() -> new HeldOutPeople(0, new Seed(1)));
    }
}
