package dev.fer4j.train.weights;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.train.network.Backbone;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file of weights that is open. */
interface WeightSource extends AutoCloseable {

    /** What is for what. */
    record Matching(
            Map<String, SourceTensor> byPath,
            List<SourceTensor> surplusHead,
            Map<String, String> skipped,
            List<SourceTensor> unexpected) {

        /**
         * Copies the collections.
         *
         * @param byPath tensors by the paths of our parameters
         * @param surplusHead tensors of further layers after the network's body
         * @param skipped reasons by names of tensors that are not needed
         * @param unexpected all others
         */
        public Matching {
            byPath = ImmutableMap.copyOf(byPath);
            surplusHead = List.copyOf(surplusHead);
            skipped = ImmutableMap.copyOf(skipped);
            unexpected = List.copyOf(unexpected);
        }
    }

    WeightFormat format();

    Map<String, String> metadata();

    /** Whether the file can have the weights of this network. */
    boolean isFor(Backbone backbone);

    /**
     * Finds the tensors of a network.
     *
     * @param backbone one that the file is for
     * @param paths of its parameters
     * @throws dev.fer4j.core.InputException if the file's parts cannot be told apart
     */
    Matching match(Backbone backbone, Set<String> paths);

    /** What is worth knowing of the file and no obstacle. */
    List<String> notes(Backbone backbone);

    @Override
    void close() throws IOException;
}
