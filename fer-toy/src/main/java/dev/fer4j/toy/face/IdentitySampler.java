package dev.fer4j.toy.face;

import dev.fer4j.core.Gender;
import dev.fer4j.core.Seed;
import dev.fer4j.toy.face.Identity.BeardStyle;
import dev.fer4j.toy.face.Identity.ClothingStyle;
import dev.fer4j.toy.face.Identity.HairStyle;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Samples people at random, as varied as their features allow. */
final class IdentitySampler {

    private static final List<HairStyle> WOMEN =
            List.of(
                    HairStyle.BOB,
                    HairStyle.FRINGE,
                    HairStyle.LONG,
                    HairStyle.LONG,
                    HairStyle.WAVES,
                    HairStyle.WAVES,
                    HairStyle.PONYTAIL,
                    HairStyle.BUN,
                    HairStyle.AFRO,
                    HairStyle.CURLS,
                    HairStyle.SIDE_PART,
                    HairStyle.HEADSCARF);
    private static final List<HairStyle> MEN =
            List.of(
                    HairStyle.BALD,
                    HairStyle.BUZZ,
                    HairStyle.CROP,
                    HairStyle.CROP,
                    HairStyle.SIDE_PART,
                    HairStyle.SIDE_PART,
                    HairStyle.QUIFF,
                    HairStyle.QUIFF,
                    HairStyle.CURLS,
                    HairStyle.AFRO,
                    HairStyle.WAVES);
    private static final int[] DARK_HAIR = {0x17120f, 0x241a15, 0x33231a, 0x3b2a22};
    private static final int[] HAIR = {
        0x1d1613, 0x2d1f17, 0x4a3122, 0x5f3d27, 0x7a4e2f, 0x8e3f22, 0xa8642f, 0xb98a4e, 0xd6b06c,
        0x3a2620
    };
    private static final int[] DYED = {0x9c4f78, 0x3f5f8f, 0x7d2436};
    private static final int[] IRISES = {
        0x3b2415, 0x4d2f1a, 0x66411f, 0x7b5a2c, 0x5d6b36, 0x4f7a6a, 0x4d7796, 0x6d8aa3
    };
    private static final int[] CLOTHES = {
        0x2f3e5c, 0x8c2f39, 0x2f6b5b, 0xd9d4c7, 0x3a3a40, 0xc9843a, 0x6a4a7c, 0x4f7fae, 0xb9655a,
        0x5c6b3c, 0xe3c15a, 0x1f2a33, 0x9fb7a5, 0xd89aa0, 0x75808c, 0xf1eee6
    };
    private static final int[] SCARVES = {
        0x4b5d78, 0x8e5f6b, 0x6f7f6a, 0xcbb79d, 0x37474b, 0x9a7aa0
    };
    private static final int[] LIPSTICKS = {0xb8434f, 0xa53a4a, 0xc76a68, 0x8f3247, 0xbf5b66};
    private static final int[] RIMS = {0x1e1c1d, 0x4a2f22, 0x6b6f78, 0x2b3f58, 0x7a2c31};

    private final boolean woman;
    private final Gender gender;
    private final RandomGenerator random;

    IdentitySampler(Gender gender, Seed seed) {
        this.gender = gender;
        this.woman = gender == Gender.FEMALE;
        this.random = seed.derive("identity").generator();
    }

    Identity sample() {
        int age = (int) Math.min(68, 18 + Math.round(Math.abs(random.nextGaussian()) * 13));
        double tone = random.nextDouble();
        HairStyle style = pick(woman ? WOMEN : MEN);
        return new Identity(
                gender,
                age,
                new Identity.Skin(
                        tone,
                        between(-1, 1),
                        tone < 0.35 && random.nextInt(4) == 0 ? between(0.4, 1) : 0),
                new Identity.Shape(
                        between(0.71, 0.82),
                        woman ? between(0.7, 0.86) : between(0.8, 0.96),
                        woman ? between(0.2, 0.3) : between(0.28, 0.42),
                        between(0.95, 1.07)),
                new Identity.Hair(
                        style,
                        hairColour(style, tone, age),
                        random.nextDouble(),
                        random.nextBoolean()),
                new Identity.Brows(
                        woman ? between(0.1, 0.6) : between(0.4, 1), between(woman ? 0.3 : 0, 1)),
                new Identity.Eyes(
                        between(0.9, 1.16) + (woman ? 0.05 : -0.02),
                        between(0.295, 0.345),
                        between(-1, 1),
                        new Color(tone > 0.5 ? IRISES[random.nextInt(3)] : pick(IRISES)),
                        woman ? between(0.45, 1) : between(0, 0.3)),
                new Identity.Nose(
                        between(0.84, 1.12) + 0.2 * tone * random.nextDouble(),
                        between(0.88, 1.14)),
                new Identity.Lips(
                        between(0.245, 0.31),
                        between(0.1, 0.75) + 0.25 * tone,
                        woman && random.nextInt(5) < 2
                                ? Optional.of(new Color(pick(LIPSTICKS)))
                                : Optional.empty()),
                beard(),
                random.nextInt(4) == 0
                        ? Optional.of(
                                new Identity.Glasses(random.nextBoolean(), new Color(pick(RIMS))))
                        : Optional.empty(),
                clothing(),
                resting(),
                random.nextLong());
    }

    private Color hairColour(HairStyle style, double tone, int age) {
        if (style == HairStyle.HEADSCARF) {
            return new Color(pick(SCARVES));
        }
        Color colour =
                new Color(
                        tone > 0.5
                                ? pick(DARK_HAIR)
                                : random.nextInt(18) == 0 ? pick(DYED) : pick(HAIR));
        double grey = Math.max(0, (age - 38) / 34.0) * between(0.3, 1.6);
        return Colors.mix(colour, new Color(0xc9c5c0), Math.min(0.92, grey));
    }

    private Identity.Beard beard() {
        if (woman || random.nextInt(100) < 38) {
            return new Identity.Beard(BeardStyle.NONE, 0);
        }
        BeardStyle[] styles = {
            BeardStyle.STUBBLE,
            BeardStyle.STUBBLE,
            BeardStyle.FULL,
            BeardStyle.GOATEE,
            BeardStyle.MOUSTACHE
        };
        return new Identity.Beard(styles[random.nextInt(styles.length)], between(0.45, 1));
    }

    private Identity.Clothing clothing() {
        ClothingStyle style = ClothingStyle.values()[random.nextInt(ClothingStyle.values().length)];
        Color colour = new Color(pick(CLOTHES));
        Color accent = new Color(pick(CLOTHES));
        return new Identity.Clothing(
                style,
                colour,
                accent.equals(colour) ? Colors.mix(accent, Color.WHITE, 0.5) : accent);
    }

    /** Resting faces vary about half as much as expressions of equal interest. */
    private RestingFace resting() {
        return new RestingFace(
                0.12 * normal(),
                0.03 * normal(),
                0.13 * normal(),
                0.07 * normal(),
                0.07 * normal(),
                0.16 * normal(),
                Math.exp(0.22 * normal()));
    }

    private double normal() {
        return Math.max(-2, Math.min(2, random.nextGaussian()));
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private int pick(int[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
