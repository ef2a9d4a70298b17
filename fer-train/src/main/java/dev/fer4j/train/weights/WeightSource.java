package dev.fer4j.train.weights;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.train.network.Backbone;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An open weight file. */
interface WeightSource extends AutoCloseable {

    /** The tensors of a file matched to the parameters of a network. */
    record Matching(
            Map<String, SourceTensor> byPath,
            List<SourceTensor> surplusHead,
            Map<String, String> skipped,
            List<SourceTensor> unexpected,
            Map<String, String> expected,
            List<String> notes) {

        /**
         * Copies the collections.
         *
         * @param byPath tensors by the path of our parameter
         * @param surplusHead tensors of further layers after the network's body
         * @param skipped tensors that are not needed, with the reasons by name
         * @param unexpected all other tensors
         * @param expected the names that tensors should have in the file, by the path of our
         *     parameter, as far as they are known
         * @param notes what is remarkable about the file's names
         */
        public Matching {
            byPath = ImmutableMap.copyOf(byPath);
            surplusHead = List.copyOf(surplusHead);
            skipped = ImmutableMap.copyOf(skipped);
            unexpected = List.copyOf(unexpected);
            expected = ImmutableMap.copyOf(expected);
            notes = List.copyOf(notes);
        }

        Matching(
                Map<String, SourceTensor> byPath,
                List<SourceTensor> surplusHead,
                Map<String, String> skipped,
                List<SourceTensor> unexpected) {
            this(byPath, surplusHead, skipped, unexpected, Map.of(), List.of());
        }

        Matching withExpected(Map<String, String> names) {
            return new Matching(byPath, surplusHead, skipped, unexpected, names, notes);
        }

        Matching withNotes(List<String> remarks) {
            return new Matching(byPath, surplusHead, skipped, unexpected, expected, remarks);
        }
    }

    WeightFormat format();

    Map<String, String> metadata();

    /** Whether the file can contain the weights of this network. */
    boolean isFor(Backbone backbone);

    /**
     * Finds the tensors of a network.
     *
     * @param backbone a backbone for which {@link #isFor} holds
     * @param paths the paths of its parameters
     * @throws dev.fer4j.core.InputException if the tensors of the file cannot be matched
     *     unambiguously
     */
    Matching match(Backbone backbone, Set<String> paths);

    /** Remarks on the file that do not prevent loading. */
    List<String> notes(Backbone backbone);

    @Override
    void close() throws IOException;
}
