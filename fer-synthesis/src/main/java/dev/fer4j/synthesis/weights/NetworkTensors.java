package dev.fer4j.synthesis.weights;

import ai.djl.ndarray.types.Shape;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.train.tensor.NamePrefix;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.TensorInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tensors of one network in a file.
 *
 * @param naming the naming scheme
 * @param prefix the prefix of their names in the file
 * @param byName by name without the prefix
 * @param others number of other tensors in the file
 */
record NetworkTensors(
        Part part, Naming naming, String prefix, Map<String, TensorInfo> byName, int others) {

    /** Outside the network's prefix in files with {@link Naming#NUMBERED} names. */
    private static final String LATENT_AVERAGE = "latent_avg";

    NetworkTensors {
        byName = ImmutableMap.copyOf(byName);
    }

    /** The tensors of a network, if the file has it. */
    static Optional<NetworkTensors> find(SafetensorsFile file, Part part) {
        for (Naming naming : Naming.values()) {
            List<String> prefixes = new ArrayList<>(part.prefixes());
            prefixes.add("");
            for (String prefix : prefixes) {
                if (file.tensors().containsKey(prefix + naming.mark(part))) {
                    return Optional.of(of(file, part, naming, prefix));
                }
            }
        }
        return findWrapped(file, part);
    }

    /** Of networks in wrappers, {@code module.g_ema.input.input}, there must be only one. */
    private static Optional<NetworkTensors> findWrapped(SafetensorsFile file, Part part) {
        for (Naming naming : Naming.values()) {
            List<NamePrefix> found =
                    NamePrefix.of(file.tensors().keySet(), Set.of(naming.mark(part)));
            List<NamePrefix> usual =
                    found.stream()
                            .filter(p -> part.prefixes().stream().anyMatch(p.text()::endsWith))
                            .toList();
            List<NamePrefix> candidates = usual.isEmpty() ? found : usual;
            if (candidates.size() == 1) {
                return Optional.of(of(file, part, naming, candidates.get(0).text()));
            }
        }
        return Optional.empty();
    }

    /**
     * The tensors of a network.
     *
     * @throws InputException if the file does not have it
     */
    static NetworkTensors of(Path path, SafetensorsFile file, Part part) {
        return find(file, part).orElseThrow(() -> missing(path, file, part));
    }

    private static InputException missing(Path path, SafetensorsFile file, Part part) {
        List<String> names =
                file.tensors().keySet().stream()
                        .limit(3)
                        .map(name -> name.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD"))
                        .map(name -> name.length() <= 60 ? name : name.substring(0, 60) + "…")
                        .toList();
        return new InputException(
                Problem.Kind.UNEXPECTED_LAYOUT,
                path,
                "holds no %s of StyleGAN2: of its %s tensors (%s …) none, or more than one, is %s or %s"
                        .formatted(
                                part.title(),
                                file.tensors().size(),
                                String.join(", ", names),
                                Naming.OURS.mark(part),
                                Naming.NUMBERED.mark(part)),
                "convert the state dictionary with its names as they are, see docs/stylegan2.md");
    }

    private static NetworkTensors of(
            SafetensorsFile file, Part part, Naming naming, String prefix) {
        Map<String, TensorInfo> found = new LinkedHashMap<>();
        int others = 0;
        for (TensorInfo tensor : file.tensors().values()) {
            String name = tensor.name();
            if (part == Part.GENERATOR
                    && (name.equals(LATENT_AVERAGE)
                            || name.equals(wrapper(part, prefix) + LATENT_AVERAGE))) {
                found.put(LATENT_AVERAGE, tensor);
            } else if (prefix.isEmpty() ? isBare(name) : name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), tensor);
            } else {
                others++;
            }
        }
        return new NetworkTensors(part, naming, prefix, found, others);
    }

    /** What stands before the network's usual prefix. */
    private static String wrapper(Part part, String prefix) {
        return part.prefixes().stream()
                .filter(prefix::endsWith)
                .findFirst()
                .map(usual -> prefix.substring(0, prefix.length() - usual.length()))
                .orElse(prefix);
    }

    private static boolean isBare(String name) {
        return !name.equals(LATENT_AVERAGE)
                && Stream.of(Part.values())
                        .flatMap(part -> part.prefixes().stream())
                        .noneMatch(name::startsWith);
    }

    /** The name in the file of a parameter's tensor, by one of our paths. */
    String nameInFile(String path, int resolution) {
        String name = naming.name(part, path, resolution);
        return name.equals(LATENT_AVERAGE) ? name : prefix + name;
    }

    /** What is remarkable about the names. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!prefix.isEmpty() && !part.prefixes().contains(prefix)) {
            notes.add("the names in the file begin with " + prefix + ", which is left out");
        }
        if (others > 0) {
            notes.add(others + " tensors belong to other networks");
        }
        return notes;
    }

    /** The tensor of a parameter, by one of our paths. */
    Optional<TensorInfo> tensor(String path, int resolution) {
        return Optional.ofNullable(byName.get(naming.name(part, path, resolution)));
    }

    /**
     * The shape of a parameter by one of our paths, without axes of length 1 before the last {@code
     * axes}.
     */
    Optional<Shape> shape(String path, int resolution, int axes) {
        return tensor(path, resolution)
                .map(TensorInfo::shape)
                .filter(shape -> shape.dimension() >= axes)
                .map(shape -> shape.slice(shape.dimension() - axes));
    }
}
