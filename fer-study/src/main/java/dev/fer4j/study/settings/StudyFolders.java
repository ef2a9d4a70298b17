package dev.fer4j.study.settings;

import java.nio.file.Path;

/** Folders in a study's output folder that are no output. */
public final class StudyFolders {

    /** Drawn or downloaded sources, if a {@link SourceMaker} puts any there. */
    public static final String TOY = "toy";

    /** States of trainings. */
    public static final String CHECKPOINTS = "checkpoints";

    public static final String DECODED_IMAGES = "cache";

    /** Requests, results on their way and logs of processes. */
    public static final String PROCESSES = "processes";

    private StudyFolders() {}

    /** Where states of trainings are kept. */
    public static Path checkpoints(Path out) {
        return out.resolve(CHECKPOINTS);
    }

    /** Where decoded images are kept, which may be deleted. */
    public static Path decodedImages(Path out) {
        return out.resolve(DECODED_IMAGES);
    }

    /** Where processes are asked and answer. */
    public static Path processes(Path out) {
        return out.resolve(PROCESSES);
    }
}
