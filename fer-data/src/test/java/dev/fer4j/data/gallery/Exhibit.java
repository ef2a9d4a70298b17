package dev.fer4j.data.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Problem;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import java.io.IOException;
import java.util.List;

/**
 * A damaged or unusual input, and what must come of it.
 *
 * @param name what it is, in a user's words
 * @param maker puts it into a corpus
 * @param problems what the report must say, one for each problem, in any order
 * @param used how many of the items that the maker puts into the corpus must be used
 * @param note how it is used; empty if it is not
 * @param check looks at what was made of it
 */
record Exhibit(
        String name, Maker maker, List<Expected> problems, int used, String note, Check check) {

    /** Puts an exhibit into a corpus. */
    @FunctionalInterface
    interface Maker {
        /**
         * Makes it.
         *
         * @param number sets its names apart from all other exhibits'
         */
        void make(Corpus corpus, int number) throws IOException;
    }

    /** Looks at what was made of an exhibit that is used. */
    @FunctionalInterface
    interface Check {
        /** Given the samples and, in the same order, their pixels. */
        void check(List<Sample> samples, List<RgbImage> images);
    }

    /** A problem that must be reported: its kind and a part of its cause. */
    record Expected(Problem.Kind kind, String cause) {
        boolean fits(Problem problem) {
            return problem.kind() == kind && problem.cause().contains(cause);
        }
    }

    static Expected problem(Problem.Kind kind, String cause) {
        return new Expected(kind, cause);
    }

    /** One that must end as these problems and in nothing else. */
    static Exhibit quarantined(String name, Maker maker, Expected... problems) {
        return new Exhibit(
                name,
                maker,
                List.of(problems),
                0,
                "",
                (samples, images) -> assertThat(samples).isEmpty());
    }

    /** The same with a single problem. */
    static Exhibit quarantined(String name, Problem.Kind kind, String cause, Maker maker) {
        return quarantined(name, maker, problem(kind, cause));
    }

    /** One that is a single item, which must be used, without a problem. */
    static Exhibit used(String name, String note, Maker maker, Check check) {
        return new Exhibit(name, maker, List.of(), 1, note, check);
    }

    /** One that is a single item, which must be used, with remarks. */
    static Exhibit usedWith(String name, Maker maker, Check check, Expected... remarks) {
        return new Exhibit(name, maker, List.of(remarks), 1, "", check);
    }

    /** One of several items, of which so many must be used and the others end as problems. */
    static Exhibit partlyUsed(String name, int used, Maker maker, Expected... problems) {
        return new Exhibit(
                name,
                maker,
                List.of(problems),
                used,
                "",
                (samples, images) -> assertThat(samples).isNotEmpty());
    }

    @Override
    public String toString() {
        return name;
    }
}
