package dev.fer4j.study.settings;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.OwnedFolder.Content;
import dev.fer4j.core.file.OwnedFolder.Foreign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Working folders within a study's output folder. */
public final class StudyFolders {

    /** Generated or downloaded sources, if a {@link SourceMaker} creates any. */
    public static final String TOY = "toy";

    /** Checkpoints of trainings. */
    public static final String CHECKPOINTS = "checkpoints";

    public static final String DECODED_IMAGES = "cache";

    /** Requests, intermediate results and logs of processes. */
    public static final String PROCESSES = "processes";

    /** Sampled frames. */
    public static final String FRAMES = "frames";

    private static final ImmutableMap<String, Content> CONTENTS =
            ImmutableMap.of(
                    FRAMES, Content.FRAMES,
                    DECODED_IMAGES, Content.DECODED_IMAGES,
                    CHECKPOINTS, Content.CHECKPOINTS);

    private StudyFolders() {}

    /**
     * Checks that an output folder and the working folders in it may be used. Each may be a link to
     * a folder of its own.
     *
     * @throws dev.fer4j.core.OutputException if one of them may not be used, or two are the same
     */
    public static void check(Path out, Foreign foreign) throws IOException {
        OwnedFolder.check(out, Content.RESULTS, foreign);
        Map<Path, String> real = new HashMap<>();
        for (Map.Entry<String, Content> one : CONTENTS.entrySet()) {
            Path folder = out.resolve(one.getKey());
            OwnedFolder.check(folder, one.getValue(), foreign);
            if (Files.isDirectory(folder)) {
                String other = real.putIfAbsent(folder.toRealPath(), one.getKey());
                if (other != null) {
                    throw new OutputException(
                            "%s: is the same folder as %s (let the links lead to different folders)"
                                    .formatted(folder, other));
                }
            }
        }
    }

    /** Marks those working folders that exist, so that nothing else uses them. */
    public static void mark(Path out, Foreign foreign) throws IOException {
        for (Map.Entry<String, Content> one : CONTENTS.entrySet()) {
            if (Files.isDirectory(out.resolve(one.getKey()))) {
                OwnedFolder.mark(out.resolve(one.getKey()), one.getValue(), foreign);
            }
        }
    }

    /** The folder of checkpoints. */
    public static Path checkpoints(Path out) {
        return out.resolve(CHECKPOINTS);
    }

    /** The folder of decoded images, which may be deleted. */
    public static Path decodedImages(Path out) {
        return out.resolve(DECODED_IMAGES);
    }

    /** The folder for exchanging requests and results with processes. */
    public static Path processes(Path out) {
        return out.resolve(PROCESSES);
    }
}
