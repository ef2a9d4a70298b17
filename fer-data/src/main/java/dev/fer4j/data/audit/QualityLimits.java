package dev.fer4j.data.audit;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The limits beyond which an image's measures are flagged. A value equal to its limit is not
 * flagged.
 *
 * <p>Limits are heuristics: a flag means that an image should be inspected, not that it is useless.
 * The {@link #defaults()} were chosen on 1,554 images of the toy corpus (seed 1), of which they
 * flag none, apart from elongated ones, and on artificially degraded versions of the same images.
 * These images are drawn, and camera images have more fine detail and noise: inspect a source's
 * quartiles and adjust the limits by {@link #withLimit}.
 *
 * @param values a limit for each flag, 0 or more
 */
public record QualityLimits(Map<QualityFlag, Double> values) {

    /**
     * The default limits, chosen as described above.
     *
     * <ul>
     *   <li>blurred: sharpness below 0.01. Original images 0.024 to 0.304, median 0.094; after a
     *       Gaussian blur at {@value ImageQuality#SIDE} × {@value ImageQuality#SIDE} pixels with σ
     *       = 1 pixel 0.004 to 0.029 (25 % below the limit), with σ = 1.5 0.002 to 0.012 (97 %),
     *       with σ = 2 at most 0.007, with σ = 4 at most 0.004
     *   <li>dark: luma below 40. Original images 64 to 174; at a quarter of the brightness 15 to 43
     *   <li>overexposed: luma above 210. Blended three quarters towards white 207 to 235
     *   <li>flat: contrast below 10. Original images 20 to 65; with a quarter of the contrast 5 to
     *       16
     *   <li>tiny: shorter side below 71 pixels, the smallest input that Xception accepts
     *   <li>grayscale: chroma below 2. Original images 13 to 57; with a tenth of the colour 1 to 6;
     *       grey images 0, even if stored as colour JPEG
     *   <li>elongated: aspect ratio above 1.4, so that 4:3 with its rounding is not flagged, and
     *       3:2, 16:9 and upright recordings of phones are
     * </ul>
     */
    public static QualityLimits defaults() {
        return new QualityLimits(
                ImmutableMap.of(
                        QualityFlag.BLURRED, 0.01,
                        QualityFlag.DARK, 40.0,
                        QualityFlag.OVEREXPOSED, 210.0,
                        QualityFlag.FLAT, 10.0,
                        QualityFlag.TINY, 71.0,
                        QualityFlag.GRAYSCALE, 2.0,
                        QualityFlag.ELONGATED, 1.4));
    }

    public QualityLimits {
        values = Maps.immutableEnumMap(values);
        for (QualityFlag flag : QualityFlag.values()) {
            checkArgument(values.containsKey(flag), "%s has no limit", flag);
            checkArgument(limit(values, flag) >= 0, "limit of %s: not 0 or more", flag);
        }
    }

    /** The limit of a flag, in the unit of its measure. */
    public double limit(QualityFlag flag) {
        return limit(values, flag);
    }

    /**
     * Returns a copy with a different limit; 0 disables a flag, as 255 does for {@code OVEREXPOSED}
     * and a large number for {@code ELONGATED}.
     */
    public QualityLimits withLimit(QualityFlag flag, double limit) {
        Map<QualityFlag, Double> changed = new EnumMap<>(values);
        changed.put(flag, limit);
        return new QualityLimits(changed);
    }

    /** Returns the flags of an image. */
    public Set<QualityFlag> flags(ImageQuality quality) {
        Set<QualityFlag> flags = EnumSet.noneOf(QualityFlag.class);
        for (QualityFlag flag : QualityFlag.values()) {
            if (flag.excess(quality, limit(flag)) > 0) {
                flags.add(flag);
            }
        }
        return Set.copyOf(flags);
    }

    private static double limit(Map<QualityFlag, Double> values, QualityFlag flag) {
        return values.get(flag);
    }
}
