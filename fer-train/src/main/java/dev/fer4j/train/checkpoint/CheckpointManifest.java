package dev.fer4j.train.checkpoint;

import java.util.List;

/**
 * The manifest beside the tensors.
 *
 * @param number of the checkpoint
 * @param tensorBytes length of the tensor file
 * @param tensorSha256 of all its bytes
 * @param identity of the run that saved it
 * @param resumedDespite differences that were allowed before
 * @param state as it was saved
 */
record CheckpointManifest(
        long number,
        long tensorBytes,
        String tensorSha256,
        RunIdentity identity,
        List<String> resumedDespite,
        String state) {

    CheckpointManifest {
        resumedDespite = List.copyOf(resumedDespite);
    }
}
