package dev.fer4j.data.source.internal;

import static java.util.stream.Collectors.toSet;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multiset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Ids of files: their names without the extension, except that the extension belongs to the id
 * where ids would otherwise be equal, as those of {@code 1.png} and {@code 1.jpg}.
 */
public final class DistinctIds {

    private DistinctIds() {}

    /**
     * Returns the id of each file. The ids do not depend on the files' order.
     *
     * @param files names, or paths with {@code /}; repeated ones count once
     */
    public static Map<String, String> of(Collection<String> files) {
        Set<String> names = new LinkedHashSet<>(files);
        Set<String> whole = new HashSet<>();
        // The whole name of a file may equal the id of another: 1.png is the id of 1.png.webp.
        boolean differ;
        do {
            differ = !whole.addAll(equal(names, whole));
        } while (!differ);
        ImmutableMap.Builder<String, String> ids = ImmutableMap.builder();
        names.forEach(name -> ids.put(name, id(name, whole)));
        return ids.buildOrThrow();
    }

    private static Set<String> equal(Set<String> names, Set<String> whole) {
        Multiset<String> ids = HashMultiset.create();
        names.forEach(name -> ids.add(id(name, whole)));
        return names.stream().filter(name -> ids.count(id(name, whole)) > 1).collect(toSet());
    }

    private static String id(String name, Set<String> whole) {
        int slash = name.lastIndexOf('/') + 1;
        return whole.contains(name)
                ? name
                : name.substring(0, slash) + Names.stem(name.substring(slash));
    }
}
