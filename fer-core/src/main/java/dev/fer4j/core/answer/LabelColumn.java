package dev.fer4j.core.answer;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.Label;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The labels in a column of answers. If the column has numbers other than 0 and 1, such as those of
 * a scale from 1 to 5 or the codes 1 and 2, then no number in it is a label, not even 1, unless
 * {@link LabelAnswers} say which numbers are. Immutable.
 */
public final class LabelColumn {

    private static final List<BigDecimal> NO_AND_YES = List.of(BigDecimal.ZERO, BigDecimal.ONE);

    /** Numbers listed in messages. */
    private static final int LISTED = 8;

    private final LabelAnswers answers;
    private final Set<BigDecimal> otherNumbers;

    private LabelColumn(LabelAnswers answers, Set<BigDecimal> otherNumbers) {
        this.answers = answers;
        this.otherNumbers = otherNumbers;
    }

    /**
     * Creates a column.
     *
     * @param texts all cells of the column; blank ones are ignored
     * @param answers which answers are labels besides the known words
     */
    public static LabelColumn of(Collection<String> texts, LabelAnswers answers) {
        Set<BigDecimal> others = new TreeSet<>();
        for (String text : texts) {
            AnswerKey.code(text)
                    .filter(number -> !NO_AND_YES.contains(number))
                    .ifPresent(others::add);
        }
        return new LabelColumn(answers, others);
    }

    /** The label that an answer means; empty if it is not known to mean either. */
    public Optional<Label> label(String answer) {
        if (answers.isPositive(answer)) {
            return Optional.of(Label.POSITIVE);
        }
        if (answers.isNegative(answer)) {
            return Optional.of(Label.NOT_INTERESTED);
        }
        return isNumberWithoutMeaning(answer) ? Optional.empty() : Label.parse(answer);
    }

    private boolean isNumberWithoutMeaning(String answer) {
        return AnswerKey.number(answer).isPresent()
                && (answers.nameNumbers() || !otherNumbers.isEmpty());
    }

    /** Why an answer is not a label, for messages: a clause without a subject. */
    public String reason(String answer) {
        if (AnswerKey.code(answer).isEmpty()) {
            return ("'%s' is neither yes nor no (nor y, n, interested, not interested,"
                            + " uninterested, true, false, 1, 0)")
                    .formatted(answer);
        }
        if (answers.nameNumbers()) {
            return "'%s' is neither a positive answer (%s) nor a negative one (%s)"
                    .formatted(answer, listed(answers.positive()), listed(answers.negative()));
        }
        return ("'%s' is neither yes nor no: where the column has other numbers (%s), 1 and 0 do"
                        + " not mean yes and no")
                .formatted(
                        answer,
                        listed(otherNumbers.stream().map(BigDecimal::toPlainString).toList()));
    }

    private static String listed(Collection<String> texts) {
        String listed = texts.stream().limit(LISTED).collect(joining(", "));
        return texts.isEmpty() ? "none given" : listed + (texts.size() > LISTED ? ", …" : "");
    }

    /**
     * The likely remedy for an answer that is not a label.
     *
     * @param correction the remedy if it is a typing error
     */
    public String mend(String answer, String correction) {
        return AnswerKey.code(answer).isEmpty()
                ? correction
                : "say which answers are labels, for example --positive 4,5 --negative 1,2";
    }
}
