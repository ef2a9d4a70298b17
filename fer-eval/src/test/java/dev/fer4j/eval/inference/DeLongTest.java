package dev.fer4j.eval.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeLongTest {

    static List<Reference> cases() throws IOException {
        return Reference.of("de-long");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheDefinitionInFractions(Reference reference) {
        Finding<DeLong> found = DeLong.of(reference.classes(0), reference.groups(1));

        assertThat(found.result().isEmpty()).isEqualTo(reference.isUndefined(2));
        if (found.result().isEmpty()) {
            return;
        }
        DeLong deLong = found.result().get();
        double[] aucs = reference.numbers(2);
        double[] covariances = reference.numbers(3);
        assertThat(deLong.auc(0).value()).isCloseTo(aucs[0], within(1e-15));
        assertThat(deLong.auc(1).value()).isCloseTo(aucs[1], within(1e-15));
        assertThat(deLong.covariance(0, 0)).isCloseTo(covariances[0], within(1e-15));
        assertThat(deLong.covariance(0, 1)).isCloseTo(covariances[1], within(1e-15));
        assertThat(deLong.covariance(1, 1)).isCloseTo(covariances[2], within(1e-15));
        assertTest(reference, deLong.difference(0, 1), 4);
    }

    private static void assertTest(Reference reference, Estimate difference, int index) {
        assertThat(difference.test().result().isEmpty()).isEqualTo(reference.isUndefined(index));
        difference
                .test()
                .result()
                .ifPresent(
                        test -> {
                            reference.assertClose(test.statistic(), index, 1e-12);
                            reference.assertClose(test.p(), index + 1, 1e-9);
                        });
    }

    /** See {@code src/test/r/de_long_proc.R}. */
    @Test
    void agreesWithPRoc() throws IOException {
        List<Reference> inputs = cases();
        List<Reference> ofPRoc = Reference.of("de-long-proc");
        assertThat(ofPRoc).hasSameSizeAs(inputs);
        int compared = 0;
        for (int i = 0; i < inputs.size(); i++) {
            Reference pRoc = ofPRoc.get(i);
            Finding<DeLong> deLong = DeLong.of(inputs.get(i).classes(0), inputs.get(i).groups(1));
            Finding<Significance> test = deLong.flatMap(d -> d.difference(0, 1).test());
            if (test.result().isPresent()) {
                // z is far from exact in pROC where the models hardly differ.
                assertThat(test.result().get().statistic()).isCloseTo(pRoc.number(0), within(1e-9));
                pRoc.assertClose(test.result().get().p(), 1, 1e-9);
                assertThat(deLong.result().get().covariance(0, 0))
                        .isCloseTo(pRoc.number(2), within(1e-14));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(140);
    }

    /**
     * 109 CT images rated from 1 to 5 (J. A. Hanley, B. J. McNeil, Radiology 143, 1982, table I).
     * The Stata manual, [R] roctab, has for them: area 0.8932, standard error 0.0307, interval
     * 0.83295 to 0.95339.
     */
    @Test
    void agreesWithStataOnHanleyAndMcNeilsImages() {
        DeLong deLong = ofTable(new int[] {33, 6, 6, 11, 2}, new int[] {3, 2, 2, 11, 33});

        Estimate auc = deLong.auc(0);
        Interval interval = auc.interval(0.95).result().orElseThrow();

        assertThat(auc.value()).isCloseTo(0.8932, within(5e-5));
        assertThat(auc.standardError()).isCloseTo(0.0307, within(5e-5));
        assertThat(interval.lower()).isCloseTo(0.83295, within(5e-6));
        assertThat(interval.upper()).isCloseTo(0.95339, within(5e-6));
    }

    /**
     * WFNS grades of 113 patients with subarachnoid haemorrhage by outcome (N. Turck et al.,
     * Intensive Care Medicine 36, 2010); pROC 1.18.0: {@code ci.auc(aSAH$outcome, aSAH$wfns)} is
     * 0.7485349 to 0.8988228, {@code auc} 0.8236789.
     */
    @Test
    void agreesWithPRocOnItsOwnExample() {
        DeLong deLong = ofTable(new int[] {37, 20, 3, 8, 4}, new int[] {2, 12, 1, 8, 18});

        Interval interval = deLong.auc(0).interval(0.95).result().orElseThrow();

        assertThat(deLong.auc(0).value()).isCloseTo(0.8236789, within(5e-8));
        assertThat(interval.lower()).isCloseTo(0.7485349, within(5e-8));
        assertThat(interval.upper()).isCloseTo(0.8988228, within(5e-8));
    }

    private static DeLong ofTable(int[] negatives, int[] positives) {
        List<Double> scores = new ArrayList<>();
        List<Boolean> classes = new ArrayList<>();
        for (int grade = 0; grade < negatives.length; grade++) {
            for (int i = 0; i < negatives[grade] + positives[grade]; i++) {
                scores.add((double) grade);
                classes.add(i >= negatives[grade]);
            }
        }
        boolean[] of = new boolean[classes.size()];
        for (int i = 0; i < of.length; i++) {
            of[i] = classes.get(i);
        }
        return DeLong.of(of, List.of(scores.stream().mapToDouble(s -> s).toArray()))
                .result()
                .orElseThrow();
    }

    static List<Reference> clustered() throws IOException {
        return Reference.of("clustered-de-long");
    }

    @ParameterizedTest
    @MethodSource("clustered")
    void clusteredAgreesWithObuchowskisFormulaInFractions(Reference reference) {
        Finding<DeLong> found =
                DeLong.clustered(reference.classes(0), reference.groups(1), reference.clusters(2));

        assertThat(found.result().isEmpty()).isEqualTo(reference.isUndefined(3));
        if (found.result().isEmpty()) {
            return;
        }
        DeLong deLong = found.result().get();
        double[] covariances = reference.numbers(3);
        assertThat(deLong.covariance(0, 0)).isCloseTo(covariances[0], within(1e-15));
        assertThat(deLong.covariance(0, 1)).isCloseTo(covariances[1], within(1e-15));
        assertThat(deLong.covariance(1, 1)).isCloseTo(covariances[2], within(1e-15));
        assertThat(deLong.difference(0, 1).degreesOfFreedom()).isEqualTo(reference.number(4));
        assertTest(reference, deLong.difference(0, 1), 5);
    }

    @Test
    void withASampleInEachClusterItIsDeLongs() throws IOException {
        Reference reference = cases().get(0);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < reference.classes(0).length; i++) {
            names.add("p" + i);
        }

        DeLong plain = DeLong.of(reference.classes(0), reference.groups(1)).result().get();
        DeLong clustered =
                DeLong.clustered(reference.classes(0), reference.groups(1), Clusters.of(names))
                        .result()
                        .get();

        assertThat(clustered.difference(0, 1).standardError())
                .isEqualTo(plain.difference(0, 1).standardError());
        assertThat(plain.difference(0, 1).degreesOfFreedom()).isInfinite();
        assertThat(clustered.difference(0, 1).degreesOfFreedom()).isFinite();
    }

    @Test
    void perfectConstantAndEqualRankingsHaveNoTest() {
        boolean[] classes = {true, true, false, false};
        double[] perfect = {4, 3, 2, 1};
        double[] constant = {1, 1, 1, 1};
        double[] stretched = {40, 30, 20, 10};

        DeLong deLong =
                DeLong.of(classes, List.of(perfect, constant, stretched)).result().orElseThrow();

        assertThat(deLong.auc(0)).isEqualTo(new Estimate(1, 0, Double.POSITIVE_INFINITY));
        assertThat(deLong.auc(1)).isEqualTo(new Estimate(0.5, 0, Double.POSITIVE_INFINITY));
        assertThat(deLong.difference(0, 2).test().undefinedBecause())
                .contains("the standard error is zero: these data show no spread");
        assertThat(deLong.auc(0).interval(0.95).result()).isEmpty();
    }

    @Test
    void boundsCanBeClamped() {
        boolean[] classes = {true, true, true, false, false, false};
        Estimate auc =
                DeLong.of(classes, List.of(new double[] {9, 8, 4, 5, 2, 1}))
                        .result()
                        .orElseThrow()
                        .auc(0);

        Interval interval = auc.interval(0.95).result().orElseThrow();

        assertThat(interval.upper()).isGreaterThan(1);
        assertThat(interval.clampedTo(0, 1).upper()).isEqualTo(1);
        assertThat(auc.logitInterval(0.95).result().orElseThrow().upper()).isLessThan(1);
    }

    @Test
    void saysWhyThereIsNoCovariance() {
        List<double[]> scores = List.of(new double[] {1, 2, 3});
        assertThat(DeLong.of(new boolean[] {true, true, true}, scores).undefinedBecause())
                .contains("all 3 samples are of the positive class");
        assertThat(DeLong.of(new boolean[] {true, true, false}, scores).undefinedBecause())
                .contains("only one sample is not of the positive class: a variance needs two");
        assertThat(
                        DeLong.clustered(
                                        new boolean[] {true, false, false},
                                        scores,
                                        Clusters.of(List.of("a", "a", "b")))
                                .undefinedBecause())
                .contains("only one participant is of the positive class: a variance needs two");
    }

    @Test
    void refusesNaNAndOtherLengths() {
        boolean[] classes = {true, false, true, false};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeLong.of(classes, List.of(new double[] {1, 2, Double.NaN, 3})));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeLong.of(classes, List.of(new double[] {1, 2})));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                DeLong.clustered(
                                        classes,
                                        List.of(new double[] {1, 2, 3, 4}),
                                        Clusters.of(Arrays.asList("a", "b"))));
    }
}
