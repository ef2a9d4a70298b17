package dev.fer4j.examples.study;

import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Split;
import dev.fer4j.core.io.WholeFile;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.CompositionFile;
import dev.fer4j.data.composition.LeakageGate;
import dev.fer4j.data.manifest.CroissantFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What trains, validates and tests under each condition and category split, with the files that say
 * so.
 */
final class StudyCompositions {

    private final StudySettings settings;

    StudyCompositions(StudySettings settings) {
        this.settings = settings;
    }

    /**
     * Composes, and writes {@code composition}, {@code croissant} and {@code table1.csv}.
     *
     * @throws dev.fer4j.core.PlanException if there is a leak between splits, or too little in one
     */
    List<Composition> compose(
            List<Condition> conditions, List<Manifest> manifests, LeakageGate gate)
            throws IOException {
        List<Composition> compositions = new ArrayList<>();
        for (CategorySplit split : settings.splits()) {
            for (Condition condition : conditions) {
                Composition composition = Composition.compose(condition, split, manifests, gate);
                write(composition);
                compositions.add(composition);
            }
        }
        WholeFile.writeString(
                settings.out().resolve("table1.csv"), Table1.forCsv(compositions).toCsv());
        return compositions;
    }

    private void write(Composition composition) throws IOException {
        Condition condition = composition.condition();
        CategorySplit split = composition.split();
        // The study's own split has the same names in a study with others beside it.
        String name =
                split.equals(settings.split()) ? condition.id() : condition.id() + "_" + split.id();
        CompositionFile.write(
                settings.out().resolve("composition").resolve(name + ".json"), composition);
        if (!condition.isControl()) {
            CroissantFile.write(
                    settings.out().resolve("croissant").resolve(name + ".json"),
                    condition.title(),
                    "Images of the condition '"
                            + condition.title()
                            + "' with their splits: train on "
                            + split.train()
                            + ", validate on "
                            + split.validate()
                            + ", test on "
                            + split.test()
                            + split.seen()
                                    .map(
                                            people ->
                                                    "; seen are "
                                                            + people.percent()
                                                            + " % of the training categories'"
                                                            + " people, who are held out of"
                                                            + " training")
                                    .orElse(""),
                    composition.manifests(),
                    composition.splits());
        }
    }

    /** How much there is of everything. */
    static String composed(Composition composition, boolean withSplit) {
        return composition.condition().title()
                + (withSplit ? ", " + composition.split().id() : "")
                + ": "
                + composition.samples(Split.TRAIN).size()
                + " images train"
                + (Table1.isDrawnOtherwise(composition)
                        ? " (" + composition.training().drawn() + " drawn in an epoch), "
                        : ", ")
                + composition.samples(Split.VALIDATE).size()
                + " validate, "
                + composition.samples(Split.TEST).size()
                + " test"
                + (composition.seen().isEmpty()
                        ? ""
                        : ", "
                                + composition.seen().size()
                                + " are of held-out people of the training categories");
    }
}
