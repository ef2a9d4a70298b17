package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;

/**
 * Which sources a model is trained on. Validation and test images always come from the evaluation
 * source, so conditions differ in their training set only (paper, section 2).
 *
 * @param id for file names: lower-case letters, digits and hyphens
 * @param title for tables, for example {@code Baseline + YouTube}
 * @param evaluationSource the source that all three splits draw from
 * @param addedSources sources that are added to the training split
 */
public record Condition(
        String id, String title, String evaluationSource, List<String> addedSources) {

    /** The laboratory data alone. */
    public static final Condition BASELINE =
            new Condition("baseline", "Baseline", "baseline", List.of());

    /** Laboratory data and stills of YouTube reaction videos. */
    public static final Condition BASELINE_YOUTUBE =
            new Condition("baseline-youtube", "Baseline + YouTube", "baseline", List.of("youtube"));

    /** Laboratory data and images generated from its training frames. */
    public static final Condition BASELINE_STYLEGAN2 =
            new Condition(
                    "baseline-stylegan2", "Baseline + StyleGAN2", "baseline", List.of("stylegan2"));

    /** All sources together, which the paper speaks of and did not train. */
    public static final Condition ALL_SOURCES =
            new Condition(
                    "baseline-youtube-stylegan2",
                    "Baseline + YouTube + StyleGAN2",
                    "baseline",
                    List.of("youtube", "stylegan2"));

    /** The paper's three conditions and the fourth that it left out. */
    public static final ImmutableList<Condition> STANDARD =
            ImmutableList.of(BASELINE, BASELINE_YOUTUBE, BASELINE_STYLEGAN2, ALL_SOURCES);

    /** Checks names, and that no source is named twice. */
    public Condition {
        checkArgument(
                id.matches("[a-z0-9]+(-[a-z0-9]+)*"),
                "condition id '%s': expected lower-case letters, digits and single hyphens",
                id);
        checkArgument(!title.isBlank(), "condition %s needs a title", id);
        addedSources = List.copyOf(addedSources);
        checkArgument(
                new HashSet<>(addedSources).size() == addedSources.size()
                        && !addedSources.contains(evaluationSource),
                "condition %s names a source twice: %s + %s",
                id,
                evaluationSource,
                addedSources);
    }

    /** All sources of the training split. */
    public List<String> trainingSources() {
        return ImmutableList.<String>builder().add(evaluationSource).addAll(addedSources).build();
    }
}
