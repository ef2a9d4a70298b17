package dev.fer4j.study.settings;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.eval.report.table.PaperNumbers;

/**
 * What the report shows besides its results.
 *
 * @param title its heading
 * @param faces whether it shows people
 * @param paperNumbers whether the paper's numbers stand beside conditions that are the paper's
 */
public record ReportSettings(String title, Faces faces, PaperNumbers paperNumbers) {

    /** Whether the report shows people. */
    public enum Faces {
        /** It shows nobody. */
        HIDDEN,
        /** It shows test images, of those people of whom it is known what they agreed to. */
        SHOWN
    }

    /** Nobody's face, and the paper's numbers where they belong. */
    public static ReportSettings defaults() {
        return new ReportSettings(
                "Does added data make the model generalize?", Faces.HIDDEN, PaperNumbers.SHOWN);
    }

    public ReportSettings {
        checkArgument(!title.isBlank(), "a report needs a title");
        requireNonNull(faces);
        requireNonNull(paperNumbers);
    }

    /** With another heading. */
    public ReportSettings withTitle(String other) {
        return new ReportSettings(other, faces, paperNumbers);
    }

    /** With or without faces. */
    public ReportSettings withFaces(Faces other) {
        return new ReportSettings(title, other, paperNumbers);
    }

    /** With or without the paper's numbers. */
    public ReportSettings withPaperNumbers(PaperNumbers other) {
        return new ReportSettings(title, faces, other);
    }
}
