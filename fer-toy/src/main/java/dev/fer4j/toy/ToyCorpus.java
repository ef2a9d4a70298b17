package dev.fer4j.toy;

import dev.fer4j.core.OutputException;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.FolderLock;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.toy.plan.ToyPlan;
import dev.fer4j.toy.plan.ToyScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws a corpus of artificial faces, in the layout of the paper's three sources, so that a whole
 * study can be run without data of real people. The synthetic images are made by a small StyleGAN2
 * with the paper's recipe.
 *
 * <p>Interest shows in several weak cues at once, confounded by the resting faces; skin, hair,
 * surroundings and light carry no information about it. Results on this corpus show that the
 * machinery works and say nothing about people.
 */
public final class ToyCorpus {

    /** The rights of all its images: they show no real person. */
    public static final Rights RIGHTS = Rights.of("CC0-1.0", "not needed: drawn, no real person");

    /** Incremented whenever the output for the same seed and scale changes. */
    static final int VERSION = 6;

    private static final String FORMAT = "fer4j-toy";
    private static final String COMPLETE = "toy.json";
    private static final String BEGUN = "toy-begun.json";
    private static final Logger LOG = LoggerFactory.getLogger(ToyCorpus.class);

    private record Marker(String format, int version, long seed, ToyScale scale) {}

    private ToyCorpus() {}

    /**
     * Draws the corpus into a folder. Existing files are kept: an incomplete corpus is completed,
     * and a complete one is left unchanged. The same seed and scale give the same bytes on the same
     * machine.
     *
     * @param folder created if it does not exist; must be empty or contain a corpus of the same
     *     seed and scale
     * @param progress is notified of each person or recording, under the task "drawing the toy
     *     corpus", and of each frame from which synthetic images are made
     * @throws OutputException if the folder contains anything else or is in use
     * @throws IOException if a file cannot be written
     */
    public static ToyFolders write(
            Path folder, Seed seed, ToyScale scale, ProgressListener progress) throws IOException {
        Path home = folder.toAbsolutePath().normalize();
        ToyFolders folders = ToyFolders.below(home);
        // Files of others may be there: nothing but what is drawn is written.
        FolderLock lock =
                FolderLock.acquire(home, OwnedFolder.Content.TOY_CORPUS, OwnedFolder.Foreign.KEEP);
        try {
            String marker = Json.pretty(new Marker(FORMAT, VERSION, seed.value(), scale));
            begin(home, marker);
            List<DrawingJob> missing =
                    new ToyFiles(ToyPlan.of(seed, scale), folders, seed)
                            .jobs().stream().filter(job -> !job.isDone()).toList();
            LOG.debug("{}: {} recordings, people and lists to draw", home, missing.size());
            if (!missing.isEmpty()) {
                new DrawingPool(progress).run(missing);
            }
            if (!missing.isEmpty() || !Files.exists(home.resolve(COMPLETE))) {
                new ToySynthesis(folders, scale, seed).run(progress);
            }
            if (!Files.exists(folders.weights())) {
                ToyWeights.write(folders.weights());
            }
            if (!Files.exists(home.resolve(COMPLETE))) {
                WholeFile.writeString(home.resolve(COMPLETE), marker);
            }
            OwnedFolder.mark(home, OwnedFolder.Content.TOY_CORPUS)
                    .delete(home.resolve(BEGUN), file -> holds(file, marker));
        } finally {
            lock.close();
        }
        return folders;
    }

    private static void begin(Path home, String marker) throws IOException {
        boolean known = false;
        for (String name : List.of(COMPLETE, BEGUN)) {
            Path file = home.resolve(name);
            if (Files.exists(file)) {
                known = true;
                if (!Files.readString(file).equals(marker)) {
                    throw new OutputException(
                            file
                                    + ": the folder holds a toy corpus of another seed, scale or"
                                    + " version (choose another folder, or delete this one)");
                }
            }
        }
        if (!known) {
            requireEmpty(home);
            WholeFile.writeString(home.resolve(BEGUN), marker);
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file).equals(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireEmpty(Path home) throws IOException {
        ToyFolders folders = ToyFolders.below(home);
        for (Path source :
                List.of(
                        folders.baseline(),
                        folders.youtube(),
                        folders.synthetic(),
                        folders.generator(),
                        folders.weights())) {
            if (Files.exists(source)) {
                throw new OutputException(
                        source
                                + ": exists already and is not known to be a toy corpus (choose"
                                + " another folder)");
            }
        }
    }
}
