package dev.fer4j.cli.output;

import dev.fer4j.core.Progress;
import dev.fer4j.study.settings.StudyListener;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reports the progress of a study on the console. Notes are printed with the result.
 *
 * @param progress shows progress
 * @param out receives the plan and messages
 * @param sources description of sources that do not exist yet, for the printed plan
 */
public record StudyConsole(ProgressBars progress, PrintWriter out, String sources)
        implements StudyListener {

    @Override
    public void planned(Map<String, String> settings) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("sources", sources);
        lines.putAll(settings);
        PlanLines.print(lines, out);
    }

    @Override
    public void message(String text) {
        progress.say(out, text);
    }

    @Override
    public void update(Progress update) {
        progress.update(update);
    }
}
