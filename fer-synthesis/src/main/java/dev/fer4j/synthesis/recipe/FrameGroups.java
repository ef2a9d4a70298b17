package dev.fer4j.synthesis.recipe;

import com.google.common.collect.Lists;
import com.google.common.math.IntMath;
import dev.fer4j.core.Sample;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides frames into groups that are projected together.
 *
 * <p>A person with as many frames as a group holds, or more, shares no group with others: the
 * frames are divided as evenly as possible. People with fewer share groups, each with all of their
 * frames in one. So if somebody withdraws, the groups of few others change.
 */
final class FrameGroups {

    private FrameGroups() {}

    /**
     * Divides frames into groups.
     *
     * @param most the largest number of frames in a group, at least 1
     * @return every frame once; people in the order of their first frames
     */
    static List<List<Sample>> of(List<Sample> frames, int most) {
        Map<String, List<Sample>> people = new LinkedHashMap<>();
        frames.forEach(
                frame ->
                        people.computeIfAbsent(frame.participant(), p -> new ArrayList<>())
                                .add(frame));
        List<List<Sample>> groups = new ArrayList<>();
        List<Sample> shared = new ArrayList<>();
        for (List<Sample> own : people.values()) {
            if (own.size() >= most) {
                groups.addAll(evenly(own, most));
            } else {
                if (shared.size() + own.size() > most) {
                    groups.add(List.copyOf(shared));
                    shared.clear();
                }
                shared.addAll(own);
            }
        }
        if (!shared.isEmpty()) {
            groups.add(List.copyOf(shared));
        }
        return groups;
    }

    private static List<List<Sample>> evenly(List<Sample> own, int most) {
        int parts = IntMath.divide(own.size(), most, RoundingMode.CEILING);
        return Lists.partition(own, IntMath.divide(own.size(), parts, RoundingMode.CEILING));
    }
}
