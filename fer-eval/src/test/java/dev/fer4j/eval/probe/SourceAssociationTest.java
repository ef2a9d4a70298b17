package dev.fer4j.eval.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Sample;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.probe.SourceAssociation.ChiSquare;
import dev.fer4j.eval.probe.SourceAssociation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Reference values: {@code scipy.stats.chi2_contingency(table, correction=False)} of SciPy 1.10.1
 * and {@code sklearn.metrics.roc_auc_score} of scikit-learn 1.2.1 with each row's share as score.
 */
class SourceAssociationTest {

    /** Images of a source, each a recording and a person of its own. */
    private static List<Sample> images(String source, int interested, int notInterested) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < interested + notInterested; i++) {
            String id = source + "/" + i;
            samples.add(
                    Samples.of(
                            id,
                            i < interested ? Label.INTERESTED : Label.NOT_INTERESTED,
                            id,
                            id,
                            Optional.empty(),
                            source,
                            new Origin.StillImage(id)));
        }
        return samples;
    }

    /** The paper's training images of the three sources; labels of the synthetic ones made up. */
    @Test
    void agreesWithSciPyAndScikitLearn() {
        List<Sample> training = new ArrayList<>(images("baseline", 1860, 1510));
        training.addAll(images("youtube", 1000, 1000));
        training.addAll(images("stylegan2", 1122, 900));

        SourceAssociation association = SourceAssociation.of(training);

        assertThat(association.images()).isEqualTo(association.recordings());
        ChiSquare chi = association.images().chiSquare().result().orElseThrow();
        assertThat(chi.statistic()).isCloseTo(16.56129677451084, within(1e-9));
        assertThat(chi.p()).isCloseTo(0.00025337286302822053, within(1e-12));
        assertThat(chi.degreesOfFreedom()).isEqualTo(2);
        assertThat(chi.smallestExpected()).isCloseTo(922.6190476190476, within(1e-9));
        assertThat(association.images().cramersV().value().orElseThrow())
                .isCloseTo(0.047333235360705744, within(1e-12));
        assertThat(association.images().labelAuc().value().orElseThrow())
                .isCloseTo(0.5218070761240834, within(1e-12));
    }

    @Test
    void saysWhereCountsAreTooSmall() {
        List<Sample> training = new ArrayList<>(images("baseline", 186, 151));
        training.addAll(images("other", 5, 0));

        ChiSquare chi = SourceAssociation.of(training).images().chiSquare().result().orElseThrow();

        assertThat(chi.statistic()).isCloseTo(4.011527646154085, within(1e-9));
        assertThat(chi.p()).isCloseTo(0.045190187659594025, within(1e-12));
        assertThat(chi.smallestExpected()).isCloseTo(2.2076023391812867, within(1e-9));
    }

    @Test
    void aSourceThatIsTheLabelGivesItAway() {
        List<Sample> training = new ArrayList<>(images("real", 40, 0));
        training.addAll(images("synthetic", 0, 40));

        SourceAssociation association = SourceAssociation.of(training);

        assertThat(association.images().labelAuc().value()).contains(1.0);
        assertThat(association.images().cramersV().value().orElseThrow())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void equalSharesGiveNothingAway() {
        List<Sample> training = new ArrayList<>(images("a", 30, 20));
        training.addAll(images("b", 3, 2));

        SourceAssociation association = SourceAssociation.of(training);

        assertThat(association.images().labelAuc().value()).contains(0.5);
        assertThat(association.images().cramersV().value().orElseThrow())
                .isCloseTo(0, within(1e-7));
    }

    @Test
    void countsImagesRecordingsAndPeople() {
        Manifest baseline = Samples.baseline(6);
        List<Sample> training = new ArrayList<>(baseline.samples());
        training.addAll(Samples.youtube(5).samples());
        training.addAll(Samples.stylegan2(baseline, AdCategory.FOOD_MARKET).samples());

        assertThat(SourceAssociation.of(training).rows())
                .containsExactly(
                        new SourceAssociation.Row("baseline", 108, 72, 54, 36, 18),
                        new SourceAssociation.Row("youtube", 10, 10, 5, 5, 5),
                        new SourceAssociation.Row("stylegan2", 54, 36, 18, 12, 6));
        assertThat(SourceAssociation.of(training).rows().get(0).prevalence()).isEqualTo(0.6);
    }

    /** People with several images, of whom some are more often interested than others. */
    private static List<Sample> people(String source, int count, int interested) {
        List<Sample> samples = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            for (int i = 0; i < 4; i++) {
                String id = source + p;
                samples.add(
                        Samples.of(
                                id + "/" + i,
                                i < interested + p % 2 ? Label.INTERESTED : Label.NOT_INTERESTED,
                                id,
                                id + "/" + i,
                                Optional.empty(),
                                source,
                                new Origin.StillImage(id)));
            }
        }
        return samples;
    }

    /**
     * {@code roc_auc_score(y, share)} of scikit-learn 1.2.1 with each person left out once: lo; se
     * = sqrt(17 / 18 * ((lo - lo.mean()) ** 2).sum()); logit ± scipy.stats.t.ppf(.975, 17) * se /
     * (auc * (1 - auc)), transformed back.
     */
    @Test
    void intervalLeavesPeopleOut() {
        List<Sample> training = new ArrayList<>(people("a", 10, 3));
        training.addAll(people("b", 8, 1));

        SourceAssociation association = SourceAssociation.of(training);

        assertThat(association.images().labelAuc().value().orElseThrow())
                .isCloseTo(0.7723404255319151, within(1e-12));
        Interval interval = association.interval().result().orElseThrow();
        assertThat(interval.lower()).isCloseTo(0.687291200799332, within(1e-9));
        assertThat(interval.upper()).isCloseTo(0.8396548624439739, within(1e-9));
        assertThat(association.verdict()).isEqualTo(Verdict.GIVES_LABEL_AWAY);
    }

    @Test
    void verdictNeedsMoreThanLuck() {
        List<Sample> alike = new ArrayList<>(people("a", 10, 2));
        alike.addAll(people("b", 9, 2));
        assertThat(SourceAssociation.of(alike).verdict()).isEqualTo(Verdict.NOT_SHOWN);

        List<Sample> equal = new ArrayList<>(people("a", 4, 2));
        equal.addAll(people("b", 8, 2));
        assertThat(SourceAssociation.of(equal).verdict()).isEqualTo(Verdict.NOT_SHOWN);

        List<Sample> label = new ArrayList<>(images("real", 6, 0));
        label.addAll(images("synthetic", 0, 6));
        assertThat(SourceAssociation.of(label).verdict()).isEqualTo(Verdict.GIVES_LABEL_AWAY);
        assertThat(SourceAssociation.of(label.subList(1, 12)).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void oneSourceOrOneClassIsUndefined() {
        assertThat(SourceAssociation.of(images("a", 3, 2)).images().labelAuc().undefinedBecause())
                .contains("there are not two sources");
        List<Sample> training = new ArrayList<>(images("a", 3, 0));
        training.addAll(images("b", 2, 0));
        assertThat(SourceAssociation.of(training).images().chiSquare().undefinedBecause())
                .contains("there is one class only");
        assertThat(SourceAssociation.of(training).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(SourceAssociation.of(List.of()).rows()).isEmpty();
    }
}
