package dev.fer4j.train.doctor;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * All findings about this machine.
 *
 * @param findings in a fixed order
 */
public record Examination(List<MachineFinding> findings) {

    public Examination {
        findings = List.copyOf(findings);
        checkArgument(!findings.isEmpty(), "an examination finds something");
    }

    /** The worst status among the findings. */
    public MachineFinding.Status worst() {
        return findings.stream()
                .map(MachineFinding::status)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Returns one line for each finding and each remedy. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        for (MachineFinding finding : findings) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-8s %-18s %s%n",
                            finding.status().name().toLowerCase(Locale.ROOT),
                            finding.subject(),
                            finding.found()));
            if (!finding.mend().isEmpty()) {
                text.append(String.format(Locale.ROOT, "%27s → %s%n", "", finding.mend()));
            }
        }
        return text.toString();
    }
}
