package dev.fer4j.eval.report.section;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.probe.LabelShuffle;
import dev.fer4j.eval.probe.LabelShuffleCheck;
import dev.fer4j.eval.probe.ProbeImage;
import dev.fer4j.eval.probe.SourceProbe;
import dev.fer4j.eval.probe.SourceProbeResult;
import dev.fer4j.eval.probe.StudyChecks;
import dev.fer4j.eval.probe.StudyChecks.Shortcut;
import dev.fer4j.eval.probe.StudyChecks.TrainingSet;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckSectionTest {

    private static final Condition BOTH = Condition.BASELINE_YOUTUBE;

    /** Ten people of a source with ten images each, so many of them interested. */
    private static List<Sample> images(String source, int interested) {
        List<Sample> samples = new ArrayList<>();
        for (int p = 0; p < 10; p++) {
            for (int i = 0; i < 10; i++) {
                String person = source + "-" + p;
                samples.add(
                        new Sample(
                                person + "/" + i,
                                Path.of("/images/" + person + i).toAbsolutePath(),
                                i < interested + (p % 3 - 1)
                                        ? Label.INTERESTED
                                        : Label.NOT_INTERESTED,
                                person,
                                person + "/" + i,
                                Optional.empty(),
                                Optional.empty(),
                                source,
                                new Origin.StillImage(person),
                                Demographics.UNKNOWN,
                                Rights.UNKNOWN,
                                "0".repeat(64)));
            }
        }
        return samples;
    }

    private static List<Sample> training(int ofBaseline, int ofYoutube) {
        return Stream.concat(
                        images("baseline", ofBaseline).stream(),
                        images("youtube", ofYoutube).stream())
                .toList();
    }

    /** Asks one noisy number that differs by so much between the sources. */
    private static List<SourceProbeResult> probes(List<Sample> training, double telltale) {
        RandomGenerator random = new Seed(3).generator();
        List<ProbeImage> images =
                training.stream()
                        .map(
                                sample ->
                                        ProbeImage.of(
                                                sample,
                                                random.nextGaussian()
                                                        + (sample.source().equals("youtube")
                                                                ? telltale
                                                                : 0)))
                        .toList();
        SourceProbe probe = new SourceProbe("youtube", "baseline", new Seed(1));
        return Stream.of(Label.values()).map(label -> probe.run(images, label)).toList();
    }

    private static StudyChecks checks(
            List<Sample> training, double telltale, Optional<LabelShuffleCheck> shuffle) {
        return new StudyChecks(
                List.of(
                        TrainingSet.of(Condition.BASELINE, images("baseline", 5)),
                        TrainingSet.of(BOTH, training)),
                probes(training, telltale),
                List.of(),
                shuffle);
    }

    private static Shortcut shortcut(StudyChecks checks) {
        return checks.shortcut(checks.trainingSets().get(1));
    }

    private static String text(StudyChecks checks) {
        Section section = CheckSection.of(checks, LabelNames.INTEREST);
        assertThat(section.title()).isEqualTo("Shortcuts and leaks");
        return section.blocks().stream().map(CheckSectionTest::text).collect(joining("\n"));
    }

    private static String text(Block block) {
        if (block instanceof Block.TableBlock table) {
            return table.table().toText();
        }
        if (block instanceof Block.Warning warning) {
            return "WARNING " + warning.text();
        }
        if (block instanceof Block.Points points) {
            return String.join("\n", points.texts());
        }
        return block instanceof Block.Paragraph paragraph ? paragraph.text() : "";
    }

    @Test
    void sharesThatDifferInSourcesThatCanBeToldApartAreAWarning() {
        StudyChecks checks = checks(training(7, 3), 2, Optional.empty());

        assertThat(shortcut(checks)).isEqualTo(Shortcut.OPEN);
        assertThat(text(checks))
                .contains(
                        "\nBaseline: it is trained on one source",
                        "WARNING Baseline + YouTube: a classifier that uses nothing but the source"
                                + " of a training image has a ROC AUC of 0.7",
                        "95% interval over people: 0.6",
                        "above chance (0.5). The images reveal their source: youtube from"
                                + " baseline by simple numbers, among images that are INTERESTED"
                                + " (ROC AUC 0.9",
                        "All test images are from baseline, where that does not help",
                        "The study's own network was not used as a probe");
    }

    @Test
    void sharesThatDifferInSourcesThatLookAlikeAreSaidWithoutAWarning() {
        StudyChecks checks = checks(training(7, 3), 0, Optional.empty());

        assertThat(shortcut(checks)).isEqualTo(Shortcut.NOT_TOLD_APART);
        assertThat(text(checks))
                .doesNotContain("WARNING")
                .contains(
                        "As far as was probed, images do not reveal their source. A larger network"
                                + " may still tell them apart.");
    }

    @Test
    void sourcesThatCanBeToldApartAreNoShortcutWhereSharesAreEqual() {
        StudyChecks checks = checks(training(5, 5), 2, Optional.empty());

        assertThat(shortcut(checks)).isEqualTo(Shortcut.NOT_SHOWN);
        assertThat(text(checks))
                .doesNotContain("WARNING")
                .contains(
                        "Baseline + YouTube: all its sources have the same share of interested"
                                + " images, so the source says nothing about the label. The images"
                                + " reveal their source: youtube from baseline");
        assertThat(shortcut(checks(training(6, 5), 2, Optional.empty()))).isEqualTo(Shortcut.OPEN);
    }

    @Test
    void tooFewPeopleAreNoVerdict() {
        List<Sample> few =
                training(7, 3).stream().filter(s -> s.participant().endsWith("-1")).toList();
        StudyChecks checks = checks(few, 2, Optional.empty());

        assertThat(shortcut(checks)).isEqualTo(Shortcut.UNKNOWN);
        assertThat(text(checks))
                .contains("Baseline + YouTube: no verdict.")
                .contains("no verdict: one of the sources has images of 1 people");
    }

    private static LabelShuffleCheck shuffle(double... aucs) {
        List<Outcome> outcomes = Arrays.stream(aucs).mapToObj(Outcome::of).toList();
        double mean = Arrays.stream(aucs).average().orElseThrow();
        return new LabelShuffleCheck(
                List.of(
                        new LabelShuffleCheck.Row(
                                LabelShuffle.idOf(BOTH),
                                "split",
                                outcomes,
                                Outcome.of(mean),
                                Finding.of(new Interval(mean - 0.1, mean + 0.1, 0.95)))));
    }

    private static String textOf(LabelShuffleCheck check) {
        return text(checks(training(5, 5), 0, Optional.of(check)));
    }

    @Test
    void leakIsAWarningThatNamesTheCondition() {
        assertThat(textOf(shuffle(0.8, 0.7, 0.8, 0.7, 0.9, 0.8)))
                .contains(
                        "WARNING There is evidence of a leak",
                        "better than chance (Baseline + YouTube). Do not rely on any result of this"
                                + " study",
                        "above chance: a leak");
    }

    @Test
    void chanceIsNoSignOfALeakAndFewShufflesAreNoVerdict() {
        assertThat(textOf(shuffle(0.2, 0.7, 0.8, 0.3, 0.6, 0.4)))
                .doesNotContain("WARNING", "0.183")
                .contains("No sign of a leak: trained on shuffled labels")
                .containsPattern("Baseline \\+ YouTube +6 +0.500 +0.400 to 0.600 +0.200 +0.800");
        assertThat(textOf(shuffle(0.7, 0.8)))
                .doesNotContain("WARNING")
                .contains(
                        "No verdict: there were too few trainings", "no verdict: too few shuffles");
        assertThat(textOf(shuffle(0.2, 0.3, 0.2, 0.3, 0.2, 0.3)))
                .contains("If the mean lies below chance", "below chance");
        assertThat(text(checks(training(5, 5), 0, Optional.empty())))
                .contains("Not checked: no model was trained on shuffled labels.");
    }

    @Test
    void jsonHasNumbersAndVerdicts(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("checks.json");
        checks(training(7, 3), 2, Optional.of(shuffle(0.8, 0.7, 0.8, 0.7, 0.9, 0.8))).write(file);

        assertThat(Files.readString(file))
                .contains(
                        "\"verdict\" : \"GIVES_LABEL_AWAY\"",
                        "\"verdict\" : \"TOLD_APART\"",
                        "\"shortcut\" : \"OPEN\"",
                        "\"leakSuspected\" : true");
    }
}
