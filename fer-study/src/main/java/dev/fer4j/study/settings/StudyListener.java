package dev.fer4j.study.settings;

import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import java.util.Map;

/**
 * Is told how a study goes: its plan, what it finds and does, how far it is, and what a reader of
 * its results must know. Progress may come from several threads, the rest comes from the study's.
 */
public interface StudyListener extends ProgressListener {

    /**
     * Before anything is read or written.
     *
     * @param settings every setting by name, in the order in which they are read
     */
    default void planned(Map<String, String> settings) {}

    /** What was found, done or left out, as a line or a few. */
    default void message(String text) {}

    /**
     * What a reader of any number must know, as the report repeats it: missing rights, sources that
     * are not used, trainings that did not end as planned.
     */
    default void note(String text) {}

    @Override
    default void update(Progress progress) {}

    /** Ignores everything. */
    static StudyListener none() {
        return new StudyListener() {};
    }

    /** Hands progress on, and ignores the rest. */
    static StudyListener of(ProgressListener progress) {
        return new StudyListener() {
            @Override
            public void update(Progress update) {
                progress.update(update);
            }
        };
    }
}
