package dev.fer4j.toy.pretraining;

import dev.fer4j.core.Gender;
import dev.fer4j.toy.face.Expression;
import dev.fer4j.toy.face.Identity;
import dev.fer4j.toy.face.Identity.BeardStyle;
import dev.fer4j.toy.face.Identity.ClothingStyle;
import dev.fer4j.toy.face.Identity.HairStyle;
import dev.fer4j.toy.face.Scene;
import java.awt.Color;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What the network learns about drawn people: their looks, the pose of the head, the setting. None
 * of them is a cue of interest (smile, mouth, brows, lids, gaze, cheeks, leaning), and none depends
 * on one.
 */
enum DrawnAttribute {
    FEMALE(of(i -> yes(i.gender() == Gender.FEMALE))),
    AGE(of(i -> (i.age() - 18) / 50.0)),
    SKIN_TONE(of(i -> i.skin().tone())),
    SKIN_UNDERTONE(of(i -> centred(i.skin().undertone(), 1))),
    FRECKLES(of(i -> i.skin().freckles())),
    FACE_WIDTH(of(i -> scaled(i.shape().width(), 0.70, 0.84))),
    JAW(of(i -> scaled(i.shape().jaw(), 0.69, 0.97))),
    CHIN(of(i -> scaled(i.shape().chin(), 0.19, 0.43))),
    FACE_LENGTH(of(i -> scaled(i.shape().length(), 0.94, 1.08))),
    BALD_OR_SHAVEN(hair(HairStyle.BALD, HairStyle.BUZZ)),
    SHORT_HAIR(hair(HairStyle.CROP, HairStyle.SIDE_PART, HairStyle.QUIFF)),
    CURLY_HAIR(hair(HairStyle.CURLS, HairStyle.AFRO)),
    CHIN_LENGTH_HAIR(hair(HairStyle.BOB, HairStyle.FRINGE)),
    LONG_HAIR(hair(HairStyle.LONG, HairStyle.WAVES, HairStyle.PONYTAIL)),
    BUN(hair(HairStyle.BUN)),
    HEADSCARF(hair(HairStyle.HEADSCARF)),
    HAIR_LIGHTNESS(of(i -> lightness(i.hair().colour()))),
    HAIR_WARMTH(of(i -> warmth(i.hair().colour()))),
    BROW_THICKNESS(of(i -> i.brows().thickness())),
    EYE_SPACING(of(i -> scaled(i.eyes().spacing(), 0.29, 0.35))),
    EYE_SLANT(of(i -> centred(i.eyes().slant(), 1))),
    IRIS_LIGHTNESS(of(i -> lightness(i.eyes().iris()))),
    LASHES(of(i -> i.eyes().lashes())),
    NOSE_WIDTH(of(i -> scaled(i.nose().width(), 0.80, 1.35))),
    NOSE_LENGTH(of(i -> scaled(i.nose().length(), 0.87, 1.15))),
    LIP_FULLNESS(of(i -> i.lips().fullness())),
    LIPSTICK(of(i -> yes(i.lips().colour().isPresent()))),
    STUBBLE(beard(BeardStyle.STUBBLE)),
    MOUSTACHE(beard(BeardStyle.MOUSTACHE, BeardStyle.GOATEE, BeardStyle.FULL)),
    CHIN_BEARD(beard(BeardStyle.GOATEE, BeardStyle.FULL)),
    GLASSES(of(i -> yes(i.glasses().isPresent()))),
    ROUND_GLASSES(of(i -> yes(i.glasses().map(Identity.Glasses::round).orElse(false)))),
    COLLAR(oneOf(EnumSet.of(ClothingStyle.SHIRT, ClothingStyle.JACKET), i -> i.clothing().style())),
    CLOTHING_LIGHTNESS(of(i -> lightness(i.clothing().colour()))),
    TILT(posed(e -> centred(e.tilt(), 0.25)), true),
    TURN(posed(e -> centred(e.turn(), 1)), true),
    NOD(posed(e -> centred(e.nod(), 1))),
    LIGHT_DIRECTION(set(s -> centred(s.light().direction(), 1.2)), true),
    LIGHT_WARMTH(set(s -> centred(s.light().warmth(), 1.1))),
    LIGHT_LEVEL(set(s -> scaled(s.light().level(), 0.75, 1.15))),
    PLACE_X(set(s -> scaled(s.framing().x(), 0.4, 0.6)), true),
    WALL_LIGHTNESS(set(s -> lightness(s.wall()))),
    PLANTS(set(s -> yes(s.background() == Scene.Background.PLANTS)));

    /** In the order of the network's outputs. */
    static final List<DrawnAttribute> ALL = List.of(values());

    @SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
    private final ToDoubleFunction<DrawnPerson> value;

    private final boolean isSided;

    DrawnAttribute(ToDoubleFunction<DrawnPerson> value) {
        this(value, false);
    }

    DrawnAttribute(ToDoubleFunction<DrawnPerson> value, boolean isSided) {
        this.value = value;
        this.isSided = isSided;
    }

    /** The value of a person, 0 to 1. */
    float of(DrawnPerson person) {
        return (float) Math.max(0, Math.min(1, value.applyAsDouble(person)));
    }

    /** The value in the mirrored picture. */
    float mirrored(float target) {
        return isSided ? 1 - target : target;
    }

    /** The values of all attributes, in their order. */
    static float[] all(DrawnPerson person) {
        float[] all = new float[ALL.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = ALL.get(i).of(person);
        }
        return all;
    }

    private static ToDoubleFunction<DrawnPerson> of(ToDoubleFunction<Identity> looks) {
        return person -> looks.applyAsDouble(person.identity());
    }

    private static ToDoubleFunction<DrawnPerson> posed(ToDoubleFunction<Expression> pose) {
        return person -> pose.applyAsDouble(person.expression());
    }

    private static ToDoubleFunction<DrawnPerson> set(ToDoubleFunction<Scene> setting) {
        return person -> setting.applyAsDouble(person.scene());
    }

    private static ToDoubleFunction<DrawnPerson> hair(HairStyle first, HairStyle... more) {
        return oneOf(EnumSet.of(first, more), identity -> identity.hair().style());
    }

    private static ToDoubleFunction<DrawnPerson> beard(BeardStyle first, BeardStyle... more) {
        return oneOf(EnumSet.of(first, more), identity -> identity.beard().style());
    }

    private static <T> ToDoubleFunction<DrawnPerson> oneOf(
            Set<T> some, Function<Identity, T> part) {
        return of(identity -> yes(some.contains(part.apply(identity))));
    }

    private static double yes(boolean is) {
        return is ? 1 : 0;
    }

    private static double scaled(double x, double low, double high) {
        return (x - low) / (high - low);
    }

    private static double centred(double x, double most) {
        return scaled(x, -most, most);
    }

    private static double lightness(Color colour) {
        return (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue())
                / 255;
    }

    private static double warmth(Color colour) {
        return centred(colour.getRed() - colour.getBlue(), 150);
    }
}
