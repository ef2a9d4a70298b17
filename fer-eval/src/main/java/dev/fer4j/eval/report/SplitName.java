package dev.fer4j.eval.report;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.CategorySplit;
import java.util.Set;
import java.util.stream.Collectors;

/** Names category splits for people. */
final class SplitName {

    private SplitName() {}

    /** What tests, which is what a reader asks first: {@code test car-technology, train …}. */
    static String of(CategorySplit split) {
        return "test "
                + join(split.test())
                + ", train "
                + join(split.train())
                + ", validate "
                + join(split.validate())
                + split.seen()
                        .map(
                                people ->
                                        ", with "
                                                + people.percent()
                                                + "% of the training categories' people held out")
                        .orElse("");
    }

    /** From training to test: {@code food-market → car-technology}. */
    static String inShort(CategorySplit split) {
        return join(split.train()) + " → " + join(split.test());
    }

    private static String join(Set<AdCategory> categories) {
        return categories.stream().map(AdCategory::id).collect(Collectors.joining(" + "));
    }
}
