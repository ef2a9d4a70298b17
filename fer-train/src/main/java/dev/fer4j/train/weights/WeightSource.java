package dev.fer4j.train.weights;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.List;
import java.util.Map;

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
         * @param skipped reasons by names of tensors that nobody needs
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

    /**
     * Finds the tensors of layers.
     *
     * @throws dev.fer4j.core.InputException if the file's parts cannot be told apart
     */
    Matching match(List<XceptionLayer> layers);

    @Override
    void close() throws IOException;
}
