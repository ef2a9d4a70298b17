package dev.fer4j.synthesis.weights;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.nn.Parameter;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.Sha256;
import dev.fer4j.synthesis.network.Discriminator;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.SafetensorsWriter;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.weights.WeightsReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A safetensors file with a generator of StyleGAN2, a discriminator, or both: with our names, which
 * are those of stylegan2-ada-pytorch, or with those of rosinality's stylegan2-pytorch. Which it is
 * follows from what is in it.
 *
 * <p>Names may stand behind {@code G_ema.}, {@code g_ema.} or {@code generator.}, and {@code D.},
 * {@code d.} or {@code discriminator.}; what stands behind anything else is not looked at.
 *
 * @param path the file; nothing is downloaded
 */
public record StyleGan2File(Path path) {

    private static final int LATENTS_OF_AVERAGE = 10_000;

    /** Takes a path. */
    public StyleGan2File {
        requireNonNull(path);
    }

    /**
     * The generator's sizes, inferred from its tensors.
     *
     * @throws InputException if the file does not exist, cannot be read, or holds no generator
     */
    public StyleGan2Config generatorConfig() throws IOException {
        return config(Part.GENERATOR);
    }

    /**
     * The discriminator's sizes, inferred from its tensors.
     *
     * @throws InputException if the file does not exist, cannot be read, or holds no discriminator
     */
    public StyleGan2Config discriminatorConfig() throws IOException {
        return config(Part.DISCRIMINATOR);
    }

    /**
     * Whether it holds a discriminator.
     *
     * @throws InputException if the file does not exist, or cannot be read
     */
    public boolean hasDiscriminator() throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            return NetworkTensors.find(file, Part.DISCRIMINATOR).isPresent();
        }
    }

    private StyleGan2Config config(Part part) throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            NetworkTensors tensors = NetworkTensors.of(path, file, part);
            return new SizesOfTensors(path, tensors, file.metadata()).config();
        }
    }

    /**
     * Puts the file's weights into a generator: all of them or, with an exception, none. Constant
     * noise that the file lacks stays as it is; an average of w that it lacks is estimated from
     * 10,000 latents.
     *
     * @return what became of each name
     * @throws InputException if the file does not exist, cannot be read, holds no generator or one
     *     of another resolution, lacks a weight, has one that is not expected or of another shape
     *     or type, or has a value that is not finite
     */
    public WeightsReport load(Generator generator) throws IOException {
        Parameter average = generator.parameters().get(Generator.AVERAGE);
        boolean[] hasAverage = {false};
        WeightsReport report =
                load(
                        Part.GENERATOR,
                        generator.config(),
                        generator.parameters(),
                        assignment -> hasAverage[0] = assignment.has(average));
        if (!hasAverage[0]) {
            generator.estimateAverage(new Seed(0), LATENTS_OF_AVERAGE);
        }
        return report;
    }

    /**
     * Puts the file's weights into a discriminator: all of them or, with an exception, none.
     *
     * @return what became of each name
     * @throws InputException as for a generator
     */
    public WeightsReport load(Discriminator discriminator) throws IOException {
        return load(
                Part.DISCRIMINATOR,
                discriminator.config(),
                discriminator.parameters(),
                assignment -> {});
    }

    private WeightsReport load(
            Part part,
            StyleGan2Config config,
            Map<String, Parameter> parameters,
            Consumer<TensorAssignment> loaded)
            throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            NetworkTensors tensors = NetworkTensors.of(path, file, part);
            StyleGan2Config its = new SizesOfTensors(path, tensors, file.metadata()).config();
            if (its.resolution() != config.resolution()) {
                throw refused(
                        "holds a %s of %s px, expected %s"
                                .formatted(part.title(), its.resolution(), config.resolution()),
                        "make the network from the file's own sizes");
            }
            TensorAssignment assignment =
                    new TensorAssignment(tensors, parameters, config.resolution());
            WeightsReport report = assignment.report(path, Sha256.of(path), file.metadata());
            if (!report.complete()) {
                throw refused(
                        "does not fit the network: " + report.toText().strip(),
                        "make the network from the file's own sizes");
            }
            assignment.apply(path, file);
            loaded.accept(assignment);
            return report;
        }
    }

    private InputException refused(String cause, String mend) {
        return new InputException(Problem.Kind.UNEXPECTED_LAYOUT, path, cause, mend);
    }

    /**
     * Writes the file, whole, with names behind {@code G_ema.} and {@code D.}.
     *
     * @param generator what makes images: in training, the averaged weights
     * @param discriminator of the same resolution and channels, if it is to be kept
     * @param more metadata of the caller's
     * @throws IllegalArgumentException if the metadata has a key that is set here, or sizes differ
     * @throws IOException if the file cannot be written; what was there before is still there
     */
    public void write(
            Generator generator, Optional<Discriminator> discriminator, Map<String, String> more)
            throws IOException {
        discriminator.ifPresent(
                other ->
                        checkArgument(
                                other.config().equals(generator.config()),
                                "the discriminator is of %s, the generator of %s",
                                other.config(),
                                generator.config()));
        Map<String, String> metadata = new LinkedHashMap<>(more);
        put(metadata, "format", "pt");
        put(metadata, SizesOfTensors.CONFIG, Json.line(generator.config()));
        List<Tensor> tensors = new ArrayList<>();
        add(Part.GENERATOR, generator.parameters(), tensors);
        discriminator.ifPresent(other -> add(Part.DISCRIMINATOR, other.parameters(), tensors));
        SafetensorsWriter.write(path, metadata, tensors);
    }

    private static void put(Map<String, String> metadata, String key, String value) {
        checkArgument(metadata.putIfAbsent(key, value) == null, "the metadata has a %s", key);
    }

    private static void add(Part part, Map<String, Parameter> parameters, List<Tensor> tensors) {
        parameters.forEach(
                (name, parameter) ->
                        tensors.add(Tensor.of(part.prefix() + name, parameter.getArray())));
    }
}
