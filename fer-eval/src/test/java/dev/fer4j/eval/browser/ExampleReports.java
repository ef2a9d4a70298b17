package dev.fer4j.eval.browser;

import dev.fer4j.core.Seed;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.anova.StudyInference;
import dev.fer4j.eval.report.HtmlReport;
import dev.fer4j.eval.report.Report;
import dev.fer4j.eval.report.StudyReport;
import dev.fer4j.eval.study.StudyResult;
import java.io.IOException;
import java.nio.file.Path;

/** Writes reports of made-up studies, to look at. */
public final class ExampleReports {

    private ExampleReports() {}

    /** Writes them into the folder that is named. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        StudyResult study = MadeUpStudy.standard(40);
        HtmlReport.write(
                folder.resolve("standard.html"),
                new Report(
                        "Does added data make the model generalize?",
                        "made up",
                        StudyReport.sections(study, StudyInference.of(study, new Seed(1)))));
    }
}
