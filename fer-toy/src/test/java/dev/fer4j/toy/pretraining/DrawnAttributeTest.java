package dev.fer4j.toy.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Seed;
import dev.fer4j.toy.face.Expression;
import dev.fer4j.toy.face.Identity;
import dev.fer4j.toy.face.RestingFace;
import dev.fer4j.toy.plan.ToyPlan;
import dev.fer4j.toy.plan.ToyScale;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrawnAttributeTest {

    private static final Seed SEED = new Seed(1);

    private static DrawnPerson person(int number) {
        return DrawnPerson.sample(SEED, number, 1).get(0);
    }

    /** The person with the pose of the head, and all that can show interest from another. */
    private static DrawnPerson withCuesOf(DrawnPerson person, DrawnPerson other) {
        Expression own = person.expression();
        Expression cues = other.expression();
        Identity i = person.identity();
        RestingFace resting = other.identity().resting();
        return new DrawnPerson(
                new Identity(
                        i.gender(),
                        i.age(),
                        i.skin(),
                        i.shape(),
                        i.hair(),
                        i.brows(),
                        i.eyes(),
                        i.nose(),
                        i.lips(),
                        i.beard(),
                        i.glasses(),
                        i.clothing(),
                        resting,
                        i.detail()),
                person.scene(),
                new Expression(
                        cues.smile(),
                        cues.mouthOpen(),
                        cues.brow(),
                        cues.eyeOpen(),
                        cues.gazeX(),
                        cues.gazeY(),
                        cues.cheekRaise(),
                        own.tilt(),
                        own.turn(),
                        own.nod(),
                        cues.lean()),
                person.seed());
    }

    @Test
    void noneDependsOnACueOfInterestOrOnTheRestingFace() {
        for (int i = 0; i < 200; i++) {
            DrawnPerson person = person(i);
            DrawnPerson moved = withCuesOf(person, person(1000 + i));

            assertThat(moved.expression()).isNotEqualTo(person.expression());
            assertThat(DrawnAttribute.all(moved)).containsExactly(DrawnAttribute.all(person));
        }
    }

    @Test
    void poseDoesNotTellACue() {
        List<DrawnPerson> people =
                IntStream.range(0, 2000).mapToObj(DrawnAttributeTest::person).toList();
        double[] turn = people.stream().mapToDouble(p -> Math.abs(p.expression().turn())).toArray();
        double[] gaze =
                people.stream().mapToDouble(p -> Math.abs(p.expression().gazeX())).toArray();

        // The standard error of the correlation is 0.022.
        assertThat(ToyPretraining.correlation(turn, gaze)).isBetween(-0.09, 0.09);
    }

    @Test
    void nobodyIsInACorpus() {
        ToyPretraining.Settings settings = ToyPretraining.Settings.defaults();
        Set<Identity> people = new HashSet<>();
        for (int i = 0; i < settings.people() + settings.heldOut(); i++) {
            people.add(person(i).identity());
        }
        assertThat(people).hasSize(settings.people() + settings.heldOut());

        for (int seed = 1; seed <= 50; seed++) {
            ToyPlan plan = ToyPlan.of(new Seed(seed), ToyScale.defaults());
            assertThat(plan.recordings())
                    .noneMatch(recording -> people.contains(recording.participant().identity()));
            assertThat(plan.series()).noneMatch(series -> people.contains(series.identity()));
        }
    }

    @ParameterizedTest
    @EnumSource(DrawnAttribute.class)
    void eachVariesBetweenZeroAndOne(DrawnAttribute attribute) {
        double[] values =
                IntStream.range(0, 1000).mapToDouble(i -> attribute.of(person(i))).toArray();

        assertThat(Arrays.stream(values).min().orElseThrow()).isNotNegative();
        assertThat(Arrays.stream(values).max().orElseThrow()).isLessThanOrEqualTo(1);
        assertThat(Arrays.stream(values).distinct().count()).isGreaterThan(1);
        assertThat(Arrays.stream(values).average().orElseThrow()).isBetween(0.01, 0.95);
        assertThat(attribute.mirrored(attribute.mirrored(0.25f))).isEqualTo(0.25f);
    }

    @Test
    void picturesOfAPersonDifferOnlyInExpressionAndNoise() {
        List<DrawnPerson> pictures = DrawnPerson.sample(SEED, 3, 3);

        assertThat(pictures)
                .extracting(DrawnPerson::identity)
                .containsOnly(pictures.get(0).identity());
        assertThat(pictures).extracting(DrawnPerson::scene).containsOnly(pictures.get(0).scene());
        assertThat(pictures).extracting(DrawnPerson::expression).doesNotHaveDuplicates();
        assertThat(pictures).extracting(DrawnPerson::seed).doesNotHaveDuplicates();
    }
}
