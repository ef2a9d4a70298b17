package dev.fer4j.core.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    private static Set<AdCategory> people(int from, int to) {
        Set<AdCategory> people = new TreeSet<>();
        for (int i = from; i < to; i++) {
            people.add(new AdCategory("participant-of-the-second-recording-session-" + i));
        }
        return people;
    }

    @Test
    void shortNamesStayAndLongOnesKeepTheirBeginningAndDiffer() {
        assertThat(FileNames.bounded("baseline", 80)).isEqualTo("baseline");
        String one = FileNames.bounded("a".repeat(300), 80);
        assertThat(one).hasSize(80).startsWith("a".repeat(63) + "-").isLowerCase();
        assertThat(FileNames.bounded("a".repeat(301), 80)).isNotEqualTo(one).hasSize(80);
        assertThat(FileNames.bounded("ab-".repeat(50), 32)).matches("(ab-){4}ab-[0-9a-f]{16}");
    }

    @Test
    void idsAreMadeOfAnyText() {
        assertThat(FileNames.id("source-probe-youtube-baseline-INTERESTED"))
                .isEqualTo("source-probe-youtube-baseline-interested");
        assertThat(FileNames.id("Own faces")).matches("own-faces-[0-9a-f]{16}");
        assertThat(FileNames.id("自分")).matches("[0-9a-f]{16}").isNotEqualTo(FileNames.id("他人"));
        assertThat(FileNames.id("x ".repeat(200))).hasSizeLessThanOrEqualTo(80);
        for (String text : List.of("自分", "x ".repeat(200), "NUL", "a+b")) {
            String id = FileNames.id(text).equals("nul") ? "nul-device" : FileNames.id(text);
            assertThat(new Condition(id, "Title", "baseline", List.of()).id()).isEqualTo(id);
        }
    }

    @Test
    void whatAnySystemRefusesIsSaid() {
        for (String name :
                List.of(
                        "",
                        " ",
                        ".x",
                        "x.",
                        "x ",
                        "a/b",
                        "a:b",
                        "a\tb",
                        "con",
                        "Nul.json",
                        "com1")) {
            assertThat(FileNames.problem(name)).as(name).isPresent();
        }
        assertThat(FileNames.problem("x".repeat(81))).hasValue("has 81 characters; at most 80");
        for (String name : List.of("baseline", "console", "自分", "a+b", "x".repeat(80))) {
            assertThat(FileNames.problem(name)).as(name).isEmpty();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition("con", "Title", "baseline", List.of()))
                .withMessageContaining("device on Windows");
    }

    @Test
    void cellsOfTwentyTwoPeopleAsCategoriesHaveShortNamesThatDiffer() {
        Condition like =
                new Condition(
                        "baseline-and-all-of-the-pictures-of-the-second-recording-session",
                        "Long",
                        "baseline",
                        List.of("youtube"));
        List<String> ids = new ArrayList<>();
        for (int test = 1; test < 22; test++) {
            CategorySplit split =
                    new CategorySplit(people(test + 1, 30), people(0, test), people(test, test + 1))
                            .withSeen(new HeldOutPeople(20, new Seed(Long.MAX_VALUE)));
            for (Control.Means means : Control.Means.values()) {
                Condition control = Condition.BASELINE.likeInSize(like, means);
                ids.add(new Cell(control, split, new Seed(Long.MIN_VALUE)).id());
            }
        }
        assertThat(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        id ->
                                assertThat(id)
                                        .hasSizeLessThanOrEqualTo(Cell.LONGEST_ID)
                                        .matches("baseline-[a-z0-9_+.-]*[a-z0-9]"));
    }

    @Test
    void namesOfToday() {
        Condition control =
                Condition.BASELINE.likeInSize(Condition.ALL_SOURCES, Control.Means.DUPLICATES);
        CategorySplit seen = CategorySplit.paper().withSeen(new HeldOutPeople(20, new Seed(7)));
        assertThat(new Cell(control, seen, new Seed(1)).id())
                .isEqualTo(
                        "baseline-duplicates-of-size-baseline-youtube-stylegan2_food-market_"
                                + "cosmetics-fashion_car-technology_seen20-7_seed1");
    }
}
