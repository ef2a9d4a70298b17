package dev.fer4j.study.output;

import com.google.common.collect.ImmutableSet;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.PortablePath;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.study.settings.StudyFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Digests of the results in an output folder, except frames (which the manifests list) and working
 * files.
 */
public final class OutputDigests {

    /** Folders of working files. */
    private static final ImmutableSet<String> NONE =
            ImmutableSet.of(
                    StudyFolders.TOY,
                    StudyFolders.DECODED_IMAGES,
                    StudyFolders.CHECKPOINTS,
                    StudyFolders.PROCESSES);

    private OutputDigests() {}

    /** Returns the digests by path relative to the folder. */
    public static Map<String, String> of(Path out) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        Path folder = out.toAbsolutePath().normalize();
        for (Path file : OwnedFolder.results(folder).files()) {
            if (!file.startsWith(folder)) {
                continue;
            }
            String name = PortablePath.of(folder.relativize(file));
            boolean result = NONE.stream().noneMatch(n -> name.startsWith(n + "/"));
            if (result && !name.equals("provenance.json")) {
                digests.put(name, Sha256.of(file));
            }
        }
        return digests;
    }
}
