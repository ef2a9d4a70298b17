package dev.fer4j.data.audit;

import dev.fer4j.core.Demographics;
import dev.fer4j.core.Gender;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.data.composition.CleanManifests;
import dev.fer4j.data.composition.Composition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Compositions of made-up samples whose people have genders and ages. */
final class AuditedPeople {

    private AuditedPeople() {}

    /** A random composition of all sources; a third of genders and ages is unknown. */
    static Composition random(RandomGenerator random) {
        Map<String, Demographics> people = new HashMap<>();
        return compose(
                CleanManifests.random(random),
                participant -> people.computeIfAbsent(participant, p -> demographics(random)));
    }

    /** What is known of a person. */
    interface Register {
        Demographics of(String participant);
    }

    static Composition compose(List<Manifest> manifests, Register register) {
        return Composition.compose(
                Condition.ALL_SOURCES,
                CategorySplit.paper(),
                manifests.stream().map(manifest -> with(manifest, register)).toList());
    }

    private static Manifest with(Manifest manifest, Register register) {
        return new Manifest(
                manifest.source(),
                manifest.samples().stream()
                        .map(sample -> with(sample, register.of(sample.participant())))
                        .toList(),
                manifest.quarantined());
    }

    private static Sample with(Sample sample, Demographics demographics) {
        return new Sample(
                sample.id(),
                sample.file(),
                sample.label(),
                sample.participant(),
                sample.recording(),
                sample.ad(),
                sample.category(),
                sample.source(),
                sample.origin(),
                demographics,
                sample.rights(),
                sample.sha256());
    }

    private static Demographics demographics(RandomGenerator random) {
        Gender[] genders = Gender.values();
        return new Demographics(
                random.nextInt(3) == 0
                        ? Optional.empty()
                        : Optional.of(genders[random.nextInt(genders.length)]),
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(random.nextInt(90)));
    }
}
