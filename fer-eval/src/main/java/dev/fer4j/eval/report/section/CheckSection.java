package dev.fer4j.eval.report.section;

import dev.fer4j.core.Label;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.eval.probe.StudyChecks;
import dev.fer4j.eval.probe.StudyChecks.TrainingSet;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Section;
import java.util.ArrayList;
import java.util.List;

/** The section on threats to a study's validity: shortcuts by source, and label leaks. */
public final class CheckSection {

    private static final String NOT_SHUFFLED =
            "Not checked: no model was trained on shuffled labels. Whether people, recordings or"
                    + " files are in several splits is always checked, under Data.";

    private CheckSection() {}

    /**
     * The section: verdicts in words, then the numbers behind them.
     *
     * @param names the names of the study's labels
     */
    public static Section of(StudyChecks checks, LabelNames names) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(why(names)));
        blocks.add(new Block.Heading("Can the source stand in for the label?"));
        blocks.addAll(new ShortcutBlocks(checks, names).blocks());
        blocks.add(new Block.Heading("Do labels leak?"));
        checks.labelShuffle()
                .ifPresentOrElse(
                        check ->
                                blocks.addAll(
                                        new ShuffleBlocks(
                                                        check,
                                                        checks.trainingSets().stream()
                                                                .map(TrainingSet::condition)
                                                                .toList(),
                                                        names)
                                                .blocks()),
                        () -> blocks.add(new Block.Paragraph(NOT_SHUFFLED)));
        return new Section("Shortcuts and leaks", blocks);
    }

    private static String why(LabelNames names) {
        return "Two ways in which a study can mislead itself. A model can learn what a source looks"
                + " like instead of what "
                + names.topic()
                + " looks like, if the share of "
                + names.inWords(Label.POSITIVE)
                + " images differs between the sources that it is trained on and the sources can be"
                + " told apart. And labels can leak to a model by other ways than its training"
                + " images.";
    }
}
