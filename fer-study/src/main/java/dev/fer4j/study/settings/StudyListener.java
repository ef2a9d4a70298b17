package dev.fer4j.study.settings;

import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import java.util.Map;

/**
 * Receives a study's plan, messages, progress, and the notes for readers of its results. Progress
 * may be reported by several threads; all other methods are called on the study's thread.
 */
public interface StudyListener extends ProgressListener {

    /**
     * Called before anything is read or written.
     *
     * @param settings every setting by name, in display order
     */
    default void planned(Map<String, String> settings) {}

    /** Receives a message on what was found, done or left out, in one or a few lines. */
    default void message(String text) {}

    /**
     * Receives a note for readers of the results, which is repeated in the report: missing rights,
     * unused sources, trainings that did not end as planned.
     */
    default void note(String text) {}

    @Override
    default void update(Progress progress) {}

    /** Returns a listener that ignores everything. */
    static StudyListener none() {
        return new StudyListener() {};
    }

    /** Returns a listener that forwards progress and ignores everything else. */
    static StudyListener of(ProgressListener progress) {
        return new StudyListener() {
            @Override
            public void update(Progress update) {
                progress.update(update);
            }
        };
    }
}
