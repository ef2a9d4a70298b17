package dev.fer4j.core.answer;

import com.google.common.base.CharMatcher;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How answers are compared. */
final class AnswerKey {

    /** A number, possibly followed by what it means, as in {@code 5 (very much)}. */
    private static final Pattern CODE =
            Pattern.compile("([+-]?[0-9]{1,18}(?:[.,][0-9]{1,18})?)(?![0-9.,]*[\\p{L}0-9]).*");

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}(?:[.,][0-9]{1,18})?");

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}_-]+");

    private AnswerKey() {}

    /** The number that an answer consists of, without needless zeros; empty for other answers. */
    static Optional<BigDecimal> number(String answer) {
        String text = CharMatcher.whitespace().trimFrom(answer);
        return NUMBER.matcher(text).matches() ? Optional.of(decimal(text)) : Optional.empty();
    }

    /** The number that an answer consists of or begins with. */
    static Optional<BigDecimal> code(String answer) {
        Matcher matcher = CODE.matcher(CharMatcher.whitespace().trimFrom(answer));
        return matcher.matches() ? Optional.of(decimal(matcher.group(1))) : Optional.empty();
    }

    private static BigDecimal decimal(String text) {
        BigDecimal value = new BigDecimal(text.replace(',', '.'));
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /** Equal for answers that are the same number, or the same words but for case and blanks. */
    static String of(String answer) {
        return number(answer)
                .map(BigDecimal::toPlainString)
                .orElseGet(
                        () ->
                                SEPARATORS
                                        .matcher(
                                                Normalizer.normalize(answer, Normalizer.Form.NFKC)
                                                        .toLowerCase(Locale.ROOT))
                                        .replaceAll(" ")
                                        .strip());
    }
}
