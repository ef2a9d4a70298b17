package dev.fer4j.cli.output;

import dev.fer4j.study.output.StudyOutput;
import java.util.Arrays;
import java.util.List;

/** The last lines of a study on the console: the finding, its numbers, and the report's path. */
public final class FindingText {

    /** The finding is broken into lines of at most this length; numbers and paths are not. */
    private static final int WIDTH = 100;

    private FindingText() {}

    public static String of(StudyOutput output) {
        StringBuilder text = new StringBuilder("\n");
        text.append(broken("Finding: " + output.finding()));
        List<String> differences = output.differences();
        if (!differences.isEmpty()) {
            text.append("Difference of the test ROC AUC per image from ")
                    .append(output.result().plan().reference().title())
                    .append(":\n");
            differences.forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.append("Report: ").append(output.report()).append('\n').toString();
    }

    private static String broken(String sentence) {
        StringBuilder lines = new StringBuilder();
        int length = 0;
        for (String word : Arrays.asList(sentence.split(" ", -1))) {
            if (length > 0 && length + 1 + word.length() > WIDTH) {
                lines.append("\n  ").append(word);
                length = 2 + word.length();
            } else {
                lines.append(length == 0 ? "" : " ").append(word);
                length += (length == 0 ? 0 : 1) + word.length();
            }
        }
        return lines.append('\n').toString();
    }
}
