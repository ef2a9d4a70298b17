package dev.fer4j.study.settings;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.eval.report.table.PaperNumbers;

/**
 * Settings of the report.
 *
 * @param title its heading
 * @param faces whether it shows people's faces
 * @param paperNumbers whether the paper's numbers are shown for the paper's conditions
 */
public record ReportSettings(String title, Faces faces, PaperNumbers paperNumbers) {

    /** Whether the report shows people's faces. */
    public enum Faces {
        /** No faces. */
        HIDDEN,
        /** Test images of people whose consent is known. */
        SHOWN
    }

    /** No faces, and the paper's numbers for the paper's conditions. */
    public static ReportSettings defaults() {
        return new ReportSettings(
                "Does added data make the model generalize?", Faces.HIDDEN, PaperNumbers.SHOWN);
    }

    public ReportSettings {
        checkArgument(!title.isBlank(), "a report needs a title");
        requireNonNull(faces);
        requireNonNull(paperNumbers);
    }

    public ReportSettings withTitle(String other) {
        return new ReportSettings(other, faces, paperNumbers);
    }

    public ReportSettings withFaces(Faces other) {
        return new ReportSettings(title, other, paperNumbers);
    }

    public ReportSettings withPaperNumbers(PaperNumbers other) {
        return new ReportSettings(title, faces, other);
    }
}
