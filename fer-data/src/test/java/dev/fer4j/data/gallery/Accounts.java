package dev.fer4j.data.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import java.util.List;

/** What was put into a corpus, against what its manifests say. */
final class Accounts {

    private final List<Item> found;
    private final List<Manifest> manifests;

    Accounts(List<Item> found, List<Manifest> manifests) {
        this.found = found;
        this.manifests = manifests;
    }

    List<Item> used() {
        return found.stream().filter(item -> !samplesOf(List.of(item)).isEmpty()).toList();
    }

    private List<Item> quarantined() {
        return found.stream()
                .filter(
                        item ->
                                manifests.stream()
                                        .anyMatch(
                                                manifest ->
                                                        manifest.quarantined().stream()
                                                                .filter(
                                                                        problem ->
                                                                                !problem.kind()
                                                                                        .isUsed())
                                                                .anyMatch(
                                                                        problem ->
                                                                                item.isBlamedBy(
                                                                                        manifest
                                                                                                .source(),
                                                                                        problem))))
                .toList();
    }

    List<Problem> problems() {
        return manifests.stream().flatMap(manifest -> manifest.quarantined().stream()).toList();
    }

    List<Sample> samplesOf(List<Item> items) {
        return manifests.stream()
                .flatMap(manifest -> manifest.samples().stream())
                .filter(sample -> items.stream().anyMatch(item -> item.gave(sample)))
                .toList();
    }

    /** Found = used + quarantined: each item is one of the two, and nothing is of no item. */
    void requireBalance() {
        List<Item> used = used();
        List<Item> quarantined = quarantined();
        assertThat(used.stream().filter(quarantined::contains))
                .as("used and quarantined")
                .isEmpty();
        assertThat(found)
                .as("neither used nor quarantined")
                .allMatch(item -> used.contains(item) || quarantined.contains(item));
        assertThat(used.size() + quarantined.size()).isEqualTo(found.size());
        for (Manifest manifest : manifests) {
            assertThat(manifest.quarantined())
                    .as("problems of %s", manifest.source())
                    .allMatch(
                            problem ->
                                    found.stream()
                                            .anyMatch(
                                                    item ->
                                                            item.isBlamedBy(
                                                                    manifest.source(), problem)));
            assertThat(manifest.samples())
                    .as("samples of %s", manifest.source())
                    .allMatch(sample -> found.stream().anyMatch(item -> item.gave(sample)));
        }
        assertThat(samplesOf(found).stream().filter(sample -> sample.source().equals("baseline")))
                .hasSize(
                        Corpus.FRAMES
                                * (int)
                                        used.stream()
                                                .filter(item -> item.source().equals("baseline"))
                                                .count());
    }
}
