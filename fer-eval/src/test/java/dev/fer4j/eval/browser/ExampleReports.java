package dev.fer4j.eval.browser;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.report.StudyReport;
import dev.fer4j.eval.report.format.ReportFolder;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Picture;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes reports of made-up studies, small and large, to look at and to check in a browser. */
public final class ExampleReports {

    private ExampleReports() {}

    /** Writes them into folders below the one that is named. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        write(folder.resolve("once"), ofTwenty(Condition.STANDARD, 1), List.of());
        write(folder.resolve("two"), ofTwenty(Condition.STANDARD.subList(0, 2), 1), List.of());
        write(folder.resolve("ten"), ofTwenty(MadeUpStudy.conditions(9), 3), List.of());
        write(folder.resolve("controls"), MadeUpStudy.withControls(12), pictures());
        write(folder.resolve("rotations"), MadeUpStudy.of(rotations(), 20), List.of());
    }

    private static StudyResult ofTwenty(List<Condition> conditions, int seeds) {
        StudyPlan plan =
                new StudyPlan(conditions, List.of(CategorySplit.paper()), List.of(new Seed(1)));
        return MadeUpStudy.ofPeople(plan.withSeeds(seeds), 40, 20);
    }

    private static StudyPlan rotations() {
        return new StudyPlan(
                Condition.STANDARD,
                CategorySplit.rotations(
                        AdCategory.FOOD_MARKET,
                        AdCategory.COSMETICS_FASHION,
                        AdCategory.CAR_TECHNOLOGY),
                List.of(new Seed(1), new Seed(2), new Seed(3)));
    }

    private static void write(Path folder, StudyResult study, List<Section> examples)
            throws IOException {
        StudyInference inference = StudyInference.of(study, new Seed(1));
        ReportFolder.write(
                folder,
                StudyReport.of(study, inference)
                        .withExamples(examples)
                        .report(
                                "Does added data make the model generalize?",
                                "Predictions that were made up, to show what a report looks like"));
    }

    /** Gradients: no picture of anybody stands in this repository. */
    private static List<Section> pictures() {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            byte[] rgb = new byte[3 * 96 * 96];
            for (int p = 0; p < 96 * 96; p++) {
                rgb[3 * p] = (byte) (p % 96 * 2);
                rgb[3 * p + 1] = (byte) (p / 96 * 2);
                rgb[3 * p + 2] = (byte) (40 * i);
            }
            pictures.add(
                    Picture.of(
                            "gradient-" + i,
                            "A square in which red grows to the right and green downwards",
                            "Said 0.9" + i + ", was not interested",
                            new RgbImage(96, 96, rgb)));
        }
        return List.of(new Section("Examples", List.of(new Block.Pictures(pictures))));
    }
}
