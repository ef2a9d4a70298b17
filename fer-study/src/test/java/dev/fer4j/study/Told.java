package dev.fer4j.study;

import dev.fer4j.core.Progress;
import dev.fer4j.study.settings.StudyListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Remembers what a study tells. */
final class Told implements StudyListener {

    final List<Map<String, String>> plans = new ArrayList<>();
    final List<String> messages = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final List<Progress> progress = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void planned(Map<String, String> settings) {
        plans.add(settings);
    }

    @Override
    public void message(String text) {
        messages.add(text);
    }

    @Override
    public void note(String text) {
        notes.add(text);
    }

    @Override
    public void update(Progress update) {
        progress.add(update);
    }

    void clear() {
        plans.clear();
        messages.clear();
        notes.clear();
        progress.clear();
    }
}
