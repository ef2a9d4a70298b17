package dev.fer4j.train.keras;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.train.hdf5.Hdf5Dataset;
import dev.fer4j.train.hdf5.Hdf5File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * HDF5 as Keras 3 writes it in an archive or with {@code save_weights("x.weights.h5")}: groups
 * named by the classes of layers, {@code layers/conv2d_1/vars/0}, where Keras 2.12 and 2.13 write
 * {@code _layer_checkpoint_dependencies} rather than {@code layers} and skip numbers.
 *
 * <p>The names of layers come from the group's attribute {@code name}, which later releases of
 * Keras 3 write (3.8 does, 3.3 does not), or else from the configuration, whose layers of a class
 * are in the order of the numbers.
 */
final class Keras3Layout implements KerasLayout {

    private static final List<String> CONTAINERS =
            List.of("layers", "_layer_checkpoint_dependencies");
    private static final String VARIABLES = "vars";

    private final Hdf5File file;
    private final ImmutableMap<String, String> metadata;
    private final Optional<ConfigLayer> config;
    private final Map<String, List<String>> children;
    private final Set<String> filled = new HashSet<>();
    private final List<KerasWeight> weights = new ArrayList<>();

    private Keras3Layout(
            Hdf5File file, Map<String, String> metadata, Optional<ConfigLayer> config) {
        this.file = file;
        this.metadata = ImmutableMap.copyOf(metadata);
        this.config = config;
        this.children = file.groups().stream().collect(groupingBy(Keras3Layout::parent));
        for (String name : file.datasets().keySet()) {
            String group = parent(name);
            while (!group.isEmpty() && filled.add(group)) {
                group = parent(group);
            }
        }
        addModel("", Optional.empty(), config);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /**
     * Returns the layout of a file if it has such groups.
     *
     * @param config the configuration of the model, if it is known
     */
    static Optional<Keras3Layout> of(
            Hdf5File file, Map<String, String> metadata, Optional<ConfigLayer> config) {
        return CONTAINERS.stream().anyMatch(name -> file.groups().contains("/" + name))
                ? Optional.of(new Keras3Layout(file, metadata, config))
                : Optional.empty();
    }

    /** A group of a layer: its path, its class, and its place among the layers of that class. */
    private record Place(String path, String type, int number) {

        static Place of(String path) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            int end = name.length();
            while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
                end--;
            }
            boolean numbered =
                    end > 1
                            && end < name.length()
                            && name.length() - end < 7
                            && name.charAt(end - 1) == '_';
            return numbered
                    ? new Place(
                            path, name.substring(0, end - 1), Integer.parseInt(name.substring(end)))
                    : new Place(path, name, 0);
        }
    }

    /**
     * Adds the weights of a model.
     *
     * @param group the layer of the outermost model that it is or is in
     */
    private void addModel(String model, Optional<String> group, Optional<ConfigLayer> config) {
        List<Place> places =
                CONTAINERS.stream()
                        .flatMap(
                                name ->
                                        children
                                                .getOrDefault(model + "/" + name, List.of())
                                                .stream())
                        .map(Place::of)
                        .sorted(Comparator.comparing(Place::type).thenComparing(Place::number))
                        .toList();
        Map<Place, ConfigLayer> known = config.map(c -> pairs(c, places)).orElse(Map.of());
        // The paired ones are in the order of the configuration.
        known.forEach((place, layer) -> addLayer(place, group, Optional.of(layer)));
        places.stream()
                .filter(place -> !known.containsKey(place))
                .forEach(place -> addLayer(place, group, Optional.empty()));
    }

    /** Pairs groups with the layers of their class, if there are as many. */
    private Map<Place, ConfigLayer> pairs(ConfigLayer config, List<Place> places) {
        Map<String, List<Place>> byType =
                places.stream().collect(groupingBy(Place::type, LinkedHashMap::new, toList()));
        Map<String, Long> counts =
                config.layers().stream().collect(groupingBy(ConfigLayer::group, counting()));
        Map<String, Iterator<Place>> next = new HashMap<>();
        byType.forEach(
                (type, all) -> {
                    long count = counts.getOrDefault(type, 0L);
                    List<Place> own =
                            all.size() == count
                                    ? all
                                    : all.stream().filter(p -> filled.contains(p.path())).toList();
                    if (own.size() == count) {
                        next.put(type, own.iterator());
                    }
                });
        Map<Place, ConfigLayer> found = new LinkedHashMap<>();
        for (ConfigLayer layer : config.layers()) {
            Iterator<Place> same = next.get(layer.group());
            if (same != null) {
                found.put(same.next(), layer);
            }
        }
        return found;
    }

    private void addLayer(Place place, Optional<String> group, Optional<ConfigLayer> config) {
        String variables = place.path() + "/" + VARIABLES;
        String name =
                file.texts(variables, "name").stream()
                        .findFirst()
                        .or(() -> config.map(ConfigLayer::name))
                        .filter(text -> !text.isEmpty())
                        .orElseGet(() -> place.path().substring(place.path().lastIndexOf('/') + 1));
        List<Hdf5Dataset> values = values(variables);
        List<String> roles = KerasVariables.roles(place.type(), config, values);
        for (int i = 0; i < values.size(); i++) {
            weights.add(
                    new KerasWeight(
                            place.path(),
                            group.orElse(name),
                            name,
                            roles.get(i),
                            name + "/" + roles.get(i),
                            values.get(i)));
        }
        // A model within the model; the walk of the groups is limited in depth.
        addModel(place.path(), group.or(() -> Optional.of(name)), config);
    }

    /** The values of a layer by their numbers. */
    private List<Hdf5Dataset> values(String group) {
        ImmutableList.Builder<Hdf5Dataset> found = ImmutableList.builder();
        for (int i = 0; file.datasets().containsKey(group + "/" + i); i++) {
            found.add(file.datasets().get(group + "/" + i));
        }
        return found.build();
    }

    @Override
    public List<KerasWeight> weights() {
        return List.copyOf(weights);
    }

    @Override
    public Map<String, String> metadata() {
        return metadata;
    }

    @Override
    public Optional<JsonNode> config() {
        return config.map(ConfigLayer::node);
    }

    @Override
    public boolean ordered() {
        return config.isPresent();
    }

    @Override
    public Hdf5File file() {
        return file;
    }
}
