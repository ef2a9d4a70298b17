package dev.fer4j.data.source.internal;

import dev.fer4j.core.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The clips of a folder, without copies such as {@code 1 (1).mp4}: of files with the same bytes,
 * the one with the shortest name is kept.
 *
 * @param clips the distinct clips, in the given order
 * @param copies the others
 */
public record DistinctClips(List<Path> clips, List<Copy> copies) {

    /**
     * A clip that is not used.
     *
     * @param kept the clip that is used instead
     */
    public record Copy(Path file, Path kept) {}

    private static final Comparator<Path> SHORTEST_NAME =
            Comparator.<Path>comparingInt(path -> path.getFileName().toString().length())
                    .thenComparing(Path::toString, new NaturalOrder());

    public DistinctClips {
        clips = List.copyOf(clips);
        copies = List.copyOf(copies);
    }

    /** Compares files, of which only those of equal size are read. */
    public static DistinctClips of(List<Path> files) {
        List<Copy> copies = new ArrayList<>();
        for (List<Path> same : EqualFiles.among(files)) {
            Path kept = same.stream().min(SHORTEST_NAME).orElseThrow();
            same.stream()
                    .filter(file -> !file.equals(kept))
                    .forEach(file -> copies.add(new Copy(file, kept)));
        }
        List<Path> clips = new ArrayList<>(files);
        clips.removeAll(copies.stream().map(Copy::file).toList());
        return new DistinctClips(clips, copies);
    }

    /**
     * Returns a problem for each copy.
     *
     * @param subject the name of a file in problems
     */
    public List<Problem> problems(Function<Path, String> subject) {
        List<Problem> problems = new ArrayList<>();
        copies.forEach(
                copy ->
                        problems.add(
                                new Problem(
                                        Problem.Kind.UNUSED,
                                        subject.apply(copy.file()),
                                        "is a copy of "
                                                + copy.kept().getFileName()
                                                + ", byte for byte",
                                        "remove it")));
        return List.copyOf(problems);
    }
}
