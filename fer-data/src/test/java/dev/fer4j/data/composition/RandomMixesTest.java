package dev.fer4j.data.composition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Control.Means;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.design.TrainingMix;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Random small compositions with random caps, weights and controls, half of them with a planted
 * leak: no leak passes, no sample is lost or used twice, and the training list is exactly as long
 * as promised.
 */
class RandomMixesTest {

    private static final int COMPOSITIONS = 10_000;
    private static final List<String> SOURCES = List.of("baseline", "youtube", "stylegan2");

    private final Map<Problem.Kind, Integer> refused = new EnumMap<>(Problem.Kind.class);
    private final Map<Means, Integer> controls = new EnumMap<>(Means.class);
    private int passed;
    private int capped;

    @Test
    void noLeakPassesNoSampleIsLostAndTheListIsAsLongAsPromised() {
        for (int i = 0; i < COMPOSITIONS; i++) {
            RandomGenerator random = new Seed(i).derive("mix").generator();
            RandomCorpus corpus = new RandomCorpus(random);
            if (i % 2 == 0) {
                corpus.plant(LeakageKind.values()[random.nextInt(LeakageKind.values().length)]);
            }
            List<Manifest> manifests = corpus.manifests();
            Condition condition = condition(random);
            try {
                check(condition, manifests);
                passed++;
            } catch (PlanException e) {
                Set<Problem.Kind> kinds = new HashSet<>();
                e.problems().forEach(problem -> kinds.add(problem.kind()));
                assertThat(kinds).as("corpus %s", i).isEqualTo(expected(condition, manifests));
                kinds.forEach(kind -> refused.merge(kind, 1, Integer::sum));
            }
        }

        assertThat(passed).isGreaterThan(2000);
        assertThat(capped).isGreaterThan(1000);
        assertThat(controls).containsOnlyKeys(Means.values());
        assertThat(refused)
                .containsOnlyKeys(
                        Problem.Kind.DUPLICATE, Problem.Kind.TOO_FEW, Problem.Kind.BAD_SETTING);
        assertThat(refused.values()).allSatisfy(n -> assertThat(n).isGreaterThan(100));
    }

    private static Condition condition(RandomGenerator random) {
        Condition own = Condition.STANDARD.get(random.nextInt(4)).withMix(TrainingMix.ALL);
        own = own.withMix(mix(random).withSources(own.trainingSources()));
        if (random.nextBoolean()) {
            return own;
        }
        Condition like = Condition.STANDARD.get(random.nextInt(4));
        return own.likeInSize(
                like.withMix(mix(random).withSources(like.trainingSources())),
                Means.values()[random.nextInt(3)]);
    }

    private static TrainingMix mix(RandomGenerator random) {
        TrainingMix mix = TrainingMix.ALL.withSeed(new Seed(random.nextInt(3)));
        for (String source : SOURCES) {
            mix = random.nextInt(3) == 0 ? mix.withCap(source, 1 + random.nextInt(8)) : mix;
            mix =
                    random.nextInt(3) == 0
                            ? mix.withWeight(source, 0.1 + 4 * random.nextDouble())
                            : mix;
        }
        return mix;
    }

    private void check(Condition condition, List<Manifest> manifests) {
        Composition composition = Composition.compose(condition, CategorySplit.paper(), manifests);
        List<Manifest> used =
                manifests.stream()
                        .filter(m -> condition.trainingSources().contains(m.source()))
                        .toList();
        RandomCompositionsTest.assertNothingIsLost(used, composition);
        Map<Split, List<Sample>> samples = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            samples.put(split, composition.samples(split));
        }
        Set<LeakageKind> leaks = RandomCompositionsTest.leaks(samples);
        leaks.remove(LeakageKind.NEAR_DUPLICATE);
        leaks.remove(LeakageKind.SIMILAR_PARTICIPANT);
        assertThat(leaks).isEmpty();

        List<Sample> train = composition.samples(Split.TRAIN);
        condition
                .mix()
                .caps()
                .forEach((source, cap) -> assertThat(of(source, train)).isBetween(0, cap));
        boolean reached =
                condition.mix().caps().entrySet().stream()
                        .anyMatch(cap -> cap.getValue() == of(cap.getKey(), train));
        capped += reached ? 1 : 0;
        assertListIsAsLongAsPromised(condition, manifests, composition);
    }

    private void assertListIsAsLongAsPromised(
            Condition condition, List<Manifest> manifests, Composition composition) {
        int own = promised(condition.mix(), composition.samples(Split.TRAIN));
        Optional<Means> means = condition.mix().control().map(control -> control.means());
        int drawn =
                condition
                        .mix()
                        .control()
                        .map(control -> promised(control.like(), manifests))
                        .orElse(own);
        TrainingSet training = composition.training();
        assertThat(training.drawn()).isEqualTo(drawn);
        assertThat(training.items())
                .hasSize(means.equals(Optional.of(Means.UPDATES)) ? own : drawn)
                .extracting(TrainingItem::sample)
                .containsAll(composition.samples(Split.TRAIN))
                .isSubsetOf(composition.samples(Split.TRAIN));
        Map<String, Integer> copies = new HashMap<>();
        for (TrainingItem item : training.items()) {
            assertThat(item.copy())
                    .isEqualTo(copies.merge(item.sample().id(), 1, Integer::sum) - 1);
            assertThat(item.draw()).isLessThanOrEqualTo(item.copy());
        }
        means.ifPresent(m -> controls.merge(m, 1, Integer::sum));
    }

    private static int promised(Condition condition, List<Manifest> manifests) {
        return promised(
                condition.mix(),
                Selection.of(condition, CategorySplit.paper(), manifests)
                        .samples()
                        .get(Split.TRAIN));
    }

    /** By the weights, from the images that are there. */
    private static int promised(TrainingMix mix, List<Sample> train) {
        int promised = 0;
        for (String source : SOURCES) {
            promised += (int) Math.round(of(source, train) * Math.max(1, mix.weight(source)));
        }
        return promised;
    }

    private static int of(String source, List<Sample> samples) {
        return (int) samples.stream().filter(s -> s.source().equals(source)).count();
    }

    /** Why a composition is refused. */
    private static Set<Problem.Kind> expected(Condition condition, List<Manifest> manifests) {
        Selection selection = Selection.of(condition, CategorySplit.paper(), manifests);
        Set<Problem.Kind> kinds = new HashSet<>();
        Set<LeakageKind> leaks = RandomCompositionsTest.leaks(selection.samples());
        leaks.remove(LeakageKind.NEAR_DUPLICATE);
        leaks.remove(LeakageKind.SIMILAR_PARTICIPANT);
        if (!leaks.isEmpty()) {
            kinds.add(Problem.Kind.DUPLICATE);
        }
        List<Sample> train = selection.samples().get(Split.TRAIN);
        long interested = train.stream().filter(s -> s.label() == Label.INTERESTED).count();
        if (interested == 0 || interested == train.size()) {
            kinds.add(Problem.Kind.TOO_FEW);
        }
        if (condition
                .mix()
                .control()
                .filter(c -> promised(c.like(), manifests) < promised(condition.mix(), train))
                .isPresent()) {
            kinds.add(Problem.Kind.BAD_SETTING);
        }
        return kinds;
    }
}
