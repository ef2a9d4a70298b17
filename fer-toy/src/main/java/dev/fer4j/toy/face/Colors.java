package dev.fer4j.toy.face;

import java.awt.Color;

/** Operations on colours. */
final class Colors {

    private static final double[] TONES = {0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1};
    private static final int[] SKINS = {
        0xf9dccb, 0xf2c9ab, 0xe8b68f, 0xd59d72, 0xb97f55, 0x935e3d, 0x6b422b, 0x52311f
    };

    private Colors() {}

    /** Mixes two colours: a share of 0 gives the first, 1 the second. */
    static Color mix(Color first, Color second, double share) {
        double s = Math.max(0, Math.min(1, share));
        return new Color(
                channel(first.getRed() * (1 - s) + second.getRed() * s),
                channel(first.getGreen() * (1 - s) + second.getGreen() * s),
                channel(first.getBlue() * (1 - s) + second.getBlue() * s));
    }

    /** The same colour, partly transparent: an alpha of 0 is invisible, 1 opaque. */
    static Color fade(Color colour, double alpha) {
        return new Color(
                colour.getRed(), colour.getGreen(), colour.getBlue(), channel(255 * alpha));
    }

    /** Multiplies each channel by a factor. */
    static Color times(Color colour, double red, double green, double blue) {
        return new Color(
                channel(colour.getRed() * red),
                channel(colour.getGreen() * green),
                channel(colour.getBlue() * blue));
    }

    static Color darker(Color colour, double factor) {
        return times(colour, factor, factor, factor);
    }

    static Color lighter(Color colour, double share) {
        return mix(colour, Color.WHITE, share);
    }

    /** The colour of skin. */
    static Color skin(Identity.Skin skin) {
        int i = 0;
        while (i < TONES.length - 2 && skin.tone() > TONES[i + 1]) {
            i++;
        }
        Color base =
                mix(
                        new Color(SKINS[i]),
                        new Color(SKINS[i + 1]),
                        (skin.tone() - TONES[i]) / (TONES[i + 1] - TONES[i]));
        double warm = skin.undertone() * 0.035;
        return times(base, 1 + warm * 0.4, 1, 1 - warm);
    }

    private static int channel(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
