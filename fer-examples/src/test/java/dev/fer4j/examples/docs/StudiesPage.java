package dev.fer4j.examples.docs;

import dev.fer4j.core.design.Condition;
import dev.fer4j.study.Study;
import dev.fer4j.study.output.TrainOutput;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.settings.StudySources;
import dev.fer4j.study.settings.TrainSettings;
import java.io.IOException;
import java.util.List;

/** Code of docs/studies.md that no test runs. */
interface StudiesPage {

    Condition DRINKS = new Condition("drinks-alone", "Drinks", "drinks", List.of());
    Condition MINE = new Condition("mine", "Drinks and sketches", "drinks", List.of("My sketches"));

    static TrainOutput train(StudySettings settings, StudySources sources) throws IOException {
        TrainOutput one =
                Study.of(settings).train(sources, TrainSettings.defaults().withCondition("mine"));
        return one;
    }
}
