package dev.fer4j.core.io;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.FolderBounds;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.PortablePath;
import dev.fer4j.core.file.WholeFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A manifest as JSON lines: a header with format, version, source and folder, then one line for
 * each sample and each quarantined item.
 *
 * <p>Sample paths are relative to the header's {@code folder}, and never lead outside it. The
 * folder is itself relative to the manifest's own if it lies below that one's parent, so that an
 * output folder can be moved as a whole. If it lies elsewhere and the manifest is written to an
 * {@link OwnedFolder}, the header says {@value #ELSEWHERE}, and only the marker of that folder,
 * which stays on this machine, says where: a manifest is shared, and names nobody's home.
 */
public final class ManifestFile {

    private static final String FORMAT = "fer4j-manifest";
    private static final int VERSION = 1;

    /** In a header: the folder is known only to the marker of the output folder. */
    static final String ELSEWHERE = "elsewhere:";

    private record Header(
            String format,
            int version,
            String source,
            String folder,
            int samples,
            int quarantined) {
        Header {
            requireNonNull(format, "format is missing");
            requireNonNull(source, "source is missing");
            requireNonNull(folder, "folder is missing");
        }
    }

    private ManifestFile() {}

    /**
     * Writes a manifest.
     *
     * @param folder the folder below which the samples' files lie. If some lie elsewhere, the
     *     header names the deepest folder that contains all; if links lead elsewhere, by real paths
     */
    public static void write(Path file, Manifest manifest, Path folder) throws IOException {
        Path given = folder.toAbsolutePath().normalize();
        boolean linked = leadsElsewhere(manifest, given);
        Path base = commonFolder(manifest, given, linked);
        String written = header(file, base);
        WholeFile.write(
                file,
                out -> {
                    PrintStream lines = new PrintStream(out, false, StandardCharsets.UTF_8);
                    lines.append(
                                    Json.line(
                                            new Header(
                                                    FORMAT,
                                                    VERSION,
                                                    manifest.source(),
                                                    written,
                                                    manifest.samples().size(),
                                                    manifest.quarantined().size())))
                            .append('\n');
                    for (Sample sample : manifest.samples()) {
                        Path name = base.relativize(place(sample.file(), linked));
                        lines.append(line(sample, name)).append('\n');
                    }
                    for (Problem problem : manifest.quarantined()) {
                        lines.append(Json.line(problem)).append('\n');
                    }
                    if (lines.checkError()) {
                        throw new IOException(file + ": could not be written");
                    }
                });
    }

    private static boolean leadsElsewhere(Manifest manifest, Path folder) throws IOException {
        FolderBounds bounds = new FolderBounds(folder);
        for (Sample sample : manifest.samples()) {
            if (sample.file().normalize().startsWith(folder)
                    && bounds.problem(sample.file()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Path commonFolder(Manifest manifest, Path folder, boolean linked)
            throws IOException {
        Path common = place(folder, linked);
        for (Sample sample : manifest.samples()) {
            Path image = place(sample.file(), linked);
            while (!image.startsWith(common)) {
                common = common.getParent();
            }
        }
        return common;
    }

    /** The path that the manifest names: the real one if links are resolved. */
    private static Path place(Path file, boolean linked) throws IOException {
        return linked && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
    }

    /** The folder as the header names it. */
    private static String header(Path file, Path base) throws IOException {
        Path home = file.toAbsolutePath().normalize().getParent();
        Path anchor = home.getParent() == null ? home : home.getParent();
        if (base.startsWith(anchor)) {
            return PortablePath.of(home.relativize(base));
        }
        Optional<OwnedFolder> owner = OwnedFolder.around(file);
        if (owner.isEmpty()) {
            return PortablePath.of(base);
        }
        owner.get().remember(file, base);
        return ELSEWHERE;
    }

    /**
     * Reads a manifest.
     *
     * @throws InputException if the file is not a manifest of this version, is truncated, or names
     *     a file outside its folder
     */
    public static Manifest read(Path file) throws IOException {
        return read(
                file,
                Optional.empty(),
                problem -> {
                    throw new InputException(problem);
                });
    }

    /**
     * Reads a manifest, without the samples whose files lie outside its folder.
     *
     * @param folder instead of the header's folder, the one in which files must lie
     * @param setAside receives a problem for each of those samples, in their order
     * @throws InputException if the file is not a manifest of this version, or is truncated
     */
    public static Manifest read(Path file, Optional<Path> folder, Consumer<Problem> setAside)
            throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw unreadable(file, "is not UTF-8", e);
        }
        Header header = header(file, lines);
        if (lines.size() != 1 + header.samples() + header.quarantined()) {
            throw unreadable(
                    file,
                    "has %s lines after the header, which announces %s"
                            .formatted(lines.size() - 1, header.samples() + header.quarantined()),
                    null);
        }
        Path base = base(file, header);
        FolderBounds bounds = new FolderBounds(folder.orElse(base));
        List<Sample> samples = new ArrayList<>();
        List<Problem> quarantined = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String where = file + " line " + (i + 1);
            if (i <= header.samples()) {
                Sample sample = sample(lines.get(i), base, where);
                Optional<Problem> outside = outside(file, sample, bounds);
                outside.ifPresentOrElse(setAside, () -> samples.add(sample));
            } else {
                quarantined.add(Json.parse(lines.get(i), Problem.class, where));
            }
        }
        try {
            return new Manifest(header.source(), samples, quarantined);
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    Problem.Kind.UNREADABLE, file, e.getMessage(), "correct the file", e);
        }
    }

    /**
     * Returns the folder named in a manifest's header, below which the samples' files lie.
     *
     * @return absolute and normalized; it need not exist
     * @throws InputException if the file is not a manifest of this version
     */
    public static Path folder(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String first = reader.readLine();
            return base(file, header(file, first == null ? List.of() : List.of(first)));
        } catch (CharacterCodingException e) {
            throw unreadable(file, "is not UTF-8", e);
        }
    }

    private static Header header(Path file, List<String> lines) {
        if (lines.isEmpty()) {
            throw unreadable(file, "is empty", null);
        }
        Header header = Json.parse(lines.get(0), Header.class, file + " line 1");
        if (!header.format().equals(FORMAT) || header.version() != VERSION) {
            throw unreadable(
                    file,
                    "is %s %s, not %s %s"
                            .formatted(header.format(), header.version(), FORMAT, VERSION),
                    null);
        }
        return header;
    }

    private static Optional<Problem> outside(Path file, Sample sample, FolderBounds bounds)
            throws IOException {
        return bounds.problem(sample.file())
                .map(
                        cause ->
                                new Problem(
                                        Problem.Kind.UNEXPECTED_LAYOUT,
                                        file.getFileName() + " sample " + sample.id(),
                                        "'" + sample.file() + "' " + cause,
                                        "correct the manifest or the folder"));
    }

    private static Path base(Path file, Header header) throws IOException {
        Path place = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        if (header.folder().equals(ELSEWHERE)) {
            Optional<OwnedFolder> owner = OwnedFolder.around(place);
            Optional<Path> remembered =
                    owner.isPresent() ? owner.get().remembered(place) : Optional.empty();
            return remembered.orElseThrow(
                    () ->
                            new InputException(
                                    Problem.Kind.MISSING,
                                    file + " line 1",
                                    "lists images that lie outside the study's folder, on the"
                                            + " machine where it was written",
                                    "write the path of their folder on this machine into the field"
                                            + " folder"));
        }
        return resolve(place.getParent(), header.folder(), file + " line 1");
    }

    private static String line(Sample sample, Path name) {
        ObjectNode node = Json.tree(sample);
        node.put("file", PortablePath.of(name));
        return Json.line(node);
    }

    private static Sample sample(String line, Path base, String where) {
        ObjectNode node = Json.parse(line, ObjectNode.class, where);
        node.put("file", resolve(base, node.path("file").asText(), where).toUri().toString());
        return Json.parse(node.toString(), Sample.class, where);
    }

    private static Path resolve(Path base, String name, String where) {
        try {
            return base.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new InputException(
                    Problem.Kind.UNREADABLE,
                    where,
                    "names '" + name + "', which is not a valid file name",
                    "correct that line, or create the file again",
                    e);
        }
    }

    private static InputException unreadable(Path file, String cause, Throwable e) {
        return new InputException(
                Problem.Kind.UNREADABLE, file, cause, "delete it; it will be created again", e);
    }
}
