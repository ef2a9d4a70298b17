package dev.fer4j.data.source;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.data.source.internal.FolderTree;
import dev.fer4j.data.source.internal.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The image files in a folder and its subfolders outside any listing, in natural order. The folder
 * may be a link, and links inside it are followed wherever they lead, but no folder is entered
 * twice.
 *
 * @param images below the folder, of the formats that can be read and others, by their names
 * @param problems the other files, except for those of operating systems, and the folders that were
 *     not entered, each with the reason; and the folder itself if it contains no image
 */
public record ImageTree(List<Path> images, List<Problem> problems) {

    public ImageTree {
        images = List.copyOf(images);
        problems = List.copyOf(problems);
    }

    /**
     * Finds the images without opening them.
     *
     * @throws InputException if the folder does not exist
     */
    public static ImageTree of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new InputException(
                    Problem.Kind.MISSING, folder, "is not a folder", "give a folder of images");
        }
        FolderTree tree = FolderTree.of(folder);
        List<Path> images = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : tree.files()) {
            if (Folders.hasImageEnding(file)) {
                images.add(file);
            } else {
                problems.add(
                        new Problem(
                                Problem.Kind.UNUSED,
                                file.toString(),
                                "does not have the extension of an image",
                                ""));
            }
        }
        tree.notEntered().forEach(one -> problems.add(one.problem(one.folder().toString())));
        if (images.isEmpty()) {
            problems.add(
                    new Problem(
                            Problem.Kind.EMPTY,
                            folder.toString(),
                            "contains no image",
                            "give a folder of images"));
        }
        return new ImageTree(images, problems);
    }
}
