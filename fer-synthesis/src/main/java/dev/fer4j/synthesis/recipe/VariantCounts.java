package dev.fer4j.synthesis.recipe;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.AgeBand;
import dev.fer4j.core.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many images are made from each frame.
 *
 * @param each of a frame whose cell has the most frames
 * @param cells by what frames are counted
 * @param most of any frame
 */
public record VariantCounts(int each, Cells cells, int most) {

    /** By what frames are counted, so that fewer frames of a kind get more images each. */
    public enum Cells {
        /** Not at all: every frame gets as many. */
        NONE,
        /** By label: both labels get about as many images. */
        LABEL,
        /** By label, gender and age band, unknown being a group. */
        LABEL_AND_GROUP
    }

    /** The paper's: six of each frame. */
    public static VariantCounts paper() {
        return new VariantCounts(6, Cells.NONE, 6);
    }

    public VariantCounts {
        checkArgument(each >= 1 && each <= 10_000, "%s images of a frame: not in 1..10000", each);
        checkArgument(most >= each, "at most %s images of a frame, and %s of each", most, each);
    }

    /** The same number for each frame. */
    public static VariantCounts of(int each) {
        return new VariantCounts(each, Cells.NONE, each);
    }

    /**
     * Counts for frames.
     *
     * @return a number for each frame's id, in their order: {@code each · frames of the largest
     *     cell / frames of its cell}, rounded to the nearest, at most {@link #most}
     */
    Map<String, Integer> of(List<Sample> frames) {
        Map<String, Integer> sizes = new TreeMap<>();
        frames.forEach(frame -> sizes.merge(cell(frame), 1, Integer::sum));
        int largest = sizes.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Sample frame : frames) {
            double share = (double) largest / sizes.getOrDefault(cell(frame), 1);
            counts.put(frame.id(), (int) Math.min(most, Math.round(each * share)));
        }
        return counts;
    }

    private String cell(Sample frame) {
        return switch (cells) {
            case NONE -> "";
            case LABEL -> frame.label().name();
            case LABEL_AND_GROUP ->
                    frame.label().name()
                            + "/"
                            + frame.demographics().gender().map(Enum::name).orElse("unknown")
                            + "/"
                            + frame.demographics()
                                    .age()
                                    .map(age -> AgeBand.of(age).id())
                                    .orElse("unknown");
        };
    }
}
