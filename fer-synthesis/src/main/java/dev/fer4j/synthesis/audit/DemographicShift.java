package dev.fer4j.synthesis.audit;

import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.core.AgeBand;
import dev.fer4j.core.Sample;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How synthetic images shift the demographic composition of the training data: the share of each
 * group among real and among synthetic training images. A synthetic image counts towards its
 * parent's group; whether its face still appears to belong to that group is not checked.
 *
 * @param columns shares by column (gender, age band, label) and group; unknown is a group
 */
public record DemographicShift(Map<String, Map<String, Shares>> columns) {

    /** The column whose groups are the names of {@link dev.fer4j.core.Label}s. */
    public static final String LABEL = "label";

    private static final String UNKNOWN = "unknown";

    /**
     * The shares of one group.
     *
     * @param real share of real images, in [0, 1]
     * @param synthetic share of synthetic images, in [0, 1]
     */
    public record Shares(double real, double synthetic) {}

    public DemographicShift {
        columns = ImmutableSortedMap.copyOf(columns);
    }

    /**
     * Computes the shares.
     *
     * @param real training images, at least one
     * @param synthetic images, at least one
     */
    public static DemographicShift of(List<Sample> real, List<Sample> synthetic) {
        return new DemographicShift(
                Map.of(
                        "gender",
                        shares(real, synthetic, DemographicShift::gender),
                        "age band",
                        shares(real, synthetic, DemographicShift::ageBand),
                        LABEL,
                        shares(real, synthetic, sample -> sample.label().name())));
    }

    private static String gender(Sample sample) {
        return sample.demographics().gender().map(Enum::name).orElse(UNKNOWN);
    }

    private static String ageBand(Sample sample) {
        return sample.demographics().age().map(age -> AgeBand.of(age).id()).orElse(UNKNOWN);
    }

    private static Map<String, Shares> shares(
            List<Sample> real, List<Sample> synthetic, Function<Sample, String> groupOf) {
        Map<String, Double> ofReal = shares(real, groupOf);
        Map<String, Double> ofSynthetic = shares(synthetic, groupOf);
        TreeSet<String> groups = new TreeSet<>(ofReal.keySet());
        groups.addAll(ofSynthetic.keySet());
        ImmutableSortedMap.Builder<String, Shares> shares = ImmutableSortedMap.naturalOrder();
        for (String group : groups) {
            shares.put(
                    group,
                    new Shares(
                            ofReal.getOrDefault(group, 0.0), ofSynthetic.getOrDefault(group, 0.0)));
        }
        return shares.buildOrThrow();
    }

    private static Map<String, Double> shares(
            List<Sample> samples, Function<Sample, String> groupOf) {
        Map<String, Double> shares = new TreeMap<>();
        samples.forEach(s -> shares.merge(groupOf.apply(s), 1.0 / samples.size(), Double::sum));
        return shares;
    }
}
