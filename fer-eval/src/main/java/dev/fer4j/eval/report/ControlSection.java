package dev.fer4j.eval.report;

import dev.fer4j.core.Condition;
import dev.fer4j.eval.inference.StudyInference;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what a study's control conditions are, and how they are read. */
final class ControlSection {

    private static final String WHAT =
            "A control condition has the images of its own sources and trains as long as the"
                + " condition that it is named after. Duplicated: copies of images that are"
                + " augmented exactly as their originals in an epoch. Augmented: copies that are"
                + " each augmented by themselves. As many updates: an epoch goes on into further"
                + " passes over the same images. All draw as many images in an epoch, so they"
                + " update the weights as often.";

    private static final String READING =
            "How to read them: where a condition is better than the reference and its controls are"
                + " too, longer training explains the gain as well as the added images do. Where it"
                + " is better than its controls, its images made a difference and not their number"
                + " alone, as far as the intervals under Inference tell. What it is about the"
                + " images stays open: a control also keeps the people and the share of interested"
                + " images that its own sources have in training.";

    private ControlSection() {}

    /** Empty if the study has no controls. */
    static Optional<Section> section(StudyResult study, StudyInference inference) {
        if (study.plan().conditions().stream().noneMatch(Condition::isControl)) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(WHAT));
        blocks.add(new Block.Paragraph(READING));
        StudyFigures.controlDifferences(study.plan(), inference)
                .ifPresent(figure -> blocks.add(new Block.FigureBlock(figure)));
        StudyFigures.controls(study).forEach(figure -> blocks.add(new Block.FigureBlock(figure)));
        return Optional.of(new Section("Control conditions", blocks));
    }
}
