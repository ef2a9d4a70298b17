package dev.fer4j.train.loader;

import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.image.ImageFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of segments in a folder; other files are ignored.
 *
 * @param folder the folder
 */
record SegmentFolder(Path folder) {

    private static final String SUFFIX = ".images";
    private static final Pattern NAME =
            Pattern.compile(
                    "(\\.?)rgb-([1-9][0-9]{0,3})-(?:(letterbox|crop)-)?[0-9a-f]{16}\\.images"
                            + "(\\.[0-9a-f-]{36}\\.part)?");

    /**
     * A file of images.
     *
     * @param form their form
     * @param finished whether the file is complete; if not, it is being written or was left by a
     *     killed process
     */
    record Entry(Path file, InputForm form, boolean finished) {}

    /** Returns the file for these images, named by the digests of the image files. */
    Path file(InputForm form, List<String> digests) {
        String name = Sha256.of(String.join("\n", digests)).substring(0, 16);
        String fit =
                form.fit() == ImageFit.STRETCH
                        ? ""
                        : form.fit().name().toLowerCase(Locale.ROOT) + "-";
        return folder.resolve("rgb-" + form.size() + "-" + fit + name + SUFFIX);
    }

    /** The existing files, in an order that does not depend on the file system. */
    List<Entry> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(SegmentFolder::entry).toList();
        }
    }

    /** Deletes a segment, or what a killed process left of one. */
    void delete(Path file) throws IOException {
        OwnedFolder.mark(folder, OwnedFolder.Content.DECODED_IMAGES)
                .delete(file, one -> entry(one).findAny().isPresent());
    }

    private static Stream<Entry> entry(Path file) {
        String name = file.getFileName().toString();
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Stream.empty();
        }
        boolean hidden = !matcher.group(1).isEmpty();
        boolean part = matcher.group(4) != null;
        return hidden == part ? Stream.of(new Entry(file, form(matcher), !part)) : Stream.empty();
    }

    private static InputForm form(Matcher name) {
        return new InputForm(
                Integer.parseInt(name.group(2)),
                name.group(3) == null
                        ? ImageFit.STRETCH
                        : ImageFit.valueOf(name.group(3).toUpperCase(Locale.ROOT)));
    }
}
