package dev.fer4j.train.weights;

import static java.util.Objects.requireNonNull;

import ai.djl.nn.Block;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.file.CloseOnFailure;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.train.model.ModelFile;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.tensor.FileFormat;
import dev.fer4j.train.tensor.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with weights that a user supplies: a model file of this library, for any backbone; a file
 * of Keras, for the {@link dev.fer4j.train.keras.network.KerasNetwork} in it; or, for Xception,
 * HDF5 or a {@code .keras} archive of the Keras application, with or without top, or safetensors
 * with the names of timm's {@code legacy_xception}. The format is recognized by the content, not by
 * the name.
 *
 * <p>Each format fits a network of either {@link dev.fer4j.train.xception.NumericsProfile}; only
 * the profile with which the weights were trained reproduces their logits.
 *
 * @param path the file; nothing is downloaded
 * @param sha256 the required SHA-256 of the file, 64 lower-case hexadecimal digits, if known
 * @param head what to do about the last layer
 */
public record WeightsFile(Path path, Optional<String> sha256, HeadPolicy head) {

    public WeightsFile {
        requireNonNull(path);
        requireNonNull(head);
        sha256.ifPresent(
                digest -> {
                    if (!digest.matches("[0-9a-f]{64}")) {
                        throw new InputException(
                                Problem.Kind.BAD_SETTING,
                                "sha-256 '" + digest + "'",
                                "expected 64 lower-case hexadecimal digits",
                                "");
                    }
                });
    }

    /** Returns pretrained weights of any origin: {@link HeadPolicy#IF_IT_FITS}, no digest. */
    public static WeightsFile pretrained(Path path) {
        return new WeightsFile(path, Optional.empty(), HeadPolicy.IF_IT_FITS);
    }

    /** Returns weights of a network trained with a single logit: {@link HeadPolicy#REQUIRED}. */
    public static WeightsFile trained(Path path) {
        return new WeightsFile(path, Optional.empty(), HeadPolicy.REQUIRED);
    }

    /** Returns a copy that requires the file to have this digest. */
    public WeightsFile withSha256(String digest) {
        return new WeightsFile(path, Optional.of(digest), head);
    }

    /**
     * Reports what {@link #load} would do, without changing the network. Values are not read.
     *
     * @param backbone the backbone of the network
     * @param network a network built from it and initialized
     * @throws InputException if the file does not exist, has another digest, cannot be read, or is
     *     for another kind of network
     * @throws IllegalArgumentException if the network is not of that configuration
     */
    public WeightsReport inspect(Backbone backbone, Block network) throws IOException {
        String digest = digest();
        try (WeightSource source = open(backbone)) {
            return new WeightAssignment(backbone, network, source, head).report(path, digest);
        }
    }

    /**
     * Loads the file's weights into a network: all of them, apart from a head that the policy
     * keeps, or none if an exception is thrown.
     *
     * @param backbone the backbone of the network
     * @param network a network built from it and initialized; its arrays are kept, and their values
     *     change
     * @return the outcome for each name
     * @throws InputException if the file does not exist, has another digest, cannot be read, is for
     *     another kind of network, lacks a weight, contains an unexpected one or one of another
     *     shape, or contains a non-finite value or a negative variance
     * @throws IllegalArgumentException if the network is not of that configuration
     */
    public WeightsReport load(Backbone backbone, Block network) throws IOException {
        String digest = digest();
        try (WeightSource source = open(backbone)) {
            WeightAssignment assignment = new WeightAssignment(backbone, network, source, head);
            WeightsReport report = assignment.report(path, digest);
            if (!report.complete()) {
                throw WeightsMismatch.of(path, report, backbone);
            }
            assignment.apply(path);
            return report;
        }
    }

    /** Returns a copy with a different policy for the last layer. */
    public WeightsFile withHead(HeadPolicy policy) {
        return new WeightsFile(path, sha256, policy);
    }

    /**
     * Returns the SHA-256 of the file, in lower-case hexadecimal digits.
     *
     * @throws InputException if the file does not exist or does not have the required digest
     */
    public String digest() throws IOException {
        FileFormat.requireRegular(path);
        String digest = Sha256.of(path);
        if (sha256.isPresent() && !sha256.get().equals(digest)) {
            throw new InputException(
                    Problem.Kind.UNREADABLE,
                    path,
                    "has the sha-256 " + digest + ", expected " + sha256.get(),
                    "get the file again");
        }
        return digest;
    }

    private WeightSource open(Backbone backbone) throws IOException {
        WeightSource source = open();
        if (source.isFor(backbone)) {
            return source;
        }
        source.close();
        throw new InputException(
                Problem.Kind.UNEXPECTED_LAYOUT,
                path,
                ("is not a model file of fer4j but %s, with the weights of an "
                                + "Xception; the network is %s")
                        .formatted(source.format(), backbone),
                "train an Xception from it, or give a model file");
    }

    private WeightSource open() throws IOException {
        FileFormat format = FileFormat.ofWeights(path);
        if (format == FileFormat.HDF5 || format == FileFormat.KERAS) {
            return KerasSource.open(path);
        }
        SafetensorsFile file = SafetensorsFile.open(path);
        return CloseOnFailure.of(
                file::close,
                () -> ModelFile.isOne(file) ? ModelSource.of(path, file) : TimmSource.of(file));
    }
}
