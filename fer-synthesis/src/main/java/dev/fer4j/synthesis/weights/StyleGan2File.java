package dev.fer4j.synthesis.weights;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.nn.Parameter;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.io.Json;
import dev.fer4j.synthesis.network.Discriminator;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.SafetensorsWriter;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.weights.WeightEntry;
import dev.fer4j.train.weights.WeightOutcome;
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
 * A safetensors file with a StyleGAN2 generator, discriminator, or both, named as here and in
 * stylegan2-ada-pytorch or as in rosinality's stylegan2-pytorch. The naming scheme is detected from
 * the contents.
 *
 * <p>Names may be prefixed by {@code G_ema.}, {@code g_ema.} or {@code generator.}, and {@code D.},
 * {@code d.} or {@code discriminator.}, also within a wrapper such as {@code module.}; tensors with
 * any other prefix are ignored.
 *
 * @param path the file; nothing is downloaded
 */
public record StyleGan2File(Path path) {

    private static final int LATENTS_OF_AVERAGE = 10_000;

    /** Creates a reference to a file, which need not exist. */
    public StyleGan2File {
        requireNonNull(path);
    }

    /**
     * The generator's configuration, inferred from its tensors.
     *
     * @throws InputException if the file does not exist, cannot be read, or contains no generator
     */
    public StyleGan2Config generatorConfig() throws IOException {
        return config(Part.GENERATOR);
    }

    /**
     * The discriminator's configuration, inferred from its tensors.
     *
     * @throws InputException if the file does not exist, cannot be read, or contains no
     *     discriminator
     */
    public StyleGan2Config discriminatorConfig() throws IOException {
        return config(Part.DISCRIMINATOR);
    }

    /**
     * Whether the file contains a discriminator.
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
     * Loads the weights into a generator: all of them or, on an exception, none. If the file lacks
     * constant noise, the generator keeps its own; if it lacks the average of w, that is estimated
     * from 10,000 latents.
     *
     * @return the fate of each tensor
     * @throws InputException if the file does not exist, cannot be read, contains no generator or
     *     one of another resolution, lacks a weight, has an unexpected one or one of another shape
     *     or type, or has a non-finite value
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
     * Loads the weights into a discriminator: all of them or, on an exception, none.
     *
     * @return the fate of each tensor
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
                throw refused("does not fit the network:\n  " + report.toText(), mend(report));
            }
            assignment.apply(path, file);
            loaded.accept(assignment);
            return report;
        }
    }

    private static String mend(WeightsReport report) {
        boolean incomplete =
                report.entries().stream()
                        .map(WeightEntry::outcome)
                        .allMatch(o -> o.acceptable() || o == WeightOutcome.MISSING);
        return incomplete
                ? "write the file again with all tensors of the state dictionary"
                : "check that it is StyleGAN2's, with skip connections and residual blocks";
    }

    private InputException refused(String cause, String mend) {
        return new InputException(Problem.Kind.UNEXPECTED_LAYOUT, path, cause, mend);
    }

    /**
     * Writes the file atomically, with the prefixes {@code G_ema.} and {@code D.}.
     *
     * @param generator the generator for making images: in training, the averaged one
     * @param discriminator of the same resolution and channels, if it is to be saved
     * @param more additional metadata
     * @throws IllegalArgumentException if the metadata contains a reserved key, or the
     *     configurations differ
     * @throws IOException if the file cannot be written; an existing file is then unchanged
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
