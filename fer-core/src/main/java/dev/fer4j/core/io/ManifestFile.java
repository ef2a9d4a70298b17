package dev.fer4j.core.io;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
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

/**
 * A manifest as JSON lines: a header with format, version, source and folder, then one line for
 * each sample and each quarantined item.
 *
 * <p>Sample paths are relative to the header's {@code folder}, which is itself relative to the
 * manifest's own folder if it lies below it, so that an output folder can be moved as a whole.
 */
public final class ManifestFile {

    private static final String FORMAT = "fer4j-manifest";
    private static final int VERSION = 1;

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
     * @param folder the folder below which the samples' files lie
     */
    public static void write(Path file, Manifest manifest, Path folder) throws IOException {
        Path home = file.toAbsolutePath().normalize().getParent();
        Path base = folder.toAbsolutePath().normalize();
        Path anchor = home.getParent() == null ? home : home.getParent();
        String written = PortablePath.of(base.startsWith(anchor) ? home.relativize(base) : base);
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
                        lines.append(line(sample, base)).append('\n');
                    }
                    for (Problem problem : manifest.quarantined()) {
                        lines.append(Json.line(problem)).append('\n');
                    }
                    if (lines.checkError()) {
                        throw new IOException(file + ": could not be written");
                    }
                });
    }

    /**
     * Reads a manifest.
     *
     * @throws InputException if the file is not a manifest of this version, or is truncated
     */
    public static Manifest read(Path file) throws IOException {
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
        List<Sample> samples = new ArrayList<>();
        List<Problem> quarantined = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String where = file + " line " + (i + 1);
            if (i <= header.samples()) {
                samples.add(sample(lines.get(i), base, where));
            } else {
                quarantined.add(Json.parse(lines.get(i), Problem.class, where));
            }
        }
        try {
            return new Manifest(header.source(), samples, quarantined);
        } catch (IllegalArgumentException e) {
            throw unreadable(file, e.getMessage(), e);
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

    private static Path base(Path file, Header header) {
        return resolve(file.toAbsolutePath().getParent(), header.folder(), file + " line 1");
    }

    private static String line(Sample sample, Path base) {
        ObjectNode node = Json.tree(sample);
        node.put("file", PortablePath.of(base.relativize(sample.file().normalize())));
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
