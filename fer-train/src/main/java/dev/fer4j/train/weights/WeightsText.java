package dev.fer4j.train.weights;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as text that fits on a screen. */
record WeightsText(WeightsReport report) {

    private static final int WIDTH = 100;
    private static final int MOST_NOTES = 4;
    private static final int MOST_REASONS = 3;

    /** The number of entries that are listed for one outcome, or for several together. */
    private static final int MOST_ENTRIES = 10;

    String text() {
        List<String> lines = new ArrayList<>(counts());
        report.notes().stream().limit(MOST_NOTES).forEach(note -> lines.add("  note: " + note));
        for (WeightOutcome outcome : WeightOutcome.values()) {
            if (outcome == WeightOutcome.KEPT || outcome == WeightOutcome.SKIPPED) {
                addReasons(report.entries(outcome), lines);
            }
        }
        List<WeightOutcome> refused = refused();
        for (WeightOutcome outcome : refused) {
            addEntries(report.entries(outcome), MOST_ENTRIES / refused.size(), lines);
        }
        return lines.stream().map(WeightsText::clipped).collect(Collectors.joining("\n")) + "\n";
    }

    private List<String> counts() {
        String name = report.file() + " (" + report.format() + "):";
        String counts =
                Stream.of(WeightOutcome.values())
                        .map(o -> report.count(o) + " " + o.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        return name.length() + 1 + counts.length() <= WIDTH
                ? List.of(name + " " + counts)
                : List.of(name, "  " + counts);
    }

    /** The outcomes that prevent loading. If nothing matches, everything is missing. */
    private List<WeightOutcome> refused() {
        boolean nothing = report.matches() == 0 && report.count(WeightOutcome.UNEXPECTED) > 0;
        return Stream.of(WeightOutcome.values())
                .filter(outcome -> !outcome.acceptable() && report.count(outcome) > 0)
                .filter(outcome -> !nothing || outcome != WeightOutcome.MISSING)
                .toList();
    }

    private static void addReasons(List<WeightEntry> entries, List<String> lines) {
        Map<String, List<WeightEntry>> byReason =
                entries.stream()
                        .collect(groupingBy(WeightEntry::note, LinkedHashMap::new, toList()));
        byReason.values().stream().limit(MOST_REASONS).forEach(same -> lines.add(reason(same)));
        int left = byReason.values().stream().skip(MOST_REASONS).mapToInt(List::size).sum();
        if (left > 0) {
            lines.add("  … and " + left + " more");
        }
    }

    private static String reason(List<WeightEntry> same) {
        WeightEntry first = same.get(0);
        String more =
                same.size() == 2
                        ? ", " + same.get(1).name()
                        : same.size() > 2 ? " and " + (same.size() - 1) + " more" : "";
        return "  "
                + first.outcome().name().toLowerCase(Locale.ROOT)
                + ": "
                + first.name()
                + more
                + first.noteText();
    }

    private static void addEntries(List<WeightEntry> entries, int most, List<String> lines) {
        entries.stream().limit(most).forEach(entry -> lines.add("  " + entry.toText()));
        if (entries.size() > most) {
            lines.add("  … and " + (entries.size() - most) + " more");
        }
    }

    private static String clipped(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }
}
