package dev.fer4j.data.composition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Random small compositions, half of them with a planted leak: none passes with a leak, none is
 * stopped without one, and no sample is lost or used twice.
 */
class RandomCompositionsTest {

    private static final int COMPOSITIONS = 10_000;

    private final FingerprintCache cache = new FingerprintCache();
    private final LeakageGate gate =
            LeakageGate.identities().withStrictPeople().withNearDuplicates(cache);
    private final Map<LeakageKind, Integer> stopped = new EnumMap<>(LeakageKind.class);
    private int passed;

    @Test
    void noLeakPassesAndNoSampleIsLost() throws IOException {
        for (int i = 0; i < RandomCorpus.PICTURES; i++) {
            cache.add(RandomCorpus.sha256(i, false), Fingerprints.random(i));
            cache.add(RandomCorpus.sha256(i, true), Fingerprints.touched(i));
        }

        for (int i = 0; i < COMPOSITIONS; i++) {
            RandomGenerator random = new Seed(i).derive("corpus").generator();
            RandomCorpus corpus = new RandomCorpus(random);
            LeakageKind planted = LeakageKind.values()[random.nextInt(LeakageKind.values().length)];
            boolean leaks = i % 2 == 0;
            if (leaks) {
                corpus.plant(planted);
            }
            Set<LeakageKind> found = check(corpus.manifests());
            assertThat(found.contains(planted)).as("corpus %s: %s", i, planted).isEqualTo(leaks);
        }

        assertThat(passed).isEqualTo(COMPOSITIONS / 2);
        assertThat(stopped.keySet()).containsExactly(LeakageKind.values());
        assertThat(stopped.values()).allSatisfy(n -> assertThat(n).isGreaterThan(500));
    }

    /** The leaks of a composition, which passes if and only if there are none. */
    private Set<LeakageKind> check(List<Manifest> manifests) throws IOException {
        Selection selection = Selection.of(Condition.ALL_SOURCES, CategorySplit.paper(), manifests);
        Set<LeakageKind> leaks = leaks(selection.samples());
        try {
            Composition composition =
                    Composition.compose(
                            Condition.ALL_SOURCES, CategorySplit.paper(), manifests, gate);
            assertThat(leaks).isEmpty();
            assertThat(composition.leakage().isClean()).isTrue();
            assertNothingIsLost(manifests, composition);
            passed++;
        } catch (PlanException e) {
            assertThat(e.problems())
                    .extracting(Problem::subject)
                    .containsExactlyElementsOf(
                            said(leaks).stream().map(kind -> "leak by " + kind.noun()).toList());
            leaks.forEach(kind -> stopped.merge(kind, 1, Integer::sum));
        }
        return leaks;
    }

    /** Near-duplicates are looked for only if there is no other leak. */
    private static Set<LeakageKind> said(Set<LeakageKind> leaks) {
        Set<LeakageKind> identities = EnumSet.copyOf(leaks);
        identities.remove(LeakageKind.NEAR_DUPLICATE);
        return identities.isEmpty() ? leaks : identities;
    }

    static void assertNothingIsLost(List<Manifest> manifests, Composition composition) {
        int found = manifests.stream().mapToInt(manifest -> manifest.samples().size()).sum();
        Set<String> used = new HashSet<>();
        int uses = 0;
        for (Split split : Split.values()) {
            for (Sample sample : composition.samples(split)) {
                used.add(sample.id());
                uses++;
            }
        }
        int leftOut =
                composition.leftOut().stream()
                        .mapToInt(problem -> Integer.parseInt(problem.cause().split(" ", 2)[0]))
                        .sum();
        assertThat(used).hasSize(uses);
        assertThat(uses + leftOut).isEqualTo(found);
        assertThat(composition.counts().total()).isEqualTo(uses);
    }

    /** What two samples in different splits share, pair by pair. */
    static Set<LeakageKind> leaks(Map<Split, List<Sample>> samples) {
        Set<LeakageKind> leaks = EnumSet.noneOf(LeakageKind.class);
        samples.forEach(
                (first, some) ->
                        samples.forEach(
                                (second, others) -> {
                                    if (first != second) {
                                        some.forEach(
                                                a -> others.forEach(b -> addShared(a, b, leaks)));
                                    }
                                }));
        return leaks;
    }

    private static void addShared(Sample a, Sample b, Set<LeakageKind> leaks) {
        if (a.participant().equals(b.participant())) {
            leaks.add(LeakageKind.PARTICIPANT);
        } else if (a.participant().equalsIgnoreCase(b.participant())) {
            leaks.add(LeakageKind.SIMILAR_PARTICIPANT);
        }
        if (a.recording().equals(b.recording())) {
            leaks.add(LeakageKind.RECORDING);
        }
        if (a.sha256().equals(b.sha256())) {
            leaks.add(LeakageKind.IDENTICAL_FILE);
        }
        if (RandomCorpus.areNearDuplicates(a.sha256(), b.sha256())) {
            leaks.add(LeakageKind.NEAR_DUPLICATE);
        }
        if (a.origin() instanceof Origin.Synthetic made
                && (made.parentRecording().equals(b.recording())
                        || (b.origin() instanceof Origin.Synthetic other
                                && made.parentRecording().equals(other.parentRecording())))) {
            leaks.add(LeakageKind.SYNTHETIC_PARENT);
        }
    }
}
