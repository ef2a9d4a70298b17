package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;

import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A grouping of samples that belong together: those of one person, or of one recording. Clusters
 * are numbered from 0 in the order of their first sample.
 */
public final class Clusters {

    private static final int MOST_GROUPS = 200;
    private static final int MANY_CLUSTERS = 50_000;
    private static final int FEWER_GROUPS = 50;

    private final int[] ofSample;
    private final List<String> names;

    private Clusters(int[] ofSample, List<String> names) {
        this.ofSample = ofSample;
        this.names = List.copyOf(names);
    }

    /**
     * Clusters samples by name.
     *
     * @param nameOfSample the name of each sample's cluster
     */
    public static Clusters of(List<String> nameOfSample) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> names = new ArrayList<>();
        int[] ofSample = new int[nameOfSample.size()];
        for (int i = 0; i < ofSample.length; i++) {
            String name = nameOfSample.get(i);
            Integer number = numbers.putIfAbsent(name, names.size());
            if (number == null) {
                number = names.size();
                names.add(name);
            }
            ofSample[i] = number;
        }
        return new Clusters(ofSample, names);
    }

    /** The participants of predictions. */
    public static Clusters participants(Predictions predictions) {
        return of(predictions.all().stream().map(Prediction::participant).toList());
    }

    /** The recordings of predictions. */
    public static Clusters recordings(Predictions predictions) {
        return of(predictions.all().stream().map(Prediction::recording).toList());
    }

    /** The number of clusters. */
    public int count() {
        return names.size();
    }

    /** The number of samples. */
    public int samples() {
        return ofSample.length;
    }

    /** The index of a sample's cluster. */
    public int of(int sample) {
        return ofSample[sample];
    }

    public String name(int cluster) {
        checkElementIndex(cluster, names.size(), "cluster");
        return names.get(cluster);
    }

    /** The number of samples in each cluster. */
    public int[] sizes() {
        int[] sizes = new int[count()];
        for (int cluster : ofSample) {
            sizes[cluster]++;
        }
        return sizes;
    }

    /**
     * The larger clusters that contain these clusters, for example the participants of recordings.
     *
     * @param larger a clustering of the same samples
     * @return a clustering of these clusters: the samples of the result are the clusters of this
     *     object
     * @throws IllegalArgumentException if a cluster is spread over two larger ones
     */
    public Clusters within(Clusters larger) {
        checkSamples(larger.samples());
        int[] parent = new int[count()];
        Arrays.fill(parent, -1);
        for (int i = 0; i < ofSample.length; i++) {
            int mine = ofSample[i];
            if (parent[mine] < 0) {
                parent[mine] = larger.of(i);
            }
            checkArgument(
                    parent[mine] == larger.of(i),
                    "%s belongs to %s and to %s: give it a different name in each",
                    names.get(mine),
                    larger.name(parent[mine]),
                    larger.name(larger.of(i)));
        }
        return new Clusters(parent, larger.names);
    }

    /**
     * These clusters if they are few enough to be left out one by one, else random groups of them,
     * which are always the same: 200 groups for more than 200 clusters, and 50 for more than
     * 50,000, so that a million cases take seconds (the delete-a-group jackknife; P. S. Kott, "The
     * delete-a-group jackknife", Journal of Official Statistics 17, 2001).
     */
    public Clusters inGroups() {
        if (count() <= MOST_GROUPS) {
            return this;
        }
        int[] groups = groups(count());
        List<String> groupNames = new ArrayList<>();
        for (int cluster : ofSample) {
            groupNames.add("group " + groups[cluster]);
        }
        return of(groupNames);
    }

    /** The group index of each cluster; with few clusters, each is a group of its own. */
    static int[] groups(int clusters) {
        int groups = clusters > MANY_CLUSTERS ? FEWER_GROUPS : MOST_GROUPS;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < clusters; i++) {
            order.add(i);
        }
        if (clusters > groups) {
            Collections.shuffle(order, new Random(new Seed(1).derive("groups").value()));
        }
        int[] groupOf = new int[clusters];
        for (int i = 0; i < clusters; i++) {
            groupOf[order.get(i)] = i % groups;
        }
        return groupOf;
    }

    void checkSamples(int samples) {
        checkArgument(
                samples == ofSample.length,
                "%s samples and clusters of %s: one of each is needed for every sample",
                samples,
                ofSample.length);
    }

    @Override
    public String toString() {
        return count() + " clusters of " + samples() + " samples";
    }
}
