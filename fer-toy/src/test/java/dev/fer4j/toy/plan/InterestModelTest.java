package dev.fer4j.toy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Gender;
import dev.fer4j.core.Label;
import dev.fer4j.core.Seed;
import dev.fer4j.toy.RankingQuality;
import dev.fer4j.toy.face.Expression;
import dev.fer4j.toy.face.Identity;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterestModelTest {

    private static final int PEOPLE = 1500;
    private static final String[] NAMES = {
        "smile", "mouthOpen", "brow", "eyeOpen", "gaze on screen", "cheekRaise", "lean"
    };

    /** What is seen of people who each gave one answer, with one label in {@code prevalence}. */
    private static final class Shown {

        private final double[][] features = new double[PEOPLE][];
        private final boolean[] interested = new boolean[PEOPLE];

        Shown(Seed root, double prevalence) {
            for (int i = 0; i < PEOPLE; i++) {
                Seed seed = root.derive("person", i);
                var random = seed.generator();
                Identity identity = Identity.random(Gender.FEMALE, seed);
                interested[i] = random.nextDouble() < prevalence;
                double interest =
                        InterestModel.interest(
                                InterestModel.mean(prevalence),
                                interested[i] ? Label.INTERESTED : Label.NOT_INTERESTED,
                                random);
                Expression e =
                        InterestModel.apex(interest, identity.resting().expressiveness(), random)
                                .shownBy(identity.resting());
                features[i] = InterestModelTest.features(e);
            }
        }

        double[] column(int feature) {
            double[] column = new double[PEOPLE];
            for (int i = 0; i < PEOPLE; i++) {
                column[i] = features[i][feature];
            }
            return column;
        }
    }

    static double[] features(Expression e) {
        return new double[] {
            e.smile(),
            e.mouthOpen(),
            e.brow(),
            e.eyeOpen(),
            -Math.hypot(e.gazeX(), e.gazeY() - InterestModel.SCREEN_Y),
            e.cheekRaise(),
            e.lean()
        };
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.55, 0.65, 0.83})
    void noSingleCueTellsTheAnswerAndAllTogetherNearlyDo(double prevalence) {
        Shown fitted = new Shown(new Seed(11), prevalence);
        Shown unseen = new Shown(new Seed(12), prevalence);

        for (int feature = 0; feature < NAMES.length; feature++) {
            assertThat(RankingQuality.auc(unseen.column(feature), unseen.interested))
                    .as(NAMES[feature])
                    .isBetween(0.79, 0.91);
        }
        double[] weights = RankingQuality.leastSquares(fitted.features, fitted.interested);
        double together =
                RankingQuality.auc(
                        RankingQuality.scores(unseen.features, weights), unseen.interested);
        assertThat(together).isBetween(0.93, 0.98);
    }

    @Test
    void meanInterestGivesThePrevalence() {
        for (double prevalence : new double[] {0.3, 0.55, 0.65, 0.83}) {
            Random random = new Random(3);
            double mean = InterestModel.mean(prevalence);
            int yes = 0;
            for (int i = 0; i < 100_000; i++) {
                yes += mean + random.nextGaussian() > 0 ? 1 : 0;
            }
            assertThat(yes / 100_000.0).isBetween(prevalence - 0.015, prevalence + 0.015);
        }
    }
}
