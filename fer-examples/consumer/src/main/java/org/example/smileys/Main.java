package org.example.smileys;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Control;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.examples.study.Study;
import dev.fer4j.examples.study.output.StudyOutput;
import dev.fer4j.examples.study.settings.Replication;
import dev.fer4j.examples.study.settings.StudyListener;
import dev.fer4j.examples.study.settings.StudySettings;
import dev.fer4j.examples.study.settings.StudySources;
import dev.fer4j.train.TrainingPlan;
import dev.fer4j.train.TrainingRun;
import dev.fer4j.train.xception.MiniXception;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A study of pictures of our own: does a second set of drawings help with drinks never seen? */
public final class Main {

    private static final Condition ALONE =
            new Condition("smileys-alone", "Smileys", "smileys", List.of());
    private static final Condition WITH_SKETCHES =
            new Condition(
                    "smileys-sketches", "Smileys and sketches", "smileys", List.of("our sketches"));

    private Main() {}

    /** The first argument is a folder to work in. */
    public static void main(String[] arguments) throws IOException {
        Path work = Path.of(arguments[0]).toAbsolutePath();
        Drawing.writeAll(work.resolve("smileys"), List.of("tea", "coffee", "juice"), 1);
        Drawing.writeAll(work.resolve("sketches"), List.of("tea"), 2);
        DataSource smileys = new SmileySource("smileys", work.resolve("smileys"));
        DataSource sketches = new SmileySource("our sketches", work.resolve("sketches"));

        StudyOutput out =
                Study.of(
                                StudySettings.paper(work.resolve("study"))
                                        .withConditions(ALONE, WITH_SKETCHES)
                                        .withSplit(split())
                                        .withTraining(plan())
                                        .withReplication(Replication.seeds(2))
                                        .withControls(Control.Means.AUGMENTED))
                        .withListener(messages())
                        .run(StudySources.of(smileys, sketches));

        System.out.println(out.table1().toText());
        System.out.println(out.table2().toText());
        System.out.println("Report: " + out.report());
    }

    private static CategorySplit split() {
        return CategorySplit.of(
                new AdCategory("tea"), new AdCategory("coffee"), new AdCategory("juice"));
    }

    private static TrainingPlan plan() {
        return TrainingPlan.small()
                .withBackbone(MiniXception.defaults())
                .withInputSize(48)
                .withBatchSize(8)
                .withEpochs(2);
    }

    private static StudyListener messages() {
        return new StudyListener() {
            @Override
            public void message(String text) {
                System.out.println(text);
            }
        };
    }
}
