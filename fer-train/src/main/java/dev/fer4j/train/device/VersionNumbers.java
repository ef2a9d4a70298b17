package dev.fer4j.train.device;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;

/** Compares versions that consist of numbers and points. */
final class VersionNumbers {

    private VersionNumbers() {}

    static boolean isAtLeast(String version, String oldest) {
        return Ordering.<Integer>natural().lexicographical().compare(of(version), of(oldest)) >= 0;
    }

    private static ImmutableList<Integer> of(String version) {
        return Splitter.on('.')
                .splitToStream(version)
                .map(Integer::valueOf)
                .collect(ImmutableList.toImmutableList());
    }
}
