package dev.fer4j.train.keras;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.train.hdf5.Hdf5File;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A {@code .keras} archive: a zip with the model's configuration and its weights. */
final class KerasArchive implements AutoCloseable {

    private static final String WEIGHTS = "model.weights.h5";

    private static final String CONFIG = "config.json";
    private static final String METADATA = "metadata.json";
    private static final int MOST_ENTRIES = 10_000;
    private static final int LONGEST_TEXT = 1 << 24;
    private static final long LARGEST = Integer.MAX_VALUE;

    /** Weights hardly compress; a file of equal values does, but then it is small. */
    private static final long FREELY_EXPANDED = 1 << 28;

    private static final long LARGEST_EXPANSION = 100;

    private final Path path;
    private final ZipFile zip;

    private KerasArchive(Path path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    /**
     * Opens an archive.
     *
     * @throws InputException if it is damaged, or not an archive of Keras with HDF5
     */
    static KerasArchive open(Path path) throws IOException {
        try {
            KerasArchive archive = new KerasArchive(path, new ZipFile(path.toFile()));
            boolean complete = false;
            try {
                archive.requireEntries();
                complete = true;
                return archive;
            } finally {
                if (!complete) {
                    archive.close();
                }
            }
        } catch (ZipException e) {
            throw damaged(path, e);
        }
    }

    private void requireEntries() {
        if (zip.size() > MOST_ENTRIES) {
            throw refused("has " + zip.size() + " entries; at most " + MOST_ENTRIES + " are read");
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName().replace('\\', '/');
            counts.merge(name, 1, Integer::sum);
            if (name.startsWith("/") || List.of(name.split("/", -1)).contains("..")) {
                throw refused("has the entry " + name + ", which leads out of the archive");
            }
        }
        if (!counts.containsKey(WEIGHTS)) {
            throw new InputException(
                    Problem.Kind.UNEXPECTED_LAYOUT,
                    path,
                    "is a Keras archive without "
                            + WEIGHTS
                            + " at its top: it has "
                            + counts.keySet().stream().limit(5).toList(),
                    "save the model in Keras: model.save(\"model.keras\")");
        }
        for (String name : List.of(CONFIG, METADATA, WEIGHTS)) {
            if (counts.getOrDefault(name, 0) > 1) {
                throw refused("has two entries " + name);
            }
        }
    }

    /** The configuration of the model. */
    ConfigLayer config() throws IOException {
        return ConfigLayer.of(json(CONFIG));
    }

    /** The texts in the metadata: Keras's version and the date. */
    Map<String, String> metadata() throws IOException {
        Map<String, String> found = new TreeMap<>();
        json(METADATA)
                .fields()
                .forEachRemaining(
                        field -> {
                            if (field.getValue().isTextual()) {
                                found.put(field.getKey(), field.getValue().asText());
                            }
                        });
        return found;
    }

    private JsonNode json(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw refused("is a Keras archive without " + name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LONGEST_TEXT + 1);
            if (bytes.length > LONGEST_TEXT) {
                throw refused(name + " in it is longer than " + LONGEST_TEXT + " bytes");
            }
            return new ObjectMapper().readTree(bytes);
        } catch (JsonProcessingException | CharConversionException e) {
            throw refused(name + " in it is not JSON");
        } catch (ZipException | EOFException e) {
            throw damaged(path, e);
        }
    }

    /**
     * Opens the weights, extracted to a temporary file that the system removes as soon as it is
     * mapped.
     */
    Hdf5File weights() throws IOException {
        Path temporary = Files.createTempFile("fer-keras", ".h5");
        try (FileChannel channel =
                FileChannel.open(
                        temporary,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE)) {
            extract(channel);
            return Hdf5File.open(channel, path + " (Keras archive), " + WEIGHTS);
        }
    }

    private void extract(FileChannel to) throws IOException {
        ZipEntry entry = zip.getEntry(WEIGHTS);
        long size = entry.getSize();
        long compressed = Math.max(1, entry.getCompressedSize());
        if (size < 0
                || size > LARGEST
                || (size > FREELY_EXPANDED && size / compressed > LARGEST_EXPANSION)) {
            throw refused(
                    "%s in it claims %s bytes, compressed to %s"
                            .formatted(WEIGHTS, size, compressed));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] some = new byte[1 << 16];
            long count = 0;
            int got = in.read(some);
            while (got >= 0 && count + got <= size) {
                count += got;
                ByteBuffer bytes = ByteBuffer.wrap(some, 0, got);
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
                got = in.read(some);
            }
            if (count != size || got >= 0) {
                throw refused(WEIGHTS + " in it has another size than it says");
            }
        } catch (ZipException | EOFException e) {
            throw damaged(path, e);
        }
    }

    private InputException refused(String cause) {
        return new InputException(
                Problem.Kind.UNREADABLE, path, cause, "save the model in Keras again");
    }

    private static InputException damaged(Path path, IOException cause) {
        return new InputException(
                Problem.Kind.UNREADABLE,
                path,
                "is a damaged Keras archive: " + cause.getMessage(),
                "download or copy the file again",
                cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
