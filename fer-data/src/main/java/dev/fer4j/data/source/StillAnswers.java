package dev.fer4j.data.source;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.core.answer.GenderColumn;
import dev.fer4j.core.answer.LabelAnswers;
import dev.fer4j.core.answer.LabelColumn;
import dev.fer4j.core.answer.NoAnswer;
import dev.fer4j.data.source.internal.Ages;
import dev.fer4j.data.source.internal.CategoryNames;
import dev.fer4j.data.source.internal.ImageFolder;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the answers in the descriptions of stills, whose meaning may depend on those in other rows.
 * Answers that cannot be read are reported to the folder.
 *
 * @param images the folder
 * @param labels the column of labels
 * @param genders the column of genders
 */
record StillAnswers(ImageFolder images, LabelColumn labels, GenderColumn genders) {

    static StillAnswers of(StillLabels stills, LabelAnswers answers) {
        return new StillAnswers(
                stills.images(),
                LabelColumn.of(column(stills, "label"), answers),
                GenderColumn.of(column(stills, "gender")));
    }

    private static List<String> column(StillLabels stills, String name) {
        return stills.entries().stream().map(entry -> entry.row().cell(name)).toList();
    }

    /** The label of an image; empty if it is blank or not known, which is reported. */
    Optional<Label> label(StillLabels.Entry entry) {
        String text = entry.row().cell("label");
        if (text.isEmpty()) {
            images.report(Problem.Kind.NO_LABEL, entry.where(), "has no label");
            return Optional.empty();
        }
        Optional<Label> label = labels.label(text);
        if (label.isEmpty()) {
            images.report(
                    Problem.Kind.UNKNOWN_LABEL,
                    entry.where(),
                    labels.reason(text),
                    labels.mend(text, "correct the entry or the folder"));
        }
        return label;
    }

    Demographics demographics(StillLabels.Entry entry) {
        return new Demographics(
                value(entry, "gender", genders::gender, "is not a known gender"),
                value(entry, "age", Ages::parse, "is not an age from 0 to 130"));
    }

    Optional<AdCategory> category(StillLabels.Entry entry) {
        return value(
                entry,
                "category",
                CategoryNames::read,
                "has no letter a to z to name a category by");
    }

    private <T> Optional<T> value(
            StillLabels.Entry entry,
            String column,
            Function<String, Optional<T>> parser,
            String otherwise) {
        String text = entry.row().cell(column);
        if (NoAnswer.is(text)) {
            return Optional.empty();
        }
        Optional<T> value = parser.apply(text);
        if (value.isEmpty()) {
            images.report(
                    Problem.Kind.UNUSED_VALUE,
                    entry.where(),
                    "'%s' %s, and counts as unknown".formatted(text, otherwise),
                    "correct the cell");
        }
        return value;
    }
}
