package dev.fer4j.core.design;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Label;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The display names of the two classes of a study or model. Files that are read back, such as
 * manifests, contain the {@link Label} itself.
 *
 * @param negative name of the class that low probabilities indicate
 * @param positive name of the class that high probabilities indicate
 */
public record LabelNames(String negative, String positive) {

    /** The names of the paper's classes. */
    public static final LabelNames INTEREST =
            new LabelNames(Label.NOT_INTERESTED.name(), Label.INTERESTED.name());

    private static final Pattern CONSTANT = Pattern.compile("[A-Z]+(_[A-Z]+)*");

    /** Checks that the names differ and are not blank. */
    public LabelNames {
        checkArgument(
                !negative.isBlank() && !positive.isBlank() && !negative.equals(positive),
                "'%s' and '%s' are not names of two classes",
                negative,
                positive);
    }

    /** The name of a label. */
    public String of(Label label) {
        return label == Label.POSITIVE ? positive : negative;
    }

    /**
     * The name of a label within a sentence: {@code NOT_INTERESTED} is {@code not interested}.
     * Names that are not written like a constant are unchanged.
     */
    public String inWords(Label label) {
        String name = of(label);
        return CONSTANT.matcher(name).matches()
                ? name.toLowerCase(Locale.ROOT).replace('_', ' ')
                : name;
    }

    /** The name of a label at the beginning of a sentence or in a column header. */
    public String atStart(Label label) {
        String words = inWords(label);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The subject of the labels, within a sentence. */
    public String topic() {
        return equals(INTEREST) ? "interest" : "the label";
    }

    /** The name of a label in a CSV file: {@code NOT_INTERESTED} is {@code not-interested}. */
    public String inTables(Label label) {
        return inWords(label).replace(' ', '-');
    }
}
