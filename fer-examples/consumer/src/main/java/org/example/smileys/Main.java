package org.example.smileys;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Control;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.eval.metric.Metric;
import dev.fer4j.study.Study;
import dev.fer4j.study.output.StudyOutput;
import dev.fer4j.study.settings.Replication;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.settings.StudySources;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A study of pictures of our own: does a second set of drawings help with drinks never seen? */
public final class Main {

    private static final Condition ALONE =
            new Condition("smileys-alone", "Smileys", "smileys", List.of());
    private static final Condition WITH_SKETCHES =
            new Condition("with-sketches", "Smileys and sketches", "smileys", List.of("sketches"));
    private static final CategorySplit DRINKS =
            CategorySplit.of(
                    new AdCategory("tea"), new AdCategory("coffee"), new AdCategory("juice"));
    private static final TrainingPlan PLAN =
            TrainingPlan.small()
                    .withBackbone(MiniXception.defaults())
                    .withInputSize(48)
                    .withBatchSize(8)
                    .withEpochs(8);

    private Main() {}

    /** The first argument is a folder to work in. */
    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(arguments[0]).toAbsolutePath();
        Drawing.writeAll(work.resolve("smileys"), List.of("tea", "coffee", "juice"), 1);
        Drawing.writeAll(work.resolve("sketches"), List.of("tea"), 2);
        DataSource smileys = new SmileySource("smileys", work.resolve("smileys"));
        DataSource sketches = new SmileySource("sketches", work.resolve("sketches"));

        StudyOutput out =
                Study.of(
                                StudySettings.paper(work.resolve("study"))
                                        .withConditions(ALONE, WITH_SKETCHES)
                                        .withSplit(DRINKS)
                                        .withLabelNames(new LabelNames("neutral", "smiling"))
                                        .withTraining(PLAN)
                                        .withReplication(Replication.seeds(2))
                                        .withControls(Control.Means.AUGMENTED))
                        .run(StudySources.of(smileys, sketches));

        System.out.println(out.table1().toText());
        out.result()
                .cells()
                .forEach(
                        training ->
                                System.out.println(
                                        training.cell().id()
                                                + ": ROC AUC "
                                                + Metric.rocAuc().of(training.test()).format(3)));
        System.out.println("Report: " + out.report());
    }
}
