package dev.fer4j.eval.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.Doubles;
import dev.fer4j.core.Label;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.probe.SourceProbeResult.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SourceProbeTest {

    private static final SourceProbe PROBE = new SourceProbe("real", "synthetic", new Seed(1));

    /**
     * Images whose features are their person's, far more than anything else.
     *
     * @param shift by how much the second source's first feature differs
     * @param shared whether the same people have images of both sources
     */
    private static List<ProbeImage> images(Seed seed, int people, double shift, boolean shared) {
        List<ProbeImage> images = new ArrayList<>();
        for (String source : List.of("real", "synthetic")) {
            for (int p = 0; p < people; p++) {
                String person = shared ? "p" + p : source + "-p" + p;
                RandomGenerator face = seed.derive(person).generator();
                double[] own = {face.nextGaussian(), face.nextGaussian(), face.nextGaussian()};
                RandomGenerator noise = seed.derive(source + person).generator();
                for (int i = 0; i < 6; i++) {
                    images.add(
                            new ProbeImage(
                                    source + "-" + person + "-" + i,
                                    source,
                                    Label.INTERESTED,
                                    person,
                                    source + "-" + person,
                                    Doubles.asList(
                                            own[0]
                                                    + 0.3 * noise.nextGaussian()
                                                    + (source.equals("real") ? 0 : shift),
                                            own[1] + 0.3 * noise.nextGaussian(),
                                            own[2] + 0.3 * noise.nextGaussian(),
                                            7)));
                }
            }
        }
        return images;
    }

    @Test
    void sourcesThatDifferAreToldApart() {
        SourceProbeResult result = PROBE.run(images(new Seed(1), 15, 3, false), Label.INTERESTED);

        assertThat(result.verdict()).isEqualTo(Verdict.TOLD_APART);
        assertThat(result.auc().value().orElseThrow()).isGreaterThan(0.9);
        assertThat(result.imagesOfFirst()).isEqualTo(90);
        assertThat(result.imagesOfSecond()).isEqualTo(90);
        assertThat(result.peopleOfFirst()).isEqualTo(15);
        assertThat(result.toText())
                .startsWith("real against synthetic among images that are INTERESTED: ROC AUC 0.9")
                .endsWith("), told apart");
    }

    /**
     * The standard error of the mean is 0.0075. Faces alone would tell the sources apart if people
     * stood in two folds.
     */
    @Test
    void facesAreNotTakenForSources() {
        int studies = 400;
        int toldApart = 0;
        double sum = 0;
        for (int i = 0; i < studies; i++) {
            SourceProbeResult result =
                    PROBE.run(images(new Seed(i), 15, 0, false), Label.INTERESTED);
            toldApart += result.verdict() == Verdict.TOLD_APART ? 1 : 0;
            sum += result.auc().value().orElseThrow();
        }

        assertThat(sum / studies).isCloseTo(0.5, within(0.025));
        assertThat(toldApart / (double) studies).isLessThan(0.07);
    }

    @Test
    void peopleWithBothKindsOfImagesStayTogether() {
        SourceProbeResult same = PROBE.run(images(new Seed(1), 15, 0, true), Label.INTERESTED);
        SourceProbeResult shifted = PROBE.run(images(new Seed(1), 15, 3, true), Label.INTERESTED);

        assertThat(same.verdict()).isEqualTo(Verdict.NOT_TOLD_APART);
        assertThat(shifted.verdict()).isEqualTo(Verdict.TOLD_APART);
        assertThat(shifted.peopleOfSecond()).isEqualTo(15);
    }

    @Test
    void aPerfectRankingHasNoIntervalAndAVerdictIfPeopleAreEnough() {
        SourceProbeResult many = PROBE.run(images(new Seed(1), 8, 100, false), Label.INTERESTED);
        SourceProbeResult few = PROBE.run(images(new Seed(1), 5, 100, false), Label.INTERESTED);

        assertThat(many.auc().value()).contains(1.0);
        assertThat(many.interval().undefinedBecause()).isPresent();
        assertThat(many.verdict()).isEqualTo(Verdict.TOLD_APART);
        assertThat(few.auc().value()).contains(1.0);
        assertThat(few.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void orderOfImagesDoesNotMatter() {
        List<ProbeImage> images = images(new Seed(1), 10, 0.5, false);
        List<ProbeImage> shuffled = new ArrayList<>(images);
        Collections.shuffle(shuffled, new Random(5));

        double auc = PROBE.run(images, Label.INTERESTED).auc().value().orElseThrow();

        assertThat(PROBE.run(shuffled, Label.INTERESTED).auc().value().orElseThrow())
                .isCloseTo(auc, within(1e-12));
    }

    @Test
    void otherClassesAndSourcesAreIgnored() {
        List<ProbeImage> images = new ArrayList<>(images(new Seed(1), 10, 0.5, false));
        SourceProbeResult alone = PROBE.run(images, Label.INTERESTED);
        images.add(image("youtube", Label.INTERESTED, 50));
        images.add(image("real", Label.NOT_INTERESTED, 50));

        assertThat(PROBE.run(images, Label.INTERESTED)).isEqualTo(alone);
        assertThat(PROBE.run(images, Label.NOT_INTERESTED).auc().undefinedBecause())
                .hasValueSatisfying(reason -> assertThat(reason).contains("of 0 people"));
    }

    private static ProbeImage image(String source, Label label, double feature) {
        return new ProbeImage(
                source + label,
                source,
                label,
                "somebody",
                source,
                Doubles.asList(feature, feature, feature, feature));
    }

    @Test
    void twoPeopleOfASourceAreTheFewest() {
        assertThat(PROBE.run(images(new Seed(1), 2, 3, false), Label.INTERESTED).auc().value())
                .isPresent();
        assertThat(PROBE.run(images(new Seed(1), 1, 3, false), Label.INTERESTED).toText())
                .contains("undefined: one of the sources has images of 1 people");
    }

    @Test
    void featuresMustBeAlikeAndFinite() {
        List<ProbeImage> images = new ArrayList<>(images(new Seed(1), 3, 0, false));
        images.add(new ProbeImage("x", "real", Label.INTERESTED, "x", "x", Doubles.asList(1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROBE.run(images, Label.INTERESTED))
                .withMessageContaining("different numbers of features");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> image("real", Label.INTERESTED, Double.NaN))
                .withMessageContaining("not finite");
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceProbe("real", "real", new Seed(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceProbe("real", "other", 1, 1, new Seed(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceProbe("real", "other", 5, 0, new Seed(1)));
    }
}
