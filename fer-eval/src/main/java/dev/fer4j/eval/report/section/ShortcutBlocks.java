package dev.fer4j.eval.report.section;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.Label;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.probe.SourceAssociation;
import dev.fer4j.eval.probe.SourceProbeResult;
import dev.fer4j.eval.probe.StudyChecks;
import dev.fer4j.eval.probe.StudyChecks.Shortcut;
import dev.fer4j.eval.probe.StudyChecks.TrainingSet;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether the source can serve as a proxy for the label: verdicts in words, and tables.
 *
 * @param checks the results of the checks
 * @param names of the labels
 */
record ShortcutBlocks(StudyChecks checks, LabelNames names) {

    /**
     * The probe of whether sources can be told apart, and its result.
     *
     * @param who what the probe uses, in words
     */
    private record Asked(String who, SourceProbeResult probe) {

        String toldApart(LabelNames names) {
            return String.format(
                    Locale.ROOT,
                    "%s from %s by %s, among images that are %s (ROC AUC %s)",
                    probe.first(),
                    probe.second(),
                    who,
                    names.of(probe.label()),
                    probe.auc().format(3));
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (TrainingSet set : checks.trainingSets()) {
            if (checks.shortcut(set) == Shortcut.OPEN) {
                blocks.add(new Block.Warning(words(set)));
            } else {
                others.add(words(set));
            }
        }
        if (!others.isEmpty()) {
            blocks.add(new Block.Points(others));
        }
        blocks.add(new Block.TableBlock(associations()));
        if (asked().findAny().isPresent()) {
            blocks.add(new Block.TableBlock(probes()));
        }
        return blocks;
    }

    private Stream<Asked> asked() {
        return Stream.concat(
                checks.byNumbers().stream().map(probe -> new Asked("simple numbers", probe)),
                checks.byNetwork().stream().map(probe -> new Asked("the study's network", probe)));
    }

    private String words(TrainingSet set) {
        String title = set.condition().title() + ": ";
        return title
                + switch (checks.shortcut(set)) {
                    case NONE -> "it is trained on one source, so there is nothing to tell apart.";
                    case UNKNOWN -> "no verdict. " + undefined(set) + ".";
                    case NOT_SHOWN ->
                            (hasEqualShares(set)
                                            ? "all its sources have the same share of "
                                                    + names.inWords(Label.POSITIVE)
                                                    + " images, so the source says nothing about"
                                                    + " the label. "
                                            : worth(set)
                                                    + ", not significantly above chance (0.5), so"
                                                    + " no shortcut was found. ")
                                    + apart(set);
                    case NOT_TOLD_APART ->
                            worth(set)
                                    + ", above chance (0.5). "
                                    + apart(set)
                                    + " A larger network may still tell them apart.";
                    case OPEN ->
                            worth(set)
                                    + ", above chance (0.5). "
                                    + apart(set)
                                    + " So its model can look good in training by telling sources"
                                    + " apart. All test images are from "
                                    + set.condition().evaluationSource()
                                    + ", where that does not help: what this condition gains or"
                                    + " loses may be due to it. Equal shares of "
                                    + names.inWords(Label.POSITIVE)
                                    + " images, by caps, would remove the shortcut.";
                };
    }

    private static boolean hasEqualShares(TrainingSet set) {
        return set.association().images().labelAuc().equals(Outcome.of(0.5));
    }

    /** The performance of a classifier that knows only the source. */
    private static String worth(TrainingSet set) {
        SourceAssociation association = set.association();
        return "a classifier that uses nothing but the source of a training image has a ROC AUC of "
                + association.images().labelAuc().format(3)
                + association
                        .interval()
                        .result()
                        .map(interval -> " (95% interval over people: " + interval.toText(3) + ")")
                        .orElse("");
    }

    private String apart(TrainingSet set) {
        List<SourceProbeResult> own = checks.probesOf(set.condition());
        List<Asked> told =
                asked().filter(asked -> own.contains(asked.probe()))
                        .filter(asked -> isToldApart(asked.probe()))
                        .toList();
        if (!told.isEmpty()) {
            return "The images reveal their source: "
                    + told.stream().map(asked -> asked.toldApart(names)).collect(joining("; "))
                    + ".";
        }
        return own.stream().anyMatch(p -> p.verdict() == SourceProbeResult.Verdict.NOT_TOLD_APART)
                ? "As far as was probed, images do not reveal their source."
                : "Whether images reveal their source is not known.";
    }

    private static boolean isToldApart(SourceProbeResult probe) {
        return probe.verdict() == SourceProbeResult.Verdict.TOLD_APART;
    }

    private String undefined(TrainingSet set) {
        return set.association()
                .interval()
                .undefinedBecause()
                .map(reason -> "How far the source predicts the label has no interval: " + reason)
                .orElse(
                        "The source predicts the label, and whether images reveal their source is"
                                + " not known");
    }

    private Table associations() {
        return new Table(
                "What the source of a training image says about its label",
                List.of(
                        Column.left("Condition"),
                        Column.left("Sources"),
                        Column.right("Images"),
                        Column.right("People"),
                        Column.right(names.atStart(Label.POSITIVE)),
                        Column.right("ROC AUC of the label"),
                        Column.right("95% interval"),
                        Column.right("By recording"),
                        Column.right("Cramér's V")),
                checks.trainingSets().stream().map(ShortcutBlocks::row).toList(),
                "Images, people and the share of "
                        + names.inWords(Label.POSITIVE)
                        + " images are in the order of the sources. The ROC AUC is that of a"
                        + " classifier that ranks images by the share of their source: 0.5 if all"
                        + " shares are equal, and otherwise the most that the appearance of sources"
                        + " can gain in training. Its interval covers other people of the same"
                        + " sources; among sources with equal shares one in twenty lies above 0.5"
                        + " by chance. Cramér's V is 0 if shares are equal and 1 if the source is"
                        + " the label.");
    }

    private static List<String> row(TrainingSet set) {
        SourceAssociation association = set.association();
        return List.of(
                set.condition().title(),
                bySource(association, SourceAssociation.Row::source),
                bySource(association, row -> Long.toString(row.interested() + row.notInterested())),
                bySource(association, row -> Long.toString(row.people())),
                bySource(association, row -> String.format(Locale.ROOT, "%.3f", row.prevalence())),
                association.images().labelAuc().format(3),
                bounds(association.interval()),
                association.recordings().labelAuc().format(3),
                association.images().cramersV().format(3));
    }

    private static String bySource(
            SourceAssociation association, Function<SourceAssociation.Row, String> text) {
        return association.rows().stream().map(text).collect(joining(" · "));
    }

    private Table probes() {
        return new Table(
                "Whether the sources of training images can be told apart",
                List.of(
                        Column.left("Sources"),
                        Column.left("Among images that are"),
                        Column.left("Asked"),
                        Column.right("Images"),
                        Column.right("People"),
                        Column.right("ROC AUC of the source"),
                        Column.right("95% interval"),
                        Column.left("Verdict")),
                asked().map(this::row).toList(),
                "Probed within a class, so that the label cannot help, and tested on people not"
                    + " trained on: no one is on both sides of a fold, and a synthetic image"
                    + " belongs to the person from whose frame it was made. Simple statistics:"
                    + " logistic regression on colours, contrast and texture at the network's input"
                    + " size. Not told apart means: not by this probe."
                        + (checks.byNetwork().isEmpty()
                                ? " The study's own network was not used as a probe."
                                : ""));
    }

    private List<String> row(Asked asked) {
        SourceProbeResult probe = asked.probe();
        return List.of(
                probe.first() + " or " + probe.second(),
                names.of(probe.label()),
                asked.who(),
                sum(probe.imagesOfFirst(), probe.imagesOfSecond()),
                sum(probe.peopleOfFirst(), probe.peopleOfSecond()),
                probe.auc().format(3),
                bounds(probe.interval()),
                verdict(probe));
    }

    private static String sum(long first, long second) {
        return first + second == 0 ? "–" : first + " + " + second;
    }

    private static String verdict(SourceProbeResult probe) {
        return switch (probe.verdict()) {
            case TOLD_APART -> "told apart";
            case NOT_TOLD_APART -> "not told apart";
            case UNKNOWN ->
                    "no verdict: "
                            + probe.auc()
                                    .undefinedBecause()
                                    .orElse("too few people for an interval");
        };
    }

    private static String bounds(Finding<Interval> interval) {
        return interval.result().map(i -> i.toText(3)).orElse("undefined");
    }
}
