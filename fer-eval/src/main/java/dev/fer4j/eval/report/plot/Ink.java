package dev.fer4j.eval.report.plot;

import java.util.List;
import java.util.Locale;

/**
 * The role of a colour, rather than a colour, since a dark page shows it in another one. The series
 * colours are those of M. Okabe, K. Ito, "Color universal design", 2008, which colour-blind readers
 * can distinguish, slightly darkened where contrast with white would be too low.
 */
public enum Ink {
    /** The first series. */
    SERIES_1(0x0072B2),
    /** The second series. */
    SERIES_2(0xD55E00),
    /** The third series. */
    SERIES_3(0x009E73),
    /** The fourth series. */
    SERIES_4(0xB8578F),
    /** The fifth series. */
    SERIES_5(0xE69F00),
    /** The sixth series. */
    SERIES_6(0x56B4E9),
    /** The seventh series, the colour of text. */
    SERIES_7(0x24282E),
    /** Words and numbers. */
    TEXT(0x24282E),
    /** Secondary elements: units, reference lines. */
    SOFT(0x5A5F66),
    /** Lines of a grid. */
    GRID(0xE1E4E8);

    private static final List<Ink> SERIES =
            List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6, SERIES_7);

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    /** The ink of a series by its index, from 0; inks repeat after seven. */
    public static Ink series(int place) {
        return SERIES.get(place % SERIES.size());
    }

    /** The colour on white, as 0xRRGGBB. */
    public int rgb() {
        return rgb;
    }

    /** The name for class attributes: {@code series-1}, {@code text}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
