package dev.fer4j.toy.face;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Gender;
import dev.fer4j.core.Seed;
import java.awt.Color;
import java.util.Optional;

/**
 * The identity of a drawn person: everything that stays the same from frame to frame.
 *
 * <p>Lengths are in <em>face units</em>: the distance from the origin, between eyes and nose, to
 * the chin is about one unit, so a head is a little over two units high.
 *
 * @param gender determines how hair, beard and make-up are drawn
 * @param age in years, 18 to 70; shown by wrinkles and grey hair
 * @param skin colour of the skin
 * @param shape outline of the head
 * @param hair style and colour
 * @param brows thickness and arch
 * @param eyes size, position and colour
 * @param nose size
 * @param lips size and colour
 * @param beard kind and density
 * @param glasses empty for most
 * @param clothing kind and colours
 * @param resting the face at rest
 * @param detail seed of random details, such as strands and freckles
 */
public record Identity(
        Gender gender,
        int age,
        Skin skin,
        Shape shape,
        Hair hair,
        Brows brows,
        Eyes eyes,
        Nose nose,
        Lips lips,
        Beard beard,
        Optional<Glasses> glasses,
        Clothing clothing,
        RestingFace resting,
        long detail) {

    /**
     * Skin colour.
     *
     * @param tone 0 lightest to 1 deepest
     * @param undertone −1 cool to 1 warm
     * @param freckles 0 none to 1 many
     */
    public record Skin(double tone, double undertone, double freckles) {}

    /**
     * Outline of the head.
     *
     * @param width half the width at the cheekbones, face units, about 0.7 to 0.84
     * @param jaw width of the jaw as a share of the width, about 0.7 to 0.97
     * @param chin half width of the chin, face units, about 0.2 to 0.42
     * @param length 1 is average, about 0.94 to 1.08
     */
    public record Shape(double width, double jaw, double chin, double length) {}

    /**
     * Hair.
     *
     * @param style cut
     * @param colour its middle tone; for a headscarf, that of the cloth
     * @param volume 0 flat to 1 full
     * @param mirrored whether it is parted on the other side
     */
    public record Hair(HairStyle style, Color colour, double volume, boolean mirrored) {}

    /** Hairstyles, and other head coverings. */
    public enum HairStyle {
        /** No hair. */
        BALD,
        /** A few millimetres. */
        BUZZ,
        /** Short all over. */
        CROP,
        /** Short, parted at one side. */
        SIDE_PART,
        /** Short sides, high front. */
        QUIFF,
        /** Short curls. */
        CURLS,
        /** A large sphere of small curls. */
        AFRO,
        /** Jaw-length, with a parting. */
        BOB,
        /** Jaw-length, with a fringe. */
        FRINGE,
        /** Long and straight, parted in the middle. */
        LONG,
        /** Long and wavy, parted at one side. */
        WAVES,
        /** Tied, over one shoulder. */
        PONYTAIL,
        /** Tied on top of the head. */
        BUN,
        /** Covered by a headscarf. */
        HEADSCARF
    }

    /**
     * Brows.
     *
     * @param thickness 0 thin to 1 thick
     * @param arch 0 straight to 1 arched
     */
    public record Brows(double thickness, double arch) {}

    /**
     * Eyes.
     *
     * @param size 1 is average, about 0.85 to 1.18
     * @param spacing distance of each eye from the middle, face units, about 0.29 to 0.35
     * @param slant −1 outer corner low to 1 outer corner high
     * @param iris colour
     * @param lashes 0 light to 1 dark and long
     */
    public record Eyes(double size, double spacing, double slant, Color iris, double lashes) {}

    /**
     * Nose.
     *
     * @param width 1 is average, about 0.8 to 1.35
     * @param length 1 is average, about 0.88 to 1.15
     */
    public record Nose(double width, double length) {}

    /**
     * Lips.
     *
     * @param width half the width of the closed mouth, face units, about 0.24 to 0.32
     * @param fullness 0 thin to 1 full
     * @param colour lipstick; empty for natural lips
     */
    public record Lips(double width, double fullness, Optional<Color> colour) {}

    /**
     * Beard.
     *
     * @param style kind
     * @param density 0 sparse to 1 dense
     */
    public record Beard(BeardStyle style, double density) {}

    /** Kinds of beards. */
    public enum BeardStyle {
        /** Clean-shaven. */
        NONE,
        /** A few days' growth. */
        STUBBLE,
        /** Upper lip only. */
        MOUSTACHE,
        /** Upper lip and chin. */
        GOATEE,
        /** Cheeks, lip and chin. */
        FULL
    }

    /**
     * Glasses.
     *
     * @param round whether they are round rather than rectangular
     * @param rim colour of the rim
     */
    public record Glasses(boolean round, Color rim) {}

    /**
     * Clothing.
     *
     * @param style cut
     * @param colour main colour
     * @param accent second colour: shirt below a jacket, stripes
     */
    public record Clothing(ClothingStyle style, Color colour, Color accent) {}

    /** Cuts of clothing. */
    public enum ClothingStyle {
        /** Round neck. */
        CREW,
        /** V-shaped neck. */
        V_NECK,
        /** Shirt with a collar. */
        SHIRT,
        /** Round neck with stripes. */
        STRIPES,
        /** Jacket over a shirt. */
        JACKET,
        /** High collar. */
        TURTLENECK
    }

    public Identity {
        requireNonNull(gender);
        checkArgument(age >= 18 && age <= 70, "age %s is not in 18..70", age);
        requireNonNull(skin);
        requireNonNull(shape);
        requireNonNull(hair);
        requireNonNull(brows);
        requireNonNull(eyes);
        requireNonNull(nose);
        requireNonNull(lips);
        requireNonNull(beard);
        requireNonNull(glasses);
        requireNonNull(clothing);
        requireNonNull(resting);
    }

    /** Draws a random person of the given gender; the same seed gives the same person. */
    public static Identity random(Gender gender, Seed seed) {
        return new IdentitySampler(gender, seed).sample();
    }
}
