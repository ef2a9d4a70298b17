package dev.fer4j.train.weights;

import dev.fer4j.train.tensor.NamePrefix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file's names differ from those of timm's {@code legacy_xception}.
 *
 * @param prefix what stands before all of them, such as {@code module.}; empty if nothing does
 * @param head the name of the last layer with its prefix, such as {@code model.last_linear}
 */
record TimmNames(String prefix, String head) {

    /** timm's own name of the last layer. */
    private static final String HEAD = "fc";

    /** Fewer matches may be accidental. */
    private static final int FEWEST = 10;

    /** Matching longer names would need a deep stack. */
    private static final int LONGEST = 1000;

    /** Usual names of the last layer, also within a sequence, as after dropout. */
    private static final Pattern LAST =
            Pattern.compile(
                    "((?:[^.]+\\.)*?)((?:fc|_fc|last_linear|head\\.fc|head|classifier|classif|predictions"
                        + "|prediction|dense|linear|logits?|output|final)(?:\\.\\d+)?)"
                        + "\\.(?:weight|bias)");

    static TimmNames of(Collection<String> names, List<XceptionLayer> layers) {
        Set<String> expected = new HashSet<>();
        for (XceptionLayer layer : layers) {
            layer.kind().roles().forEach(role -> expected.add(layer.timm(role)));
        }
        List<NamePrefix> prefixes = NamePrefix.of(names, expected);
        String prefix =
                prefixes.isEmpty() || prefixes.get(0).matches() < FEWEST
                        ? ""
                        : prefixes.get(0).text();
        return new TimmNames(prefix, head(names, prefix));
    }

    /** The last layer, which may lie outside of a wrapped network; timm's name if it is unclear. */
    private static String head(Collection<String> names, String prefix) {
        Set<String> found = new TreeSet<>();
        for (String name : names) {
            Matcher last = LAST.matcher(name);
            if (name.length() <= LONGEST && last.matches() && prefix.startsWith(last.group(1))) {
                found.add(last.group(1) + last.group(2));
            }
        }
        String own = prefix + HEAD;
        return found.size() == 1 && !found.contains(own) ? found.iterator().next() : own;
    }

    /** The name of a weight in the file. */
    String of(XceptionLayer layer, WeightRole role) {
        return layer.isHead() ? head + "." + role.torch() : prefix + layer.timm(role);
    }

    /** What is remarkable about the names. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!prefix.isEmpty()) {
            notes.add("the names in the file begin with " + prefix + ", which is left out");
        }
        if (!head.equals(prefix + HEAD)) {
            notes.add("the last layer is named " + head + ", in timm " + HEAD);
        }
        return notes;
    }
}
