package dev.fer4j.data.describe;

import dev.fer4j.core.AdCategory;
import dev.fer4j.data.describe.ProfileRow.Quantity;
import java.math.BigDecimal;
import java.util.Locale;

/** A comparison as aligned text. */
final class ComparisonText {

    private ComparisonText() {}

    static String of(ProfileComparison comparison) {
        StringBuilder text = new StringBuilder();
        text.append("against the profile '").append(comparison.profile()).append("':\n");
        line(text, "quantity", "found", "expected", "difference", "probable reason");
        for (ProfileRow row : comparison.rows()) {
            line(
                    text,
                    row.category().map(AdCategory::id).orElse("all")
                            + " "
                            + row.quantity().name().toLowerCase(Locale.ROOT),
                    row.found().map(value -> number(row.quantity(), "", value)).orElse("-"),
                    number(row.quantity(), "", row.expected()),
                    row.difference().map(value -> difference(row.quantity(), value)).orElse("-"),
                    row.reason().orElse(""));
        }
        return text.toString();
    }

    private static String difference(Quantity quantity, BigDecimal value) {
        return value.signum() == 0 ? "0" : number(quantity, "+", value);
    }

    private static String number(Quantity quantity, String flag, BigDecimal value) {
        return quantity == Quantity.PREVALENCE
                ? String.format(Locale.ROOT, "%" + flag + ".3f", value)
                : String.format(Locale.ROOT, "%" + flag + "d", value.longValueExact());
    }

    private static void line(
            StringBuilder text,
            String quantity,
            String found,
            String expected,
            String difference,
            String reason) {
        text.append(
                        String.format(
                                        Locale.ROOT,
                                        "  %-31s %8s %8s %10s  %s",
                                        quantity,
                                        found,
                                        expected,
                                        difference,
                                        reason)
                                .stripTrailing())
                .append('\n');
    }
}
