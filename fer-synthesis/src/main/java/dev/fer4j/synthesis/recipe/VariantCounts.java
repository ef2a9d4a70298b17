package dev.fer4j.synthesis.recipe;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.AgeBand;
import dev.fer4j.core.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The number of images made from each frame.
 *
 * @param each number for a frame in the cell with the most frames
 * @param cells how frames are grouped into cells
 * @param most the largest number for any frame
 */
public record VariantCounts(int each, Cells cells, int most) {

    /** How frames are grouped, so that frames of small groups get more images each. */
    public enum Cells {
        /** No grouping: every frame gets the same number. */
        NONE,
        /** By label: both labels get about as many images. */
        LABEL,
        /** By label, gender and age band; unknown is a group. */
        LABEL_AND_GROUP
    }

    /** The paper's numbers: six images per frame. */
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
     * Computes the numbers for frames.
     *
     * @return a number by frame id, in the order of the frames: {@code each · frames of the largest
     *     cell / frames of its cell}, rounded to the nearest integer, at most {@link #most}
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
