package dev.fer4j.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.augment.transform.Affine;
import dev.fer4j.augment.transform.ColourMap;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every policy, whatever its kinds, ranges and order. */
class RandomPoliciesTest {

    private static final int POLICIES = 60;

    /** Sizes of the image and of the result. */
    @ParameterizedTest
    @CsvSource({
        "1,1,1,1",
        "1,1,5,3",
        "1,2,2,1",
        "2,1,1,1",
        "3,3,1,1",
        "1,23,7,7",
        "19,1,4,9",
        "17,13,17,13",
        "16,16,16,16",
        "24,10,5,20",
        "13,14,24,24",
    })
    void everyPolicyKeepsItsPromises(int width, int height, int newWidth, int newHeight) {
        RandomPolicies policies = new RandomPolicies(width * 100 + height, width, height);
        RgbImage image = Reference.picture(width, height);
        byte[] before = image.rgb().clone();
        for (int i = 0; i < POLICIES; i++) {
            AugmentationPolicy policy = policies.draw();
            assertThat(
                            AugmentationPolicy.parse(
                                    policy.toJson(), "policy", RandomPolicies.FUNCTIONS))
                    .isEqualTo(policy);
            Seed seed = new Seed(i);
            AugmentationPlan plan = policy.draw(seed.generator(), width, height);
            assertThat(policy.draw(seed.generator(), width, height)).isEqualTo(plan);
            String json = plan.toJson();
            assertThat(json + plan).doesNotContain("NaN").doesNotContain("Infinity");
            AugmentationPlan read = AugmentationPlan.parse(json, "plan", RandomPolicies.FUNCTIONS);
            assertThat(read).isEqualTo(plan);
            assertThat(read.toJson()).isEqualTo(json);

            RgbImage made = plan.apply(image, newWidth, newHeight);

            assertThat(made.width()).isEqualTo(newWidth);
            assertThat(made.height()).isEqualTo(newHeight);
            assertThat(plan.apply(image, newWidth, newHeight).rgb()).isEqualTo(made.rgb());
            assertThat(read.apply(image, newWidth, newHeight).rgb()).isEqualTo(made.rgb());
            assertThat(image.rgb()).isEqualTo(before);
        }
    }

    /** All policies together: the generator leaves nothing out. */
    @Test
    void everyKindIsDrawn() {
        RandomPolicies policies = new RandomPolicies(1, 9, 9);
        List<Class<?>> kinds = new ArrayList<>();
        for (int i = 0; i < POLICIES; i++) {
            policies.draw().augmentations().forEach(a -> kinds.add(a.getClass()));
        }
        assertThat(kinds.stream().distinct()).hasSize(14);
    }

    /**
     * The same draws one by one: a plan's compositions hold what stands between two splitting
     * steps, and do to a place and a colour what the parts do in turn.
     */
    @Test
    void splittingNeverChangesTheOrderOfOthers() {
        RandomPolicies policies = new RandomPolicies(2, 20, 15);
        int splits = 0;
        for (int i = 0; i < 400; i++) {
            AugmentationPolicy policy = policies.draw();
            AugmentationPlan plan = policy.draw(new Seed(i).generator(), 20, 15);
            RandomGenerator random = new Seed(i).generator();
            List<PlanStep> steps = new ArrayList<>(plan.steps());
            Parts parts = new Parts();
            for (Augmentation augmentation : policy.augmentations()) {
                if (augmentation instanceof Splitting splitting) {
                    var expected = splitting.draw(random);
                    if (expected.isPresent()) {
                        parts.requireAndClear(steps, random);
                        assertThat(steps.remove(0)).isEqualTo(expected.get());
                        splits++;
                    }
                } else if (augmentation instanceof Geometric geometric) {
                    parts.places.add(geometric.draw(random, 20, 15));
                } else if (augmentation instanceof Photometric photometric) {
                    parts.colours.add(photometric.draw(random));
                } else if (augmentation instanceof Noise noise) {
                    parts.sigmas.add(noise.drawSigma(random));
                }
            }
            parts.requireAndClear(steps, random);
            assertThat(steps).isEmpty();
        }
        assertThat(splits).isGreaterThan(100);
    }

    /** What one composition must do. */
    private static final class Parts {
        private final List<Affine> places = new ArrayList<>();
        private final List<ColourMap> colours = new ArrayList<>();
        private final List<Double> sigmas = new ArrayList<>();

        void requireAndClear(List<PlanStep> steps, RandomGenerator random) {
            if (places.isEmpty() && colours.isEmpty() && sigmas.isEmpty()) {
                return;
            }
            var composition = (PlanStep.Composition) steps.remove(0);
            // The last change of the picture is the first to be undone on the way to the source.
            double[] place = {3, -2};
            for (int i = places.size() - 1; i >= 0; i--) {
                place = at(places.get(i), place[0], place[1]);
            }
            double[] composed = at(composition.places(), 3, -2);
            assertThat(composed[0]).isCloseTo(place[0], within(1e-9));
            assertThat(composed[1]).isCloseTo(place[1], within(1e-9));
            double[] colour = {200, 100, 50};
            for (ColourMap map : colours) {
                colour = of(map, colour);
            }
            double[] mapped = of(composition.colours(), new double[] {200, 100, 50});
            for (int channel = 0; channel < 3; channel++) {
                double error = 1e-9 * (1 + Math.abs(colour[channel]));
                assertThat(mapped[channel]).isCloseTo(colour[channel], within(error));
            }
            double variance = sigmas.stream().mapToDouble(sigma -> sigma * sigma).sum();
            assertThat(composition.noiseSigma()).isCloseTo(Math.sqrt(variance), within(1e-9));
            assertThat(composition.noiseSeed()).isEqualTo(random.nextLong());
            places.clear();
            colours.clear();
            sigmas.clear();
        }

        private static double[] at(Affine map, double x, double y) {
            return new double[] {
                map.toX().x() * x + map.toX().y() * y + map.toX().shift(),
                map.toY().x() * x + map.toY().y() * y + map.toY().shift()
            };
        }

        private static double[] of(ColourMap map, double[] colour) {
            double[] mapped = new double[3];
            for (int row = 0; row < 3; row++) {
                List<Double> weights = map.rows().get(row);
                mapped[row] = weights.get(3);
                for (int k = 0; k < 3; k++) {
                    mapped[row] += weights.get(k) * colour[k];
                }
            }
            return mapped;
        }
    }
}
