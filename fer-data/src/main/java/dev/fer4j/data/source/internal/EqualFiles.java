package dev.fer4j.data.source.internal;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import dev.fer4j.core.file.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds files with the same bytes. Only files of equal size are read. */
public final class EqualFiles {

    private EqualFiles() {}

    /**
     * Returns the groups of two or more files with the same bytes, in the order of their first
     * files. Empty files and files that cannot be read belong to no group.
     */
    public static List<List<Path>> among(Collection<Path> files) {
        SetMultimap<Long, Path> sizes = LinkedHashMultimap.create();
        for (Path file : files) {
            long size = Files.isRegularFile(file) ? file.toFile().length() : 0;
            if (size > 0) {
                sizes.put(size, file);
            }
        }
        SetMultimap<String, Path> digests = LinkedHashMultimap.create();
        for (Set<Path> same : Multimaps.asMap(sizes).values()) {
            if (same.size() > 1) {
                same.forEach(file -> digest(file).ifPresent(sha256 -> digests.put(sha256, file)));
            }
        }
        List<List<Path>> groups = new ArrayList<>();
        for (Set<Path> same : Multimaps.asMap(digests).values()) {
            if (same.size() > 1) {
                groups.add(List.copyOf(same));
            }
        }
        return List.copyOf(groups);
    }

    /** Empty if the file cannot be read, which decoding it will report. */
    private static Optional<String> digest(Path file) {
        try {
            return Optional.of(Sha256.of(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
