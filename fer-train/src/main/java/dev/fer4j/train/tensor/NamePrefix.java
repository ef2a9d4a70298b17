package dev.fer4j.train.tensor;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What wrappers put before the names of tensors: {@code module.}, {@code model.}, {@code
 * backbone.}, {@code _orig_mod.} or any other segments that end with a dot.
 *
 * @param text the prefix; empty for names as they are
 * @param matches how many expected names follow it
 */
public record NamePrefix(String text, int matches) {

    /** Longer names, which no network has, would take long. */
    private static final int LONGEST = 1000;

    /**
     * Returns the prefixes after which expected names follow, that with the most first, and of
     * equal ones the shortest.
     *
     * @param names names in a file
     * @param expected names without a prefix
     */
    public static List<NamePrefix> of(Collection<String> names, Set<String> expected) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String name : names) {
            if (name.length() > LONGEST) {
                continue;
            }
            for (int at = 0; at >= 0; at = next(name, at)) {
                if (expected.contains(name.substring(at))) {
                    counts.merge(name.substring(0, at), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .map(count -> new NamePrefix(count.getKey(), count.getValue()))
                .sorted(
                        Comparator.comparingInt(NamePrefix::matches)
                                .reversed()
                                .thenComparing(prefix -> prefix.text().length())
                                .thenComparing(NamePrefix::text))
                .toList();
    }

    private static int next(String name, int from) {
        int dot = name.indexOf('.', from);
        return dot < 0 ? -1 : dot + 1;
    }
}
