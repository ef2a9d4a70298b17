package dev.fer4j.study.output;

import com.google.common.collect.ImmutableSet;
import dev.fer4j.core.io.PortablePath;
import dev.fer4j.core.io.Sha256;
import dev.fer4j.study.settings.StudyFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Digests of the files in an output folder, except frames (which the manifests list), locks and
 * working files.
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
        List<Path> files;
        try (Stream<Path> tree =
                Files.find(out, 2, (path, attributes) -> attributes.isRegularFile())) {
            files = tree.sorted().toList();
        }
        for (Path file : files) {
            String name = PortablePath.of(out.relativize(file));
            boolean ours =
                    !name.startsWith(".") && NONE.stream().noneMatch(n -> name.startsWith(n + "/"));
            if (ours && !name.equals("provenance.json")) {
                digests.put(name, Sha256.of(file));
            }
        }
        return digests;
    }
}
