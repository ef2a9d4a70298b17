package dev.fer4j.data.source;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.data.source.internal.DistinctClips;
import dev.fer4j.data.source.internal.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The clips of one recording outside any listing: a video file, or the videos of a folder in
 * natural order ({@code 2.mp4} before {@code 10.mp4}).
 *
 * @param clips absolute paths; at least one; clips with the same bytes occur once
 * @param others other files and folders directly in the folder, except for those of operating
 *     systems
 * @param copies a problem for each clip that is a copy of another and thus not read
 */
public record ClipFiles(List<Path> clips, List<Path> others, List<Problem> copies) {

    public ClipFiles {
        clips = List.copyOf(clips);
        others = List.copyOf(others);
        copies = List.copyOf(copies);
    }

    /**
     * Finds the clips. Only clips of equal size are read, to find copies.
     *
     * @param video a file with any name, or a folder
     * @throws InputException if the file or folder does not exist, or the folder does not contain
     *     videos
     */
    public static ClipFiles of(Path video) throws IOException {
        Path absolute = video.toAbsolutePath().normalize();
        if (Files.isRegularFile(absolute)) {
            return new ClipFiles(List.of(absolute), List.of(), List.of());
        }
        if (!Files.isDirectory(absolute)) {
            throw new InputException(
                    Problem.Kind.MISSING,
                    video,
                    "is neither a file nor a folder",
                    "give a video, or a folder of clips");
        }
        List<Path> clips = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        for (Path child : Folders.children(absolute)) {
            if (Files.isRegularFile(child) && Folders.isVideo(child)) {
                clips.add(child);
            } else {
                others.add(child);
            }
        }
        if (clips.isEmpty()) {
            throw new InputException(
                    Problem.Kind.EMPTY,
                    video,
                    "holds no "
                            + Folders.videoEndings()
                            + " file"
                            + (others.isEmpty() ? "" : ", but " + others.size() + " others"),
                    "give a video, or the folder that contains its clips");
        }
        DistinctClips distinct = DistinctClips.of(clips);
        return new ClipFiles(distinct.clips(), others, distinct.problems(Path::toString));
    }
}
