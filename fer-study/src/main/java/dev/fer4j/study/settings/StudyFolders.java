package dev.fer4j.study.settings;

import java.nio.file.Path;

/** Working folders within a study's output folder. */
public final class StudyFolders {

    /** Drawn or downloaded sources, if a {@link SourceMaker} creates any. */
    public static final String TOY = "toy";

    /** Checkpoints of trainings. */
    public static final String CHECKPOINTS = "checkpoints";

    public static final String DECODED_IMAGES = "cache";

    /** Requests, intermediate results and logs of processes. */
    public static final String PROCESSES = "processes";

    private StudyFolders() {}

    /** Where checkpoints of trainings are kept. */
    public static Path checkpoints(Path out) {
        return out.resolve(CHECKPOINTS);
    }

    /** Where decoded images are kept, which may be deleted. */
    public static Path decodedImages(Path out) {
        return out.resolve(DECODED_IMAGES);
    }

    /** Where requests to processes and their results are exchanged. */
    public static Path processes(Path out) {
        return out.resolve(PROCESSES);
    }
}
