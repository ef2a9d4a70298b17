package dev.fer4j.data.source;

import dev.fer4j.data.source.internal.Names;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The people of stills that no label file names, by the folders in which the images lie: the
 * outermost folder that is named neither by a label nor by a split is named by the person. Without
 * such a folder, an image is named by its person, unless it lies in the folder of a split, whose
 * images are usually numbered. Beside splits, folders such as {@code images} are not people either.
 */
final class FolderPeople {

    /** How downloads name the folders of splits. */
    private static final Pattern SPLIT =
            Pattern.compile(
                    "(?i)((public|private)["
                            + " _-]?)?(train(ing)?|test(ing)?|valid(ation)?|eval(uation)?|hold["
                            + " _-]?out)([ _-]?(set|split|data|images))?");

    /** Names that are also first names, and those of splits only beside others. */
    private static final Pattern SPLIT_BESIDE_OTHERS =
            Pattern.compile("(?i)(val|dev)([ _-]?(set|split|data|images))?");

    private static final Pattern OF_IMAGES =
            Pattern.compile(
                    "(?i)(cropped|aligned)?[ _-]?"
                            + "(image|img|face|frame|photo|picture|pic|still|sample|crop)s?|data");

    private final Set<String> splits;

    private FolderPeople(Set<String> splits) {
        this.splits = splits;
    }

    /**
     * Recognizes the folders of splits.
     *
     * @param files the images whose person is not named otherwise, relative to the source, with
     *     {@code /}
     */
    static FolderPeople of(Collection<String> files) {
        Set<String> folders = new TreeSet<>();
        files.forEach(file -> folders.addAll(folders(file)));
        Set<String> splits = new TreeSet<>(folders);
        splits.removeIf(folder -> !isSplit(folder));
        if (!splits.isEmpty()) {
            folders.stream()
                    .filter(folder -> SPLIT_BESIDE_OTHERS.matcher(folder).matches())
                    .forEach(splits::add);
        }
        return new FolderPeople(splits);
    }

    /** Whether a folder's name is certainly that of a split. */
    static boolean isSplit(String folder) {
        return SPLIT.matcher(folder).matches();
    }

    /** The names of the folders of splits, in alphabetical order. */
    List<String> splits() {
        return List.copyOf(splits);
    }

    /**
     * Returns the person.
     *
     * @param file an image, relative to the source, with {@code /}
     * @return empty if the person cannot be known
     */
    Optional<String> person(String file) {
        List<String> folders = folders(file);
        boolean inSplit = folders.stream().anyMatch(splits::contains);
        Optional<String> person =
                folders.stream()
                        .filter(folder -> !splits.contains(folder))
                        .filter(folder -> LabelFolders.label(folder).isEmpty())
                        .filter(folder -> !inSplit || !OF_IMAGES.matcher(folder).matches())
                        .findFirst();
        return person.isPresent() || inSplit
                ? person
                : Optional.of(Names.stem(file.substring(file.lastIndexOf('/') + 1)));
    }

    private static List<String> folders(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? List.of() : List.of(file.substring(0, slash).split("/"));
    }
}
