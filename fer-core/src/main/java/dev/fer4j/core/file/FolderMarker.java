package dev.fer4j.core.file;

import dev.fer4j.core.OutputException;
import dev.fer4j.core.file.OwnedFolder.Content;
import dev.fer4j.core.file.OwnedFolder.Foreign;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marker of an {@link OwnedFolder}: a header, then a line for each file that was written, with
 * the digest of what was written, as {@code sha256sum} prints it:
 *
 * <pre>
 * fer4j-folder 1 RESULTS REFUSE
 * 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  tables/01-sources.csv
 * </pre>
 *
 * <p>A line is appended before its file is put in place, so that a process that is killed between
 * the two leaves no file that is not listed. A file whose content has any of the digests listed for
 * its name is therefore as this library wrote it. An incomplete last line lists no file that
 * exists.
 */
final class FolderMarker {

    static final String NAME = ".fer4j";

    private static final Pattern HEADER = Pattern.compile("fer4j-folder 1 (\\w+) (\\w+)");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    /** Where the files lie that a file of ours lists; the last tab shows that it is complete. */
    private static final Pattern PLACE = Pattern.compile("elsewhere  ([^\t]+)\t(.+)\t");

    /** Digests of one name that are kept when the marker is written again. */
    private static final int KEPT_DIGESTS = 8;

    private record Header(Content content, Foreign foreign) {

        static Optional<Header> of(String line) {
            Matcher header = HEADER.matcher(line);
            try {
                return header.matches()
                        ? Optional.of(
                                new Header(
                                        Content.valueOf(header.group(1)),
                                        Foreign.valueOf(header.group(2))))
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return "fer4j-folder 1 " + content + " " + foreign;
        }
    }

    private final Path file;
    private final Header header;

    private FolderMarker(Path file, Header header) {
        this.file = file;
        this.header = header;
    }

    /**
     * Reads the marker of a folder.
     *
     * @return empty if the folder has none, or does not exist
     * @throws OutputException if it was written by another version, or is damaged
     */
    static Optional<FolderMarker> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return Optional.of(
                new FolderMarker(
                        file,
                        header(file)
                                .orElseThrow(
                                        () ->
                                                new OutputException(
                                                        file
                                                                + ": is not a marker of this"
                                                                + " version of fer4j, or is damaged"
                                                                + " (choose another folder, or"
                                                                + " delete this file and allow the"
                                                                + " folder's files)"))));
    }

    private static Optional<Header> header(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return Optional.ofNullable(reader.readLine()).flatMap(Header::of);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Writes a folder's marker, or writes the existing one again without superfluous lines. */
    static FolderMarker write(Path folder, Content content, Foreign foreign) throws IOException {
        Optional<FolderMarker> before = read(folder);
        boolean keeps =
                foreign == Foreign.KEEP || before.filter(FolderMarker::keepsForeign).isPresent();
        Header header = new Header(content, keeps ? Foreign.KEEP : Foreign.REFUSE);
        StringBuilder text = new StringBuilder(header.toString());
        if (before.isPresent()) {
            before.get().digests().forEach((name, digests) -> add(text, folder, name, digests));
            before.get().places().forEach((name, place) -> text.append(placeLine(name, place)));
        }
        Path file = folder.resolve(NAME);
        WholeFile.writeUnlisted(
                file, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
        return new FolderMarker(file, header);
    }

    private static void add(StringBuilder text, Path folder, String name, List<String> digests) {
        if (FileChanges.exists(folder.resolve(name))) {
            int size = digests.size();
            digests.subList(Math.max(0, size - KEPT_DIGESTS), size)
                    .forEach(digest -> text.append(line(name, digest)));
        }
    }

    Content content() {
        return header.content();
    }

    boolean keepsForeign() {
        return header.foreign() == Foreign.KEEP;
    }

    /** Lists a file that is about to be put in place. */
    void list(String name, String sha256) throws IOException {
        append(line(name, sha256));
    }

    /** Notes where the files lie that one of our files lists. */
    void place(String name, Path elsewhere) throws IOException {
        if (!place(name).equals(Optional.of(elsewhere))) {
            append(placeLine(name, PortablePath.of(elsewhere)));
        }
    }

    /** Where the files lie that one of our files lists. */
    Optional<Path> place(String name) throws IOException {
        return Optional.ofNullable(places().get(name)).map(Path::of);
    }

    /** Begins with the line break, so that it does not continue an incomplete line. */
    private static String line(String name, String sha256) {
        return "\n" + sha256 + "  " + escape(name);
    }

    private static String placeLine(String name, String place) {
        return "\nelsewhere  " + escape(name) + "\t" + escape(place) + "\t";
    }

    private static String escape(String name) {
        return name.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    private static String unescape(String text) {
        // A backslash and the character after it, from left to right.
        return Pattern.compile("\\\\(.)")
                .matcher(text)
                .replaceAll(
                        escape ->
                                switch (escape.group(1)) {
                                    case "n" -> "\n";
                                    case "r" -> "\r";
                                    case "t" -> "\t";
                                    default -> Matcher.quoteReplacement(escape.group(1));
                                });
    }

    private void append(String text) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer line = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        }
    }

    /** The names of all listed files, sorted. */
    List<String> names() throws IOException {
        return List.copyOf(digests().keySet());
    }

    boolean lists(String name) throws IOException {
        return digests().containsKey(name);
    }

    boolean lists(String name, String sha256) throws IOException {
        return digests().getOrDefault(name, List.of()).contains(sha256);
    }

    /** All digests of each name, the latest last. */
    private SortedMap<String, List<String>> digests() throws IOException {
        SortedMap<String, List<String>> all = new TreeMap<>();
        for (String text : lines()) {
            Matcher line = LINE.matcher(text);
            if (line.matches()) {
                List<String> digests =
                        all.computeIfAbsent(unescape(line.group(2)), name -> new ArrayList<>());
                digests.remove(line.group(1));
                digests.add(line.group(1));
            }
        }
        return all;
    }

    private Map<String, String> places() throws IOException {
        Map<String, String> places = new TreeMap<>();
        for (String text : lines()) {
            Matcher line = PLACE.matcher(text);
            if (line.matches()) {
                places.put(unescape(line.group(1)), unescape(line.group(2)));
            }
        }
        return places;
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readString(file).lines().skip(1).toList() : List.of();
    }
}
