package dev.fer4j.toy.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * The size of a toy corpus.
 *
 * @param food recordings of the food and market category, the paper's training category
 * @param cosmetics recordings of cosmetics and fashion, the paper's validation category
 * @param car recordings of cars and technology, the paper's test category
 * @param peoplePerCategory participants in each category, 2 to 18
 * @param youtubePeople people of the social-media source, an even number; half are interested
 * @param stillsPerPerson mean number of stills per person, at least 1
 * @param syntheticPerRecording synthetic images made from a frame of each food recording
 * @param projectionSteps steps of the projection of that frame, 1 to 100,000
 * @param meanClipSeconds approximate mean duration of a clip
 * @param longestClipSeconds maximum duration of a clip; the minimum is 0.4 s
 */
public record ToyScale(
        Category food,
        Category cosmetics,
        Category car,
        int peoplePerCategory,
        int youtubePeople,
        int stillsPerPerson,
        int syntheticPerRecording,
        int projectionSteps,
        double meanClipSeconds,
        double longestClipSeconds) {

    /**
     * One category.
     *
     * @param recordings number of recordings, at least 4 and at least one per participant
     * @param prevalence share of recordings whose participant is interested, between 0 and 1
     */
    public record Category(int recordings, double prevalence) {
        public Category {
            checkArgument(recordings >= 4, "%s recordings: expected at least 4", recordings);
            checkArgument(
                    prevalence > 0 && prevalence < 1,
                    "prevalence %s is not between 0 and 1",
                    prevalence);
        }
    }

    /** A tenth of the paper's recordings, with its prevalences (section 2). */
    public static ToyScale defaults() {
        return new ToyScale(
                new Category(34, 0.55),
                new Category(41, 0.65),
                new Category(30, 0.83),
                8,
                60,
                5,
                6,
                100,
                1.5,
                4);
    }

    /** The smallest corpus on which every part of a study still has something to do; for tests. */
    public static final ToyScale SMALLEST =
            new ToyScale(
                    new Category(6, 0.55),
                    new Category(6, 0.65),
                    new Category(6, 0.83),
                    3,
                    8,
                    2,
                    2,
                    10,
                    0.5,
                    0.8);

    public ToyScale {
        for (Category category : new Category[] {food, cosmetics, car}) {
            requireNonNull(category);
            checkArgument(
                    category.recordings() >= peoplePerCategory
                            && category.recordings() <= 12 * peoplePerCategory,
                    "%s recordings of %s participants: expected 1 to 12 of each participant",
                    category.recordings(),
                    peoplePerCategory);
        }
        checkArgument(
                peoplePerCategory >= 2 && peoplePerCategory <= 18,
                "%s people per category: expected 2 to 18",
                peoplePerCategory);
        checkArgument(
                youtubePeople >= 2 && youtubePeople <= 998 && youtubePeople % 2 == 0,
                "%s people on YouTube: expected an even number of 2 to 998",
                youtubePeople);
        checkArgument(
                stillsPerPerson >= 1 && stillsPerPerson <= 49,
                "%s stills a person: expected 1 to 49",
                stillsPerPerson);
        checkArgument(
                syntheticPerRecording >= 1,
                "%s synthetic images a recording: expected at least 1",
                syntheticPerRecording);
        checkArgument(
                projectionSteps >= 1 && projectionSteps <= 100_000,
                "%s projection steps: expected 1 to 100000",
                projectionSteps);
        checkArgument(
                longestClipSeconds > 0.4 && meanClipSeconds > 0.4,
                "clips of %s s, %s s at most: expected more than 0.4 s",
                meanClipSeconds,
                longestClipSeconds);
    }
}
