package dev.fer4j.synthesis.audit;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Comparator.comparingDouble;

import com.google.common.math.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whether generated images are copies of real ones: the distance of each to the nearest real image,
 * compared with the distances between real images of different people. A generated image that is
 * closer to a real one than nearly all real people are to any other person shows that person.
 *
 * <p>Images made by projecting a frame and varying late styles are meant to keep its structure, so
 * they lie near their parent; {@link Nearest#ownPerson} distinguishes these from images that are
 * close to someone else. Compare with the training images, and also with validation and test
 * images, to which no generated image should be closer than to the training images.
 *
 * @param nearest the nearest real image for each generated image, in their order
 * @param people distances between real images of different people; empty if there is only one
 *     person
 */
public record Memorization(List<Nearest> nearest, Optional<Reference> people) {

    /**
     * The real image nearest to a generated one.
     *
     * @param image the generated image
     * @param real the real image; the first among ties
     * @param distance Euclidean distance of the features
     * @param ownPerson whether the real image shows the person whose frame the image was made from
     */
    public record Nearest(String image, String real, double distance, boolean ownPerson) {}

    /**
     * Quantiles over real images of the distance to the nearest image of another person.
     *
     * @param onePercent the 1 % quantile, linearly interpolated
     */
    public record Reference(double smallest, double onePercent, double median) {}

    public Memorization {
        nearest = List.copyOf(nearest);
    }

    /**
     * Finds the nearest images.
     *
     * @param personOf the person by image id; for a generated image, that of its parent
     */
    public static Memorization of(
            ImageFeatures generated, ImageFeatures real, UnaryOperator<String> personOf) {
        List<String> people = real.images().stream().map(personOf).toList();
        List<Nearest> nearest = new ArrayList<>();
        Neighbours.forEach(
                generated,
                real,
                (image, distances) -> {
                    int best = 0;
                    for (int j = 1; j < distances.length; j++) {
                        best = distances[j] < distances[best] ? j : best;
                    }
                    String name = generated.images().get(image);
                    nearest.add(
                            new Nearest(
                                    name,
                                    real.images().get(best),
                                    distances[best],
                                    people.get(best).equals(personOf.apply(name))));
                });
        return new Memorization(nearest, reference(real, people));
    }

    private static Optional<Reference> reference(ImageFeatures real, List<String> people) {
        if (people.stream().distinct().count() < 2) {
            return Optional.empty();
        }
        double[] smallest = new double[real.size()];
        Neighbours.forEach(
                real,
                real,
                (image, distances) -> {
                    smallest[image] = Double.POSITIVE_INFINITY;
                    for (int j = 0; j < distances.length; j++) {
                        if (!people.get(j).equals(people.get(image))) {
                            smallest[image] = Math.min(smallest[image], distances[j]);
                        }
                    }
                });
        var quantiles = Quantiles.percentiles().indexes(0, 1, 50).compute(smallest);
        return Optional.of(
                new Reference(
                        quantiles.getOrDefault(0, Double.NaN),
                        quantiles.getOrDefault(1, Double.NaN),
                        quantiles.getOrDefault(50, Double.NaN)));
    }

    /**
     * Generated images that are nearer to a real image of someone other than their parent's person
     * than 99 % of real images are to any other person, nearest first. Empty if there is no
     * reference.
     */
    public List<Nearest> copiesOfOthers() {
        return copies(false);
    }

    /** The same for images of the person whose frame they were made from. */
    public List<Nearest> copiesOfParents() {
        return copies(true);
    }

    private List<Nearest> copies(boolean ofOwnPerson) {
        return nearest.stream()
                .filter(n -> n.ownPerson() == ofOwnPerson)
                .filter(n -> people.filter(p -> n.distance() < p.onePercent()).isPresent())
                .sorted(comparingDouble(Nearest::distance))
                .toList();
    }

    /** The median distance to the nearest real image. */
    public double medianDistance() {
        checkArgument(!nearest.isEmpty(), "there are no generated images");
        return Quantiles.median()
                .compute(nearest.stream().mapToDouble(Nearest::distance).toArray());
    }
}
