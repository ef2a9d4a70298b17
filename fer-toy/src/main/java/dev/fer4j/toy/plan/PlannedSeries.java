package dev.fer4j.toy.plan;

import dev.fer4j.core.Gender;
import dev.fer4j.core.Label;
import dev.fer4j.core.Seed;
import dev.fer4j.toy.face.Expression;
import dev.fer4j.toy.face.Identity;
import dev.fer4j.toy.face.Scene;
import dev.fer4j.toy.face.SceneSampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The plan of the stills of one person on YouTube: one video, one label.
 *
 * @param person for example {@code p007}
 * @param identity the person's looks
 * @param label the person's answer
 * @param width of the stills in pixels
 * @param height of the stills in pixels
 * @param stills at least one
 */
public record PlannedSeries(
        String person, Identity identity, Label label, int width, int height, List<Still> stills) {

    private static final int[][] SIZES = {{480, 360}, {426, 240}, {400, 300}, {480, 270}};

    /** A screenshot. */
    public record Still(Expression expression, Scene scene, Seed seed) {}

    /**
     * Plans all people; half are interested. Both halves have the same number of stills, unless
     * there is an odd person and all have a single still.
     */
    static List<PlannedSeries> plan(Seed root, ToyScale scale) {
        int people = scale.youtubePeople();
        boolean[] interested = new boolean[people];
        int[] stills = new int[people];
        int surplus = 0;
        for (int first = 0; first < people; first += 2) {
            RandomGenerator random = root.derive("youtube pair", first / 2).generator();
            int spread = random.nextInt(scale.stillsPerPerson() / 2 + 1);
            boolean isFirstInterested = random.nextBoolean();
            // Every second pair has as many stills less as the one before has more.
            boolean isPaired = first % 4 == 2 || first + 4 <= people;
            surplus = first % 4 == 2 ? -surplus : isPaired ? spread : 0;
            for (int i = first; i < Math.min(first + 2, people); i++) {
                interested[i] = isFirstInterested == (i == first);
                stills[i] = scale.stillsPerPerson() + surplus;
            }
        }
        if (people % 2 == 1) {
            balance(stills, interested);
        }
        List<PlannedSeries> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            all.add(series(root, i + 1, interested[i], stills[i]));
        }
        return List.copyOf(all);
    }

    /** Takes the stills of the last person, who is in no pair, from others of the same label. */
    private static void balance(int[] stills, boolean[] interested) {
        int last = stills.length - 1;
        int excess = stills[last];
        for (int i = last - 1; i >= 0 && excess > 0; i--) {
            if (interested[i] == interested[last] && stills[i] > 1) {
                stills[i]--;
                excess--;
            }
        }
    }

    private static PlannedSeries series(Seed root, int number, boolean interested, int count) {
        Seed seed = root.derive("youtube person", number);
        RandomGenerator random = seed.generator();
        // 44 women and 93 men in the paper's source.
        Gender gender = random.nextInt(137) < 44 ? Gender.FEMALE : Gender.MALE;
        Identity identity = Identity.random(gender, seed);
        Label label = interested ? Label.INTERESTED : Label.NOT_INTERESTED;
        double interest = InterestModel.interest(0, label, random);
        Scene place = new SceneSampler(seed).anywhere();
        int[] size = SIZES[random.nextInt(SIZES.length)];
        List<Still> stills = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Expression apex =
                    InterestModel.apex(interest, identity.resting().expressiveness(), random);
            int moment = 20 + random.nextInt(60);
            stills.add(
                    new Still(
                            new ExpressionTimeline(apex, 100, 25, seed.derive("still", i))
                                    .at(moment),
                            new SceneSampler(seed.derive("framing", i)).sitting(place),
                            seed.derive("camera", i)));
        }
        return new PlannedSeries(
                String.format(Locale.ROOT, "p%03d", number),
                identity,
                label,
                size[0],
                size[1],
                List.copyOf(stills));
    }

    /** Name of a still's file, relative to the source's folder. */
    public String file(int still) {
        return person + "/" + String.format(Locale.ROOT, "%02d", still + 1) + ".jpg";
    }
}
