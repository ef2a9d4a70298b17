package dev.fer4j.eval.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.hash.Hashing;
import com.google.common.primitives.Ints;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Gender;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.study.StudyResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetadataModelTest {

    private final Map<String, List<Double>> widths = new HashMap<>();

    private Sample sample(Gender gender, int age, double width, boolean interested) {
        String id = "image-" + widths.size();
        String digest = Hashing.sha256().hashBytes(Ints.toByteArray(widths.size())).toString();
        widths.put(digest, List.of(width));
        return new Sample(
                id,
                Path.of("/images").resolve(id + ".png").toAbsolutePath(),
                interested ? Label.INTERESTED : Label.NOT_INTERESTED,
                "person of " + id,
                id,
                Optional.empty(),
                Optional.empty(),
                "baseline",
                new Origin.StillImage("test"),
                new Demographics(Optional.of(gender), Optional.of(age)),
                Rights.UNKNOWN,
                digest);
    }

    private MetadataModel.Numbers numbers() {
        return new MetadataModel.Numbers(List.of("width"), widths);
    }

    private List<Sample> training() {
        return List.of(
                sample(Gender.FEMALE, 20, 100, true),
                sample(Gender.FEMALE, 30, 120, true),
                sample(Gender.MALE, 24, 140, false),
                sample(Gender.MALE, 25, 90, false),
                sample(Gender.FEMALE, 18, 100, false),
                sample(Gender.MALE, 40, 130, true),
                sample(Gender.FEMALE, 34, 120, true));
    }

    /**
     * {@code LogisticRegression(C=1)} on {@code OneHotEncoder(handle_unknown="ignore")} of gender,
     * age band and source, and {@code StandardScaler} of the width; scikit-learn 1.2.1. The age of
     * the third person does not occur in training.
     */
    @Test
    void agreesWithScikitLearn() {
        List<Sample> training = training();
        List<Sample> test =
                List.of(
                        sample(Gender.FEMALE, 21, 110, true),
                        sample(Gender.MALE, 36, 150, true),
                        sample(Gender.FEMALE, 50, 100, true),
                        sample(Gender.MALE, 26, 90, false));
        MetadataModel model = MetadataModel.fit(training, numbers());
        double[] expected = {
            0.5618888991756485, 0.7246237505305877, 0.6312467473173258, 0.3753796164944123
        };
        double[] actual = model.predict(test, numbers()).probabilities();
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-7));
        }
        assertThat(model.columns()).containsExactly("age", "gender", "source", "width");
    }

    @Test
    void repeatedSamplesCountAsOften() {
        List<Sample> training = new ArrayList<>(training());
        Sample first = training.get(0);
        double once = probability(training, first);
        training.add(first);
        training.add(first);
        assertThat(probability(training, first)).isGreaterThan(once);
    }

    private double probability(List<Sample> training, Sample sample) {
        return MetadataModel.fit(training, numbers())
                .predict(List.of(sample), numbers())
                .probabilities()[0];
    }

    @Test
    void missingNumbersAreRefused() {
        List<Sample> training = training();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                MetadataModel.fit(
                                        training,
                                        new MetadataModel.Numbers(List.of("width"), Map.of())))
                .withMessageContaining("image-0");
        MetadataModel model = MetadataModel.fit(training, numbers());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.predict(training, MetadataModel.Numbers.NONE));
    }

    @Test
    void warnsOnlyIfTheNetworkRanksNoBetter() {
        StudyResult study = MadeUpStudy.standard(1);
        CellResult network = study.cells().get(0);
        assertThat(result(network.cell(), network.test()).warning(study))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("ROC AUC").contains("gender"));
        Predictions worse =
                new Predictions(
                        network.test().all().stream()
                                .map(p -> withProbability(p, 1 - p.probability()))
                                .toList());
        MetadataResult misled = result(network.cell(), worse);
        assertThat(misled.warning(study)).isEmpty();
        assertThat(misled.auc())
                .isEqualTo(RocCurve.of(worse.positives(), worse.probabilities()).auc());
        assertThat(misled.interval().result()).isPresent();
    }

    private static MetadataResult result(Cell cell, Predictions test) {
        return new MetadataResult(cell.condition(), cell.split(), List.of("gender"), test, test);
    }

    private static Prediction withProbability(Prediction one, double probability) {
        return new Prediction(
                one.sample(),
                one.label(),
                probability,
                one.recording(),
                one.participant(),
                one.groups());
    }
}
