package dev.fer4j.eval.report.section;

import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.report.figure.StudyFigures;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The section that explains a study's control conditions and how to interpret them. */
public final class ControlSection {

    private static final String WHAT =
            "A control condition has the images of its own sources and is trained for as long as"
                + " the condition that it is named after. Duplicated: copies of images that are"
                + " augmented exactly like their originals in an epoch. Augmented: copies that are"
                + " each augmented independently. As many updates: an epoch continues with further"
                + " passes over the same images. All draw as many images in an epoch, so they"
                + " update the weights equally often.";

    private static final String READING =
            "How to read them: if a condition is better than the reference and its controls are"
                + " too, longer training explains the gain as well as the added images do. If it is"
                + " better than its controls, its images made a difference and not just their"
                + " number, as far as the intervals under Inference show. Which property of the"
                + " images matters remains open: a control also keeps the people and the prevalence"
                + " that its own sources have in training.";

    private ControlSection() {}

    /** The section, or empty if the study has no controls. */
    public static Optional<Section> section(StudyResult study, StudyInference inference) {
        if (study.plan().conditions().stream().noneMatch(Condition::isControl)) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(WHAT));
        blocks.add(new Block.Paragraph(READING));
        StudyFigures.controlDifferences(study.plan(), inference)
                .ifPresent(figure -> blocks.add(new Block.FigureBlock(figure)));
        StudyFigures.controls(study, inference)
                .forEach(figure -> blocks.add(new Block.FigureBlock(figure)));
        return Optional.of(new Section("Control conditions", blocks));
    }
}
