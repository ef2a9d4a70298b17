package dev.fer4j.benchmarks.validity;

import java.util.List;

/**
 * A way in which studies can differ from the paper's.
 *
 * @param title title for tables
 * @param model model of its studies
 */
record Situation(String title, StudyModel model) {

    private static final StudyModel.Effects EQUAL = StudyModel.Effects.of(0.82);

    /** Situations in which the first two models are equally good. */
    static List<Situation> all() {
        StudyModel paper = StudyModel.paper(0.82, 0.82, 0.82);
        return List.of(
                new Situation("10 people", paper.withPeople(10)),
                new Situation("40 people", paper.withPeople(40)),
                new Situation(
                        "people differ more in how often they are interested",
                        paper.withLabelSpread(1.8)),
                new Situation(
                        "the often interested look interested anyway",
                        paper.withLabelsInFaces(0.5)),
                new Situation(
                        "the second model's scores on another scale",
                        paper.with(1, EQUAL.withScale(0.2))),
                new Situation(
                        "the second model's scores depend more on the person",
                        paper.with(1, EQUAL.withVariances(0.5, 0.3))),
                new Situation("true AUC 0.94", StudyModel.paper(0.94, 0.94, 0.94)));
    }
}
