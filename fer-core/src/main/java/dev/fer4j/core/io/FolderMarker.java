package dev.fer4j.core.io;

import dev.fer4j.core.InputException;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.io.OwnedFolder.Content;
import dev.fer4j.core.io.OwnedFolder.Foreign;
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
import java.util.regex.Pattern;

/**
 * The marker of an {@link OwnedFolder}: a header, then a line for each file that was written, with
 * the digest of what was written.
 *
 * <p>A line is appended before its file is put in place, so that a process that is killed between
 * the two leaves no file that is not listed. A file whose content has any of the digests listed for
 * its name is therefore as this library wrote it. Incomplete lines are ignored.
 */
final class FolderMarker {

    static final String NAME = ".fer4j";

    private static final String FORMAT = "fer4j-folder";
    private static final int VERSION = 1;

    /** Digests of one name that are kept when the marker is written again. */
    private static final int KEPT_DIGESTS = 8;

    private static final Pattern LINE =
            Pattern.compile("\\{\"file\":\".*\",\"sha256\":\"[0-9a-f]{64}\"}");

    private static final Pattern PLACE = Pattern.compile("\\{\"file\":\".*\",\"place\":\".*\"}");

    private record Header(String format, int version, Content content, Foreign foreign) {}

    private record Line(String file, String sha256) {}

    private record Place(String file, String place) {}

    private final Path file;
    private final Header header;

    private FolderMarker(Path file, Header header) {
        this.file = file;
        this.header = header;
    }

    /** A marker that lists nothing. */
    static FolderMarker none() {
        return new FolderMarker(
                Path.of(NAME), new Header(FORMAT, VERSION, Content.RESULTS, Foreign.REFUSE));
    }

    /**
     * Reads the marker of a folder.
     *
     * @return empty if the folder has none, or does not exist
     * @throws OutputException if it was written by a newer version, or is damaged
     */
    static Optional<FolderMarker> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (var reader = Files.newBufferedReader(file)) {
            String first = Optional.ofNullable(reader.readLine()).orElse("");
            return Optional.of(new FolderMarker(file, header(first)));
        } catch (InputException | CharacterCodingException e) {
            throw new OutputException(
                    file
                            + ": is not a marker of this version of fer4j, or is damaged (choose"
                            + " another folder, or delete this file and allow the folder's files)",
                    e);
        }
    }

    private static Header header(String line) {
        Header header = Json.parse(line, Header.class, NAME);
        if (!FORMAT.equals(header.format()) || header.version() != VERSION) {
            throw new InputException(
                    Problem.Kind.UNREADABLE,
                    NAME,
                    "is of another version",
                    "choose another folder");
        }
        return header;
    }

    /** Writes a folder's marker, or writes the existing one again without superfluous lines. */
    static FolderMarker write(Path folder, Content content, Foreign foreign) throws IOException {
        Optional<FolderMarker> before = read(folder);
        boolean keeps =
                foreign == Foreign.KEEP || before.filter(FolderMarker::keepsForeign).isPresent();
        FolderMarker marker =
                new FolderMarker(
                        folder.resolve(NAME),
                        new Header(
                                FORMAT, VERSION, content, keeps ? Foreign.KEEP : Foreign.REFUSE));
        StringBuilder text = new StringBuilder(Json.line(marker.header));
        if (before.isPresent()) {
            before.get()
                    .digests()
                    .forEach(
                            (name, digests) -> {
                                if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                                    int size = digests.size();
                                    digests.subList(Math.max(0, size - KEPT_DIGESTS), size)
                                            .forEach(digest -> text.append(line(name, digest)));
                                }
                            });
        }
        if (before.isPresent()) {
            before.get()
                    .places()
                    .forEach(
                            (name, place) ->
                                    text.append('\n').append(Json.line(new Place(name, place))));
        }
        WholeFile.writeUnlisted(
                marker.file, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
        return marker;
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
            append("\n" + Json.line(new Place(name, PortablePath.of(elsewhere))));
        }
    }

    /** Where the files lie that one of our files lists. */
    Optional<Path> place(String name) throws IOException {
        return Optional.ofNullable(places().get(name)).map(Path::of);
    }

    private Map<String, String> places() throws IOException {
        Map<String, String> places = new TreeMap<>();
        for (String text : lines()) {
            if (PLACE.matcher(text).matches()) {
                Place place = Json.parse(text, Place.class, file.toString());
                places.put(place.file(), place.place());
            }
        }
        return places;
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readString(file).lines().skip(1).toList() : List.of();
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

    /** Begins with the line break, so that it does not continue an incomplete line. */
    private static String line(String name, String sha256) {
        return "\n" + Json.line(new Line(name, sha256));
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
            if (LINE.matcher(text).matches()) {
                Line line = Json.parse(text, Line.class, file.toString());
                List<String> digests = all.computeIfAbsent(line.file(), name -> new ArrayList<>());
                digests.remove(line.sha256());
                digests.add(line.sha256());
            }
        }
        return all;
    }
}
