package dev.fer4j.eval.scored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidationChoiceTest {

    private static ScoredCases cases(String name, String prefix, int n) {
        List<ScoredCase> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.add(
                    new ScoredCase(
                            i % 2 == 0 ? Label.INTERESTED : Label.NOT_INTERESTED,
                            (i * 7 % n) / (double) n,
                            Optional.of(prefix + "r" + i),
                            Optional.of(prefix + i / 2),
                            Map.of()));
        }
        return new ScoredCases(name, all);
    }

    @Test
    void otherCasesGiveAThreshold() {
        ValidationChoice choice =
                ValidationChoice.of(cases("validate", "v", 20), cases("test", "t", 20));

        assertThat(choice.threshold().toText()).contains("Youden's J on 20 validation cases");
        assertThat(choice.notes()).isEmpty();
    }

    @Test
    void testCasesAreRefusedInAnyOrder() {
        ScoredCases test = cases("test.csv", "p", 20);
        List<ScoredCase> reversed = new ArrayList<>(test.all());
        Collections.reverse(reversed);

        List<ScoredCase> anonymous =
                test.all().stream()
                        .map(
                                one ->
                                        new ScoredCase(
                                                one.label(),
                                                one.score(),
                                                one.recording(),
                                                Optional.empty(),
                                                Map.of()))
                        .toList();

        for (List<ScoredCase> same : List.of(test.all(), reversed, anonymous)) {
            assertThatThrownBy(() -> ValidationChoice.of(new ScoredCases("copy.csv", same), test))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(
                            "copy.csv: has the same 20 cases with the same scores as test.csv");
        }
    }

    @Test
    void whatIsInBothIsCounted() {
        ScoredCases test = cases("test", "p", 20);

        assertThat(
                        ValidationChoice.of(
                                        new ScoredCases("part", test.all().subList(0, 12)), test)
                                .notes())
                .hasSize(3)
                .first()
                .asString()
                .contains("12 of 12 validation cases");
        assertThat(ValidationChoice.of(cases("validate", "p", 22), test).notes())
                .contains(
                        "10 of the 11 participants of the validation cases are in the test cases"
                                + " too.");
    }

    @Test
    void oneClassIsNamed() {
        ScoredCases test = cases("test", "t", 20);
        ScoredCases one =
                new ScoredCases(
                        "validate",
                        List.of(
                                cases("all", "v", 20).all().get(0),
                                cases("all", "v", 20).all().get(2)));

        assertThatThrownBy(() -> ValidationChoice.of(one, test))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("validate: ", "all 2 samples are of the positive class");
    }
}
