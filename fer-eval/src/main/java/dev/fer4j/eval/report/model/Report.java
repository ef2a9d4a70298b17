package dev.fer4j.eval.report.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.eval.report.StudyReport;
import java.util.List;

/**
 * A report. It consists of sections from any contributor; {@link StudyReport} provides those of
 * evaluation.
 *
 * @param title not blank
 * @param subtitle a line below it; may be empty
 * @param sections in order
 */
public record Report(String title, String subtitle, List<Section> sections) {

    public Report {
        checkArgument(!title.isBlank(), "a report needs a title");
        requireNonNull(subtitle);
        sections = List.copyOf(sections);
    }
}
