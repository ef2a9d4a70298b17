package dev.fer4j.train.model;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;

/**
 * The colour map of heat maps, interpolated linearly between five colours: indigo at 0, magenta at
 * 0.25, red at 0.5, orange at 0.75, pale yellow at 1. Lightness increases monotonically, so that
 * values remain distinguishable without colour vision and in print.
 */
final class HeatColours {

    private static final ImmutableList<ImmutableIntArray> ANCHORS =
            ImmutableList.of(
                    ImmutableIntArray.of(38, 18, 105),
                    ImmutableIntArray.of(137, 23, 122),
                    ImmutableIntArray.of(219, 56, 73),
                    ImmutableIntArray.of(250, 139, 38),
                    ImmutableIntArray.of(255, 238, 133));

    private HeatColours() {}

    /**
     * Returns a channel of a value's colour, 0 to 255.
     *
     * @param value 0 to 1
     * @param channel 0 red, 1 green, 2 blue
     */
    static double channel(double value, int channel) {
        double place = value * (ANCHORS.size() - 1);
        int below = Math.min((int) place, ANCHORS.size() - 2);
        int from = ANCHORS.get(below).get(channel);
        return from + (place - below) * (ANCHORS.get(below + 1).get(channel) - from);
    }
}
