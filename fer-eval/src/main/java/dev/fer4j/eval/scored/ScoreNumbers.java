package dev.fer4j.eval.scored;

import com.google.common.primitives.Doubles;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the scores of one file, with decimal points or, as spreadsheets of many countries write
 * them, decimal commas. A file has one kind of them only.
 */
final class ScoreNumbers {

    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?\\d*,\\d+([eE][+-]?\\d+)?");

    /** Could be one and a fraction, or more than a thousand. */
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

    private boolean points;
    private boolean commas;
    private boolean thousands;

    /** Reads a finite number; empty if the text is none. */
    Optional<Double> read(String text) {
        boolean withComma = WITH_COMMA.matcher(text).matches();
        Double number = Doubles.tryParse(withComma ? text.replace(',', '.') : text);
        if (number == null || !Double.isFinite(number)) {
            return Optional.empty();
        }
        boolean unclear = THOUSANDS.matcher(text).matches();
        thousands |= unclear;
        commas |= withComma && !unclear;
        points |= text.indexOf('.') >= 0;
        return Optional.of(number);
    }

    /** Why the numbers read so far cannot be understood; empty if they can. */
    Optional<String> problem() {
        if (points && (commas || thousands)) {
            return Optional.of("has scores with a decimal comma and others with a decimal point");
        }
        return thousands && !commas
                ? Optional.of(
                        "has scores such as 1,234, whose comma may separate decimals or thousands")
                : Optional.empty();
    }
}
