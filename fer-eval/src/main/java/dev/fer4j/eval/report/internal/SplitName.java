package dev.fer4j.eval.report.internal;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.design.CategorySplit;
import java.util.Set;
import java.util.stream.Collectors;

/** Display names of category splits. */
public final class SplitName {

    private SplitName() {}

    /**
     * The name, beginning with the test category, which readers look for first: {@code test
     * car-technology, train …}.
     */
    public static String of(CategorySplit split) {
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
    public static String inShort(CategorySplit split) {
        return join(split.train()) + " → " + join(split.test());
    }

    private static String join(Set<AdCategory> categories) {
        return categories.stream().map(AdCategory::id).collect(Collectors.joining(" + "));
    }
}
