package dev.fer4j.train.checkpoint;

import java.util.List;

/**
 * The manifest that accompanies the tensor file of a checkpoint.
 *
 * @param number of the checkpoint
 * @param tensorBytes length of the tensor file, in bytes
 * @param tensorSha256 SHA-256 of the tensor file
 * @param identity identity of the run that saved the checkpoint
 * @param resumedDespite differences allowed at earlier resumes
 * @param state the state, unchanged
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
