package dev.fer4j.toy;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.data.manifest.Ingestion;
import dev.fer4j.synthesis.recipe.StyleGan2Recipe;
import dev.fer4j.toy.plan.ToyScale;
import dev.fer4j.train.device.DeviceChoice;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Toy corpora that tests share. Each is drawn once, below the folder that the system property
 * {@code fer.shared.corpora} names, or else below the module's {@code target}; once more where the
 * code that draws has changed.
 */
public final class SharedToyCorpus {

    private static final Path HOME =
            Path.of(System.getProperty("fer.shared.corpora", "target/corpora")).toAbsolutePath();

    /** One class of each module whose code decides what is drawn. */
    private static final List<Class<?>> DRAWING =
            List.of(
                    Seed.class,
                    Ingestion.class,
                    DeviceChoice.class,
                    StyleGan2Recipe.class,
                    ToyCorpus.class);

    private SharedToyCorpus() {}

    /** A corpus that is only read. */
    public static ToyFolders of(Seed seed, ToyScale scale) throws IOException {
        return ToyFolders.below(drawn(seed, scale));
    }

    /**
     * A copy of a corpus, complete as a drawn one is: for tests that change it, and for commands
     * that would draw it into this folder.
     *
     * @param folder made if there is none
     */
    public static ToyFolders copy(Path folder, Seed seed, ToyScale scale) throws IOException {
        Path corpus = drawn(seed, scale);
        for (Path file : files(corpus)) {
            if (!file.getFileName().toString().equals(".lock")) {
                Path to = folder.resolve(corpus.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return ToyFolders.below(folder);
    }

    /** Waits for another process that draws it; what one that was killed has left is completed. */
    private static synchronized Path drawn(Seed seed, ToyScale scale) throws IOException {
        HashCode key =
                Hashing.sha256()
                        .newHasher()
                        .putLong(seed.value())
                        .putString(scale.toString(), StandardCharsets.UTF_8)
                        .putBytes(Code.DIGEST.asBytes())
                        .hash();
        String name = key.toString().substring(0, 16);
        Files.createDirectories(HOME);
        try (FileChannel channel =
                        FileChannel.open(
                                HOME.resolve(name + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            Path corpus = HOME.resolve(name);
            if (held.isValid()) {
                ToyCorpus.write(corpus, seed, scale, ProgressListener.none());
            }
            return corpus;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** What draws, whether compiled classes or jars of them. */
    private static final class Code {

        static final HashCode DIGEST = digest();

        private static HashCode digest() {
            Hasher hasher = Hashing.sha256().newHasher();
            try {
                for (Class<?> type : DRAWING) {
                    Path place =
                            Path.of(
                                    type.getProtectionDomain()
                                            .getCodeSource()
                                            .getLocation()
                                            .toURI());
                    if (Files.isDirectory(place)) {
                        put(hasher, place);
                    } else {
                        try (FileSystem jar = FileSystems.newFileSystem(place)) {
                            put(hasher, jar.getPath("/"));
                        }
                    }
                }
            } catch (IOException | URISyntaxException e) {
                throw new IllegalStateException(e);
            }
            return hasher.hash();
        }

        private static void put(Hasher hasher, Path root) throws IOException {
            for (Path file : files(root.resolve("dev"))) {
                hasher.putString(root.relativize(file).toString(), StandardCharsets.UTF_8)
                        .putBytes(Files.readAllBytes(file));
            }
        }
    }
}
