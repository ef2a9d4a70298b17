package dev.fer4j.study.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.manifest.Ingestion;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.video.SamplingRule;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.probe.LabelShuffle;
import dev.fer4j.eval.probe.LabelShuffleCheck;
import dev.fer4j.eval.probe.SourceAssociation;
import dev.fer4j.eval.probe.SourceProbeResult;
import dev.fer4j.eval.probe.StudyChecks;
import dev.fer4j.eval.probe.StudyChecks.Shortcut;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.toy.ToyCorpus;
import dev.fer4j.toy.ToyFolders;
import dev.fer4j.toy.plan.ToyScale;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Drawn people of one source, half of whom are said to be recorded in a laboratory: nothing tells
 * the two apart, unless a camera does.
 */
class SourceChecksTest {

    private static final ToyScale MANY_STILLS =
            new ToyScale(
                    ToyScale.SMALLEST.food(),
                    ToyScale.SMALLEST.cosmetics(),
                    ToyScale.SMALLEST.car(),
                    80,
                    2,
                    1,
                    1,
                    0.5,
                    0.6);

    @TempDir private static Path folder;

    private static List<Sample> stills;

    @BeforeAll
    static void draw() throws IOException {
        ToyFolders toy =
                ToyCorpus.write(
                        folder.resolve("toy"), new Seed(2), MANY_STILLS, ProgressListener.none());
        stills =
                new Ingestion(folder.resolve("frames"), SamplingRule.paper())
                        .run(DataSource.stills(toy.youtube()).list(), ProgressListener.none())
                        .samples();
    }

    /** Every second pair of people is the laboratory's; two people of each label are evaluated. */
    private static Optional<AdCategory> category(int person) {
        if (person < 4) {
            return Optional.of(AdCategory.COSMETICS_FASHION);
        }
        return Optional.of(person < 8 ? AdCategory.CAR_TECHNOLOGY : AdCategory.FOOD_MARKET);
    }

    /**
     * What trains.
     *
     * @param brighter how much brighter the added source's camera is
     * @param mostlyInterested whether only one of four people who are not interested is added
     */
    private static Composition composition(int brighter, boolean mostlyInterested)
            throws IOException {
        List<Sample> laboratory = new ArrayList<>();
        List<Sample> added = new ArrayList<>();
        List<String> people = stills.stream().map(Sample::participant).distinct().toList();
        int[] seen = new int[2];
        for (String person : people) {
            List<Sample> own = stills.stream().filter(s -> s.participant().equals(person)).toList();
            Label label = own.get(0).label();
            int number = seen[label.asTarget()]++;
            if (number % 2 == 0) {
                int place = number + label.asTarget();
                own.forEach(s -> laboratory.add(as(s, "baseline", category(place), s.file())));
            } else if (!(mostlyInterested && label == Label.NOT_INTERESTED && number % 8 != 1)) {
                for (Sample sample : own) {
                    added.add(as(sample, "youtube", Optional.empty(), bright(sample, brighter)));
                }
            }
        }
        return Composition.compose(
                Condition.BASELINE_YOUTUBE,
                CategorySplit.paper(),
                List.of(
                        new Manifest("baseline", laboratory, List.of()),
                        new Manifest("youtube", added, List.of())));
    }

    private static Path bright(Sample sample, int by) throws IOException {
        RgbImage image = ImageFiles.read(sample.file());
        byte[] pixels = image.rgb().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.min(255, (pixels[i] & 0xff) + by);
        }
        Path file = folder.resolve("bright-" + by + "-" + sample.sha256() + ".png");
        ImageFiles.writePng(file, new RgbImage(image.width(), image.height(), pixels));
        return file;
    }

    private static Sample as(
            Sample sample, String source, Optional<AdCategory> category, Path file) {
        try {
            return new Sample(
                    sample.id(),
                    file,
                    sample.label(),
                    sample.participant(),
                    sample.recording(),
                    sample.ad(),
                    category,
                    source,
                    sample.origin(),
                    sample.demographics(),
                    sample.rights(),
                    Sha256.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StudyChecks checks(int brighter, boolean mostlyInterested) throws IOException {
        SourceChecks sources = SourceChecks.of(List.of(composition(brighter, mostlyInterested)));
        StudySettings settings =
                StudySettings.paper(folder.resolve("out"))
                        .withTraining(
                                TrainingPlan.small()
                                        .withBackbone(MiniXception.defaults())
                                        .withInputSize(48));
        return new StudyChecks(
                sources.trainingSets(),
                sources.byNumbers(settings, ProgressListener.none()),
                List.of(),
                Optional.empty());
    }

    @Test
    void sourceOfABrighterCameraIsFound() throws IOException {
        StudyChecks checks = checks(60, false);

        assertThat(checks.byNumbers())
                .hasSize(2)
                .allMatch(probe -> probe.verdict() == SourceProbeResult.Verdict.TOLD_APART)
                .allMatch(probe -> probe.auc().value().orElseThrow() > 0.85);
        // Brightness is of no use where it says nothing of the label.
        assertThat(checks.shortcut(checks.trainingSets().get(0))).isEqualTo(Shortcut.NOT_SHOWN);
    }

    @Test
    void brighterCameraOfMostlyInterestedPeopleIsAShortcut() throws IOException {
        StudyChecks checks = checks(60, true);

        assertThat(checks.trainingSets().get(0).association().verdict())
                .isEqualTo(SourceAssociation.Verdict.GIVES_LABEL_AWAY);
        assertThat(checks.shortcut(checks.trainingSets().get(0))).isEqualTo(Shortcut.OPEN);
        assertThat(CheckJob.notes(checks, LabelNames.INTEREST))
                .containsExactly(
                        "Images of Baseline + YouTube reveal their source, and the source their"
                            + " label: its model may have learned sources instead of interest.");
    }

    @Test
    void leakIsNotedForWhoeverReadsANumber() throws IOException {
        StudyChecks quiet = checks(0, false);
        List<Outcome> perfect = Collections.nCopies(6, Outcome.of(1));
        LabelShuffleCheck leak =
                new LabelShuffleCheck(
                        List.of(
                                new LabelShuffleCheck.Row(
                                        LabelShuffle.idOf(Condition.BASELINE),
                                        CategorySplit.paper().id(),
                                        perfect,
                                        Outcome.of(1),
                                        Finding.undefined("no spread"))));

        assertThat(CheckJob.notes(quiet, LabelNames.INTEREST)).isEmpty();
        assertThat(
                        CheckJob.notes(
                                new StudyChecks(
                                        quiet.trainingSets(),
                                        quiet.byNumbers(),
                                        List.of(),
                                        Optional.of(leak)),
                                LabelNames.INTEREST))
                .singleElement()
                .asString()
                .contains("labels leak, and no result is reliable");
    }

    @Test
    void sourcesOfTheSameCameraAreNotToldApart() throws IOException {
        StudyChecks checks = checks(0, false);

        assertThat(checks.byNumbers())
                .extracting(SourceProbeResult::verdict)
                .containsOnly(SourceProbeResult.Verdict.NOT_TOLD_APART);
        assertThat(checks.byNumbers())
                .allMatch(probe -> probe.peopleOfFirst() >= 15 && probe.imagesOfFirst() >= 20);
    }
}
