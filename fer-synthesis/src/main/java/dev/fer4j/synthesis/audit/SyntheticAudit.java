package dev.fer4j.synthesis.audit;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.Origin;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The results of all audits of synthetic images.
 *
 * @param features the features between which distances are measured, see {@link
 *     BackboneFeatures#title}
 * @param real number of real images compared with
 * @param synthetic number of synthetic images
 * @param kernelDistance preferable with fewer than 10,000 images
 * @param frechetDistance comparable only between audits of equally many images
 * @param precisionRecall empty if there are too few images
 * @param densityCoverage empty if there are too few images
 * @param memorization by the name of the set of real images: training, validation, test
 * @param labels empty if no classifier was given
 * @param diversity of the images of one parent
 * @param shift of the demographic composition
 */
public record SyntheticAudit(
        String features,
        int real,
        int synthetic,
        KernelDistance kernelDistance,
        FrechetDistance frechetDistance,
        Optional<PrecisionRecall> precisionRecall,
        Optional<DensityCoverage> densityCoverage,
        Map<String, Memorization> memorization,
        Optional<LabelPreservation> labels,
        ParentDiversity diversity,
        DemographicShift shift) {

    /** The name of the set of training images, from which the synthetic ones were made. */
    public static final String TRAINING = "training";

    public SyntheticAudit {
        requireNonNull(features);
        requireNonNull(kernelDistance);
        requireNonNull(frechetDistance);
        requireNonNull(precisionRecall);
        requireNonNull(densityCoverage);
        memorization = ImmutableMap.copyOf(memorization);
        requireNonNull(labels);
        requireNonNull(diversity);
        requireNonNull(shift);
    }

    /**
     * Reads all images and audits the synthetic ones.
     *
     * @param network computes the features
     * @param synthetic at least two, made from recordings ({@link Origin.Synthetic})
     * @param real images by the name of their set, including {@link #TRAINING}; at least two of
     *     each
     * @param labels the predictions of a classifier trained on real images for the synthetic images
     *     and its threshold, if there is one
     * @param seed of subsets
     * @throws IOException if an image cannot be read
     */
    public static SyntheticAudit of(
            BackboneFeatures network,
            List<Sample> synthetic,
            Map<String, List<Sample>> real,
            Optional<LabelPreservation> labels,
            Seed seed,
            ProgressListener listener)
            throws IOException {
        checkArgument(real.containsKey(TRAINING), "there are no %s images", TRAINING);
        checkArgument(synthetic.size() >= 2, "%s synthetic images", synthetic.size());
        ImageFeatures generated = network.of(synthetic, listener);
        Map<String, ImageFeatures> sets = new LinkedHashMap<>();
        for (Map.Entry<String, List<Sample>> set : real.entrySet()) {
            if (!set.getValue().isEmpty()) {
                sets.put(set.getKey(), network.of(set.getValue(), listener));
            }
        }
        Lookup lookup = new Lookup(synthetic, real);
        ImageFeatures training =
                Optional.ofNullable(sets.get(TRAINING))
                        .orElseThrow(() -> new IllegalArgumentException("no training images"));
        int fewest = Math.min(training.size(), generated.size());
        Map<String, Memorization> nearest = new LinkedHashMap<>();
        sets.forEach(
                (name, images) ->
                        nearest.put(name, Memorization.of(generated, images, lookup::person)));
        return new SyntheticAudit(
                network.title(),
                training.size(),
                generated.size(),
                KernelDistance.of(training, generated, seed),
                FrechetDistance.of(training, generated),
                fewest > PrecisionRecall.NEIGHBOUR
                        ? Optional.of(
                                PrecisionRecall.of(training, generated, PrecisionRecall.NEIGHBOUR))
                        : Optional.empty(),
                training.size() > DensityCoverage.NEIGHBOUR
                        ? Optional.of(
                                DensityCoverage.of(training, generated, DensityCoverage.NEIGHBOUR))
                        : Optional.empty(),
                nearest,
                labels,
                ParentDiversity.of(generated, lookup::recording, training, lookup::recording),
                DemographicShift.of(
                        Optional.ofNullable(real.get(TRAINING)).orElseThrow(), synthetic));
    }

    /** The people and recordings of images, by image id. */
    private static final class Lookup {

        private final Map<String, String> people = new HashMap<>();
        private final Map<String, String> recordings = new HashMap<>();

        Lookup(List<Sample> synthetic, Map<String, List<Sample>> real) {
            synthetic.forEach(this::add);
            real.values().forEach(samples -> samples.forEach(this::add));
        }

        private void add(Sample sample) {
            people.put(sample.id(), sample.participant());
            recordings.put(
                    sample.id(),
                    sample.origin() instanceof Origin.Synthetic made
                            ? made.parentRecording()
                            : sample.recording());
        }

        String person(String image) {
            return people.getOrDefault(image, image);
        }

        String recording(String image) {
            return recordings.getOrDefault(image, image);
        }
    }
}
