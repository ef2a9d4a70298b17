package dev.fer4j.eval.report.section;

import static java.util.stream.Collectors.joining;

import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.report.literature.EvaluationMethods;
import dev.fer4j.eval.report.literature.MethodNotes;
import dev.fer4j.eval.report.literature.Methods;
import dev.fer4j.eval.report.literature.Methods.Sentence;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Citation;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The section with methods to paste into a paper, their citations, and notes on the numbers. */
public final class MethodsSection {

    private final StudyResult study;
    private final List<List<Sentence>> paragraphs = new ArrayList<>();

    public MethodsSection(StudyResult study, StudyInference inference, Methods methods) {
        this.study = study;
        EvaluationMethods evaluation = new EvaluationMethods(study, inference);
        paragraphs.add(evaluation.design());
        paragraphs.add(methods.data());
        paragraphs.add(methods.training());
        paragraphs.add(evaluation.metrics());
        paragraphs.add(evaluation.statistics());
    }

    public Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("To paste into a paper"));
        for (List<Sentence> paragraph : paragraphs) {
            if (!paragraph.isEmpty()) {
                blocks.add(
                        new Block.Paragraph(
                                paragraph.stream().map(Sentence::toText).collect(joining(" "))));
            }
        }
        blocks.add(new Block.Heading("Works cited, as BibTeX"));
        blocks.add(new Block.Verbatim(bibTeX()));
        blocks.add(new Block.Heading("How to read the numbers"));
        MethodNotes.texts(study).forEach(text -> blocks.add(new Block.Paragraph(text)));
        return new Section("Methods", blocks);
    }

    private String bibTeX() {
        Set<Citation> cited = new LinkedHashSet<>();
        paragraphs.forEach(
                sentences -> sentences.forEach(sentence -> cited.addAll(sentence.cited())));
        return cited.stream().map(Citation::toBibTeX).collect(joining("\n\n"));
    }
}
