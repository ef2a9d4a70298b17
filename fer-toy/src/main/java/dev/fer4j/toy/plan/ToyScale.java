package dev.fer4j.toy.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * The size of a toy corpus.
 *
 * @param food recordings of the food and market category, the paper's training category
 * @param cosmetics recordings of cosmetics and fashion, the paper's validation category
 * @param car recordings of cars and technology, the paper's test category
 * @param youtubePeople people of the social-media source, 2 to 998; half are interested, or one
 *     more or less than half
 * @param stillsPerPerson mean number of stills per person, 1 to 49
 * @param syntheticPerRecording synthetic images made from a frame of each food recording
 * @param projectionSteps steps of the projection of that frame, 1 to 100,000
 * @param meanClipSeconds approximate mean duration of a clip
 * @param longestClipSeconds maximum duration of a clip; the minimum is 0.4 s
 */
public record ToyScale(
        Category food,
        Category cosmetics,
        Category car,
        int youtubePeople,
        int stillsPerPerson,
        int syntheticPerRecording,
        int projectionSteps,
        double meanClipSeconds,
        double longestClipSeconds) {

    /**
     * One category.
     *
     * @param people participants, 2 to 20; in cosmetics and fashion, at most 18
     * @param recordings number of recordings, at least 4, and 1 to 20 per participant
     * @param prevalence share of recordings whose participant is interested, between 0 and 1
     */
    public record Category(int people, int recordings, double prevalence) {
        public Category {
            checkArgument(people >= 2 && people <= 20, "%s people: expected 2 to 20", people);
            checkArgument(recordings >= 4, "%s recordings: expected at least 4", recordings);
            checkArgument(
                    recordings >= people && recordings <= 20 * people,
                    "%s recordings of %s participants: expected 1 to 20 of each participant",
                    recordings,
                    people);
            checkArgument(
                    prevalence > 0 && prevalence < 1,
                    "prevalence %s is not between 0 and 1",
                    prevalence);
        }
    }

    /**
     * The paper's people and prevalences (section 2): 20, 18 and 20 participants, and 137 people on
     * YouTube. They have a quarter of its training images, since there is no GPU, and more test
     * recordings, since predicting costs little and intervals depend on them.
     */
    public static ToyScale defaults() {
        return new ToyScale(
                new Category(20, 80, 0.55),
                new Category(18, 54, 0.65),
                new Category(20, 360, 0.83),
                137,
                2,
                6,
                50,
                0.6,
                4);
    }

    /** The smallest corpus on which every part of a study still has something to do; for tests. */
    public static final ToyScale SMALLEST =
            new ToyScale(
                    new Category(3, 6, 0.55),
                    new Category(3, 6, 0.65),
                    new Category(3, 6, 0.83),
                    8,
                    2,
                    2,
                    10,
                    0.5,
                    0.8);

    public ToyScale {
        requireNonNull(food);
        requireNonNull(cosmetics);
        requireNonNull(car);
        // The numbers of NeuroBioSense's participants leave room for no more.
        checkArgument(
                cosmetics.people() <= 18,
                "%s people in cosmetics and fashion: expected at most 18",
                cosmetics.people());
        checkArgument(
                youtubePeople >= 2 && youtubePeople <= 998,
                "%s people on YouTube: expected 2 to 998",
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
