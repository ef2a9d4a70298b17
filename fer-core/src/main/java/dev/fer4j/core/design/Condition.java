package dev.fer4j.core.design;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sources that a model is trained on. Validation and test images always come from the
 * evaluation source, so conditions differ in their training sets only (paper, section 2).
 *
 * @param id for file names: lower-case letters, digits and hyphens, at most {@value
 *     FileNames#LONGEST_ID}
 * @param title for tables, for example {@code Baseline + YouTube}
 * @param evaluationSource the source that all three splits draw from
 * @param addedSources sources added to the training split
 * @param mix how much of each source is used for training
 */
public record Condition(
        String id,
        String title,
        String evaluationSource,
        List<String> addedSources,
        TrainingMix mix) {

    /** The laboratory data alone. */
    public static final Condition BASELINE =
            new Condition("baseline", "Baseline", "baseline", List.of());

    /** Laboratory data and stills from YouTube reaction videos. */
    public static final Condition BASELINE_YOUTUBE =
            new Condition("baseline-youtube", "Baseline + YouTube", "baseline", List.of("youtube"));

    /** Laboratory data and images generated from its training frames. */
    public static final Condition BASELINE_STYLEGAN2 =
            new Condition(
                    "baseline-stylegan2", "Baseline + StyleGAN2", "baseline", List.of("stylegan2"));

    /** All sources together, which the paper mentions but did not train on. */
    public static final Condition ALL_SOURCES =
            new Condition(
                    "baseline-youtube-stylegan2",
                    "Baseline + YouTube + StyleGAN2",
                    "baseline",
                    List.of("youtube", "stylegan2"));

    /** The paper's three conditions and {@link #ALL_SOURCES}. */
    public static final List<Condition> STANDARD =
            List.of(BASELINE, BASELINE_YOUTUBE, BASELINE_STYLEGAN2, ALL_SOURCES);

    public Condition {
        checkArgument(
                id.matches("[a-z0-9]+(-[a-z0-9]+)*"),
                "condition id '%s': expected lower-case letters, digits and single hyphens",
                id);
        Optional<String> problem = FileNames.problem(id);
        checkArgument(problem.isEmpty(), "condition id '%s' %s", id, problem.orElse(""));
        checkArgument(!title.isBlank(), "condition %s needs a title", id);
        addedSources = List.copyOf(addedSources);
        checkArgument(
                new HashSet<>(addedSources).size() == addedSources.size()
                        && !addedSources.contains(evaluationSource),
                "condition %s names a source twice: %s + %s",
                id,
                evaluationSource,
                addedSources);
        Set<String> strange = new TreeSet<>(mix.caps().keySet());
        strange.addAll(mix.weights().keySet());
        strange.removeAll(addedSources);
        strange.remove(evaluationSource);
        checkArgument(
                strange.isEmpty(),
                "condition %s has a cap or weight for sources that it does not train on: %s",
                id,
                strange);
        checkArgument(
                mix.control().isEmpty()
                        || mix.control().get().like().evaluationSource().equals(evaluationSource),
                "condition %s cannot be a control for a condition with another evaluation source",
                id);
    }

    /** Creates a condition that uses every image of every source once. */
    public Condition(String id, String title, String evaluationSource, List<String> addedSources) {
        this(id, title, evaluationSource, addedSources, TrainingMix.ALL);
    }

    /**
     * Returns a copy with a different mix of the same sources. Id and title are kept; conditions of
     * one study that differ only in their mix need different ones.
     *
     * @throws IllegalArgumentException if the mix names a source that this condition does not have
     */
    public Condition withMix(TrainingMix other) {
        return new Condition(id, title, evaluationSource, addedSources, other);
    }

    /**
     * Returns the control condition that has the images of this condition and trains for as long as
     * another one.
     *
     * @param like the condition with more images
     * @param means how the length of training is matched
     */
    public Condition likeInSize(Condition like, Control.Means means) {
        Control control = new Control(like, means);
        return new Condition(
                control.idOf(this),
                control.titleOf(this),
                evaluationSource,
                addedSources,
                mix.withControl(control));
    }

    /** Whether this is a control condition. */
    @JsonIgnore
    public boolean isControl() {
        return mix.control().isPresent();
    }

    /** Whether this is a control condition for the given one. */
    public boolean isControlOf(Condition other) {
        return mix.control().filter(control -> control.like().equals(other)).isPresent();
    }

    /** All sources of the training split. */
    public List<String> trainingSources() {
        return ImmutableList.<String>builder().add(evaluationSource).addAll(addedSources).build();
    }
}
