package dev.fer4j.data.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was put into a corpus, against what its manifests say. Many exhibits are the same clip or
 * picture, byte for byte, so that they contradict each other; these reports are left out here,
 * since all the files are used.
 */
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
                                                        quarantined(manifest)
                                                                .anyMatch(
                                                                        problem ->
                                                                                blames(
                                                                                        manifest
                                                                                                .source(),
                                                                                        problem,
                                                                                        item))))
                .toList();
    }

    /** A problem of an item in a recording's folder is not one of the recording. */
    private boolean blames(String source, Problem problem, Item item) {
        return item.isNamedIn(source, problem)
                || (item.isBlamedBy(source, problem)
                        && found.stream().noneMatch(other -> other.isNamedIn(source, problem)));
    }

    List<Problem> problems() {
        return manifests.stream()
                .flatMap(manifest -> manifest.quarantined().stream())
                .filter(problem -> problem.kind() != Problem.Kind.CONTRADICTION)
                .toList();
    }

    private static Stream<Problem> quarantined(Manifest manifest) {
        return manifest.quarantined().stream().filter(problem -> !problem.kind().isUsed());
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
            assertThat(quarantined(manifest))
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
