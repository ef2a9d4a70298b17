package dev.fer4j.study.settings;

import java.nio.file.Path;

/** Working folders within a study's output folder. */
public final class StudyFolders {

    /** Generated or downloaded sources, if a {@link SourceMaker} creates any. */
    public static final String TOY = "toy";

    /** Checkpoints of trainings. */
    public static final String CHECKPOINTS = "checkpoints";

    public static final String DECODED_IMAGES = "cache";

    /** Requests, intermediate results and logs of processes. */
    public static final String PROCESSES = "processes";

    private StudyFolders() {}

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
