package dev.fer4j.data.composition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.HeldOutPeople;
import dev.fer4j.data.composition.HeldOutChoice.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HeldOutChoiceTest {

    private static final AdCategory FOOD = AdCategory.FOOD_MARKET;
    private static final AdCategory BOOKS = new AdCategory("books");
    private static final CategorySplit BOTH_TRAIN =
            new CategorySplit(
                    Set.of(FOOD, BOOKS),
                    Set.of(AdCategory.COSMETICS_FASHION),
                    Set.of(AdCategory.CAR_TECHNOLOGY));

    private final List<Viewer> viewers = new ArrayList<>();

    private void watched(String person, AdCategory category, boolean... interested) {
        for (boolean one : interested) {
            viewers.add(
                    new Viewer(
                            person,
                            Optional.of(category),
                            one ? Label.INTERESTED : Label.NOT_INTERESTED));
        }
    }

    private HeldOutChoice choose(CategorySplit split, int percent, long seed) {
        return HeldOutChoice.of(
                split.withSeen(new HeldOutPeople(percent, new Seed(seed))), viewers.stream());
    }

    private String problem(int percent, long seed) {
        List<Problem> problems = choose(CategorySplit.paper(), percent, seed).problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).kind()).isEqualTo(Problem.Kind.TOO_FEW);
        return problems.get(0).message();
    }

    @Test
    void nobodyIsChosenUnlessAsked() {
        watched("a", FOOD, true, false);

        HeldOutChoice choice = HeldOutChoice.of(CategorySplit.paper(), viewers.stream());

        assertThat(choice.people()).isEmpty();
        assertThat(choice.problems()).isEmpty();
    }

    @Test
    void peopleOfOtherCategoriesAreNotAsked() {
        for (int i = 0; i < 10; i++) {
            watched("food-" + i, FOOD, true, false);
            watched("car-" + i, AdCategory.CAR_TECHNOLOGY, true, false);
            viewers.add(new Viewer("unknown-" + i, Optional.empty(), Label.INTERESTED));
        }

        HeldOutChoice choice = choose(CategorySplit.paper(), 50, 1);

        assertThat(choice.people()).hasSize(5).allMatch(person -> person.startsWith("food-"));
        assertThat(choice.problems()).isEmpty();
    }

    @Test
    void everyTrainingCategoryGivesItsShare() {
        for (int i = 0; i < 10; i++) {
            watched("food-" + i, FOOD, true, false);
        }
        for (int i = 0; i < 4; i++) {
            watched("books-" + i, BOOKS, true, false);
        }

        Set<String> people = choose(BOTH_TRAIN, 25, 1).people();

        assertThat(people.stream().filter(p -> p.startsWith("food-"))).hasSize(3);
        assertThat(people.stream().filter(p -> p.startsWith("books-"))).hasSize(1);
    }

    @Test
    void whoeverWatchedTwoCategoriesIsHeldOutOfBothOrOfNone() {
        for (int i = 0; i < 6; i++) {
            watched("p" + i, FOOD, true, false);
            watched("p" + i, BOOKS, true, false);
        }
        watched("q", BOOKS, true);

        // One choice for each category, among others: their union is out.
        assertThat(choose(BOTH_TRAIN, 20, 1).people()).hasSizeBetween(1, 2);
    }

    @Test
    void onePersonCannotBeHeldOutAndTrain() {
        watched("a", FOOD, true, false);

        assertThat(problem(20, 1))
                .isEqualTo(
                        "held-out people of food-market: there is 1 person, who cannot be both held"
                                + " out and trained on; expected 2 or more (add recordings of other"
                                + " people, or do not hold anyone out)");
    }

    @Test
    void tooFewPeopleOfAClassAreCountedWithWhatIsNeeded() {
        watched("a", FOOD, true, true);
        watched("b", FOOD, false);
        watched("c", FOOD, false, false);

        assertThat(problem(30, 1))
                .contains("at 30 %, 1 of 3 people are held out")
                .contains("both groups need both classes")
                .contains("1 of them is ever INTERESTED, and at least 2 are needed");
    }

    @Test
    void aChoiceThatWouldDoIsNamedAndDoes() {
        watched("a", FOOD, true);
        watched("b", FOOD, false);
        watched("c", FOOD, false);
        watched("d", FOOD, true);
        watched("e", FOOD, false);
        watched("f", FOOD, false);

        // One person of six has one class; with two it depends on who they are.
        Matcher advice =
                Pattern.compile(
                                "choose differently: (\\d+) % with the seed (\\d+) has both"
                                        + " classes")
                        .matcher(problem(16, 1));

        assertThat(advice.find()).isTrue();
        HeldOutChoice better =
                choose(
                        CategorySplit.paper(),
                        Integer.parseInt(advice.group(1)),
                        Long.parseLong(advice.group(2)));
        assertThat(better.problems()).isEmpty();
        assertThat(better.people()).hasSizeGreaterThan(1);
    }

    @Test
    void labelsDoNotChoose() {
        for (int i = 0; i < 10; i++) {
            watched("p" + i, FOOD, true, false);
        }
        Set<String> before = choose(CategorySplit.paper(), 30, 4).people();
        viewers.clear();
        for (int i = 9; i >= 0; i--) {
            watched("p" + i, FOOD, i % 2 == 0);
        }

        assertThat(choose(CategorySplit.paper(), 30, 4).people()).isEqualTo(before);
    }
}
