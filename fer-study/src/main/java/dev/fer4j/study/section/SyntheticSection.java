package dev.fer4j.study.section;

import dev.fer4j.core.Label;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.synthesis.audit.DemographicShift;
import dev.fer4j.synthesis.audit.LabelPreservation;
import dev.fer4j.synthesis.audit.Memorization;
import dev.fer4j.synthesis.audit.SyntheticAudit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Audits of synthetic images as a section of a report, and as text. */
public final class SyntheticSection {

    private static final int LISTED = 10;

    private SyntheticSection() {}

    /**
     * Returns the audit as a section of a report.
     *
     * @param names of the labels
     */
    public static Section of(SyntheticAudit audit, LabelNames names) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(compared(audit)));
        blocks.add(new Block.TableBlock(distances(audit)));
        blocks.add(new Block.TableBlock(copies(audit)));
        audit.labels()
                .ifPresent(labels -> blocks.add(new Block.Paragraph(preserved(labels, names))));
        blocks.add(new Block.Paragraph(diversity(audit)));
        blocks.add(new Block.TableBlock(groups(audit.shift(), names)));
        return new Section("Synthetic images", blocks);
    }

    private static String compared(SyntheticAudit audit) {
        return audit.synthetic()
                + " synthetic images beside "
                + audit.real()
                + " real training images. Distances are between features of "
                + audit.features()
                + ", so they cannot be compared with published ones, which are Inception's.";
    }

    private static Table distances(SyntheticAudit audit) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "Kernel distance (KID)",
                        number(audit.kernelDistance().value())
                                + audit.kernelDistance()
                                        .deviation()
                                        .map(d -> " ± " + number(d))
                                        .orElse(""),
                        "0 if both sets have the same distribution; an unbiased estimate, which"
                                + " can be below 0, above all with few images; preferable below"
                                + " 10,000 images"));
        rows.add(
                List.of(
                        "Fréchet distance (FID)",
                        number(audit.frechetDistance().value()),
                        "biased upwards with few images: comparable only at equal numbers"));
        audit.precisionRecall()
                .ifPresent(
                        pr -> {
                            rows.add(
                                    List.of(
                                            "Precision",
                                            number(pr.precision()),
                                            "share of synthetic images that look like real ones"));
                            rows.add(
                                    List.of(
                                            "Recall",
                                            number(pr.recall()),
                                            "share of real images that could be synthetic ones"));
                        });
        audit.densityCoverage()
                .ifPresent(
                        dc -> {
                            rows.add(
                                    List.of(
                                            "Density",
                                            number(dc.density()),
                                            "about 1 if both sets have the same distribution"));
                            rows.add(
                                    List.of(
                                            "Coverage",
                                            number(dc.coverage()),
                                            "share of real images with a synthetic one nearby"));
                        });
        return new Table(
                "Distance to real images",
                List.of(Column.left("What"), Column.right("Value"), Column.left("Reading")),
                rows,
                "");
    }

    private static Table copies(SyntheticAudit audit) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, Memorization> set : audit.memorization().entrySet()) {
            Memorization found = set.getValue();
            rows.add(
                    List.of(
                            set.getKey(),
                            number(found.medianDistance()),
                            found.people().map(p -> number(p.median())).orElse("–"),
                            found.people().map(p -> number(p.onePercent())).orElse("–"),
                            Integer.toString(found.copiesOfOthers().size()),
                            Integer.toString(found.copiesOfParents().size())));
        }
        return new Table(
                "Nearest real image of each synthetic one",
                Stream.concat(
                                Stream.of(Column.left("Real images")),
                                Stream.of(
                                                "Median distance",
                                                "Between people, median",
                                                "Between people, 1 %",
                                                "Copies of others",
                                                "Copies of parents")
                                        .map(Column::right))
                        .toList(),
                rows,
                "A copy lies nearer to a real image than 99 % of real images lie to those of any"
                    + " other person: in these features it shows that person. Images made from a"
                    + " frame are meant to keep its structure, and may show their parent; copies of"
                    + " others, and of validation or test participants, are a reason to stop.");
    }

    private static String preserved(LabelPreservation labels, LabelNames names) {
        return String.format(
                        Locale.ROOT,
                        "A classifier that was trained on real images agrees with the inherited"
                                + " label of %d of %d images (%.1f %%; %s %.1f %%, %s"
                                + " %.1f %%) at threshold %.3f.",
                        labels.kept().size(),
                        labels.kept().size() + labels.dropped().size(),
                        100 * labels.agreement(),
                        names.inWords(Label.POSITIVE),
                        100 * labels.agreement(Label.POSITIVE),
                        names.inWords(Label.NOT_INTERESTED),
                        100 * labels.agreement(Label.NOT_INTERESTED),
                        labels.threshold())
                + labels.parents()
                        .map(SyntheticSection::preserved)
                        .orElse(
                                " Where it is wrong about real images, it is wrong about these"
                                        + " too.");
    }

    private static String preserved(LabelPreservation.Parents parents) {
        return String.format(
                Locale.ROOT,
                " It agrees with the label of %d of the %d real frames from which they were made"
                    + " (%.1f %%), and among the images of these frames with %d of %d (%.1f %%):"
                    + " this is the share that keeps a label that its frame shows.",
                parents.confirmed(),
                parents.frames(),
                100 * parents.agreement(),
                parents.preserved(),
                parents.images(),
                100 * parents.preservation());
    }

    private static String diversity(SyntheticAudit audit) {
        return "Two images of one parent lie "
                + audit.diversity().mean().map(SyntheticSection::number).orElse("–")
                + " apart on average; two frames of one real recording "
                + audit.diversity().frames().map(SyntheticSection::number).orElse("–")
                + ", two frames of different recordings "
                + audit.diversity().people().map(SyntheticSection::number).orElse("–")
                + ".";
    }

    private static Table groups(DemographicShift shift, LabelNames names) {
        List<List<String>> rows = new ArrayList<>();
        shift.columns()
                .forEach(
                        (column, groups) ->
                                groups.forEach(
                                        (group, shares) ->
                                                rows.add(
                                                        List.of(
                                                                column,
                                                                column.equals(
                                                                                DemographicShift
                                                                                        .LABEL)
                                                                        ? names.of(
                                                                                Label.valueOf(
                                                                                        group))
                                                                        : group,
                                                                percent(shares.real()),
                                                                percent(shares.synthetic())))));
        return new Table(
                "Groups among real training images and synthetic ones",
                List.of(
                        Column.left("By"),
                        Column.left("Group"),
                        Column.right("Real"),
                        Column.right("Synthetic")),
                rows,
                "A synthetic image counts towards its parent's group; whether its face still"
                        + " looks like that group was not checked.");
    }

    /** Returns the audit as text for a terminal. */
    public static String toText(SyntheticAudit audit, LabelNames names) {
        StringBuilder text = new StringBuilder();
        text.append(compared(audit)).append("\n\n");
        text.append(distances(audit).toText()).append('\n');
        text.append(copies(audit).toText()).append('\n');
        for (Map.Entry<String, Memorization> set : audit.memorization().entrySet()) {
            for (Memorization.Nearest copy :
                    set.getValue().copiesOfOthers().stream().limit(LISTED).toList()) {
                text.append("Copy of another (")
                        .append(set.getKey())
                        .append("): ")
                        .append(copy.image())
                        .append(" of ")
                        .append(copy.real())
                        .append(", distance ")
                        .append(number(copy.distance()))
                        .append('\n');
            }
        }
        audit.labels()
                .map(labels -> preserved(labels, names))
                .ifPresent(line -> text.append(line).append('\n'));
        text.append(diversity(audit)).append("\n\n");
        text.append(groups(audit.shift(), names).toText());
        return text.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
