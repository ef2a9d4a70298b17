package dev.fer4j.study.settings;

import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import java.util.Map;

/**
 * Receives a study's plan, messages, progress, and the notes that a reader of its results needs.
 * Progress may come from several threads, everything else comes from the study's thread.
 */
public interface StudyListener extends ProgressListener {

    /**
     * Called before anything is read or written.
     *
     * @param settings every setting by name, in the order in which to show them
     */
    default void planned(Map<String, String> settings) {}

    /** What was found, done or left out, in one or a few lines. */
    default void message(String text) {}

    /**
     * A note that a reader of the results needs, which the report repeats: missing rights, sources
     * that are not used, trainings that did not end as planned.
     */
    default void note(String text) {}

    @Override
    default void update(Progress progress) {}

    /** Ignores everything. */
    static StudyListener none() {
        return new StudyListener() {};
    }

    /** Forwards progress, and ignores the rest. */
    static StudyListener of(ProgressListener progress) {
        return new StudyListener() {
            @Override
            public void update(Progress update) {
                progress.update(update);
            }
        };
    }
}
