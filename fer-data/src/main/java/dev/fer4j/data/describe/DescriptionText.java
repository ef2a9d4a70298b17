package dev.fer4j.data.describe;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.Maps;
import dev.fer4j.core.AdCategory;
import java.util.Locale;
import java.util.Map;

/** A description as aligned text. */
final class DescriptionText {

    private DescriptionText() {}

    static String of(DatasetDescription description) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%s: %d recordings (%d clips), %d stills, %d people",
                description.source(),
                description.recordings(),
                description.clips(),
                description.stills(),
                description.participants());
        line(
                text,
                "  %-20s %10s %6s %6s %6s %10s %10s",
                "category",
                "recordings",
                "clips",
                "stills",
                "people",
                "interested",
                "prevalence");
        for (CategoryDescription category : description.categories()) {
            line(
                    text,
                    "  %-20s %10d %6d %6d %6d %10d %10s",
                    category.category().map(AdCategory::id).orElse("unknown"),
                    category.recordings(),
                    category.clips(),
                    category.stills(),
                    category.participants(),
                    category.interested(),
                    category.prevalence()
                            .map(share -> String.format(Locale.ROOT, "%.3f", share))
                            .orElse("-"));
        }
        line(text, "  labels: %s (positive class: INTERESTED)", counts(description.labels()));
        line(text, "  people by gender: %s", counts(description.peopleByGender()));
        line(
                text,
                "  not used: %s",
                counts(Maps.filterKeys(description.problems(), kind -> !kind.isUsed())));
        return text.toString();
    }

    private static String counts(Map<?, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(joining(", "));
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
