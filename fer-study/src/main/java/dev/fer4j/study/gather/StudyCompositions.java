package dev.fer4j.study.gather;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.FileNames;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.CompositionFile;
import dev.fer4j.data.manifest.CroissantFile;
import dev.fer4j.study.settings.StudySettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The training, validation and test sets of each condition and category split, with the files that
 * document them.
 */
public final class StudyCompositions {

    private final StudySettings settings;

    /** Creates the compositions of a study. */
    public StudyCompositions(StudySettings settings) {
        this.settings = settings;
    }

    /**
     * Composes the data of each condition, and writes {@code composition} and {@code croissant}.
     *
     * @throws dev.fer4j.core.PlanException if there is a leak between splits, or a split has too
     *     few images
     */
    public List<Composition> compose(List<Condition> conditions, StudyData data)
            throws IOException {
        List<Composition> compositions = new ArrayList<>();
        for (CategorySplit split : settings.splits()) {
            for (Condition condition : conditions) {
                Composition composition =
                        Composition.compose(condition, split, data.manifests(), data.gate());
                write(composition);
                compositions.add(composition);
            }
        }
        return compositions;
    }

    private void write(Composition composition) throws IOException {
        Condition condition = composition.condition();
        CategorySplit split = composition.split();
        // Names for the study's own split are the same with and without rotations.
        String name =
                split.equals(settings.split())
                        ? condition.id()
                        : FileNames.bounded(condition.id() + "_" + split.id(), Cell.LONGEST_ID);
        CompositionFile.write(
                settings.folder().resolve("composition").resolve(name + ".json"), composition);
        if (!condition.isControl()) {
            CroissantFile.write(
                    settings.folder().resolve("croissant").resolve(name + ".json"),
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
                    composition.splits(),
                    settings.labelNames());
        }
    }

    /** Whether the length of an epoch differs from the number of training images. */
    public static boolean isDrawnOtherwise(Composition composition) {
        return composition.training().drawn() != composition.counts().train().total();
    }

    /** Returns the number of images of each split, on one line. */
    public static String composed(Composition composition, boolean withSplit) {
        return composition.condition().title()
                + (withSplit ? ", " + composition.split().id() : "")
                + ": "
                + composition.samples(Split.TRAIN).size()
                + " images train"
                + (isDrawnOtherwise(composition)
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
