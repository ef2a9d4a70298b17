package dev.fer4j.examples;

import dev.fer4j.augment.transform.ColourMap;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Control;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.report.model.Citation;
import dev.fer4j.eval.scored.Measured;
import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.toy.plan.ToyScale;
import dev.fer4j.train.keras.network.KerasNetwork;
import dev.fer4j.train.keras.network.LayerOperation;
import dev.fer4j.train.keras.network.NetworkLayer;
import dev.fer4j.train.keras.network.Nonlinearity;
import dev.fer4j.train.keras.network.PixelRange;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values of records, made by trying combinations of values of their components until the
 * constructor accepts one.
 */
final class SampleValues {

    /** Thrown for types that values are not made of, since JSON has none of them. */
    static final class WithoutJson extends RuntimeException {

        private static final long serialVersionUID = 1;

        WithoutJson(Type type) {
            super(type.getTypeName());
        }
    }

    private static final int DEEPEST = 8;
    private static final int TRIES = 500;
    private static final int WANTED = 3;

    private static final Map<Class<?>, List<Object>> BASIC =
            Map.of(
                    int.class, List.of(1, 2, 0, 4, 64, 12, 16, 80, 440),
                    long.class, List.of(1L, 2L, 0L, -3L),
                    double.class, List.of(0.5, 1.0, 0.0, 2.0, -0.125),
                    float.class, List.of(0.5f, 1f),
                    boolean.class, List.of(true, false),
                    String.class,
                            List.of("a", "b", "train", "stylegan2-x", "0".repeat(64), "é\u001b\n"),
                    Path.class, List.of(Path.of("/x/a b.png"), Path.of("/ü")));

    private static final Map<Class<?>, Class<?>> BOXED =
            Map.of(
                    Integer.class, int.class,
                    Long.class, long.class,
                    Double.class, double.class,
                    Float.class, float.class,
                    Boolean.class, boolean.class);

    /** Values whose parts depend on each other too much to be found by trying. */
    private static final Map<Class<?>, List<Object>> GIVEN =
            Map.of(
                    CategorySplit.class, List.of(CategorySplit.paper()),
                    Control.class, List.of(new Control(Condition.BASELINE, Control.Means.UPDATES)),
                    StyleGan2Config.class, List.of(StyleGan2Config.small(16)),
                    ColourMap.class, List.of(ColourMap.IDENTITY),
                    ToyScale.class, List.of(ToyScale.SMALLEST),
                    KerasNetwork.class, List.of(kerasNetwork()),
                    Citation.class,
                            List.of(
                                    new Citation(
                                            "k",
                                            "article",
                                            "A",
                                            Map.of("author", "a", "title", "b"))),
                    Measured.class,
                            List.of(
                                    new Measured(
                                            Outcome.of(0.5),
                                            Finding.of(new Interval(0.25, 1, 0.95))),
                                    new Measured(Outcome.of(0.5), Finding.undefined("few")),
                                    new Measured(
                                            Outcome.undefined("none"), Finding.undefined("few"))));

    private SampleValues() {}

    private static KerasNetwork kerasNetwork() {
        return new KerasNetwork(
                List.of(
                        new NetworkLayer(
                                "input",
                                "input",
                                new LayerOperation.Input(8, 1, PixelRange.ZERO_TO_ONE),
                                List.of()),
                        new NetworkLayer(
                                "pool",
                                "Pool",
                                new LayerOperation.GlobalPool(true),
                                List.of("input")),
                        new NetworkLayer(
                                "dense",
                                "dense",
                                new LayerOperation.Dense(7, true),
                                List.of("pool"))),
                Nonlinearity.SOFTMAX);
    }

    /**
     * Returns values of a record; empty if none was found.
     *
     * @throws WithoutJson if it has a component that cannot be in JSON
     */
    static List<Object> of(Class<?> type) {
        return values(type, Map.of(), 0);
    }

    private static List<Object> values(Type type, Map<TypeVariable<?>, Type> variables, int depth) {
        if (depth > DEEPEST) {
            return List.of();
        }
        if (type instanceof TypeVariable<?> variable) {
            return values(variables.getOrDefault(variable, String.class), Map.of(), depth);
        }
        if (type instanceof WildcardType wildcard) {
            return values(wildcard.getUpperBounds()[0], variables, depth);
        }
        if (type instanceof ParameterizedType generic) {
            List<Type> arguments =
                    Stream.of(generic.getActualTypeArguments())
                            .map(one -> variables.getOrDefault(one, one))
                            .toList();
            return values((Class<?>) generic.getRawType(), arguments, depth);
        }
        if (type instanceof Class<?> plain) {
            return values(plain, List.of(), depth);
        }
        throw new WithoutJson(type);
    }

    private static List<Object> values(Class<?> type, List<Type> arguments, int depth) {
        Class<?> basic = BOXED.getOrDefault(type, type);
        if (BASIC.containsKey(basic)) {
            return BASIC.get(basic);
        }
        if (GIVEN.containsKey(type)) {
            return GIVEN.get(type);
        }
        if (type.isEnum()) {
            return Arrays.asList(type.getEnumConstants());
        }
        if (type == Optional.class) {
            return Stream.concat(
                            values(arguments.get(0), Map.of(), depth + 1).stream()
                                    .limit(2)
                                    .<Object>map(Optional::of),
                            Stream.of(Optional.empty()))
                    .toList();
        }
        if (type == Map.class) {
            return maps(arguments, depth);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return collections(type, arguments, depth);
        }
        if (type.isSealed()) {
            return implementations(type, arguments, depth);
        }
        if (type.isRecord()) {
            return records(type, variables(type, arguments), depth);
        }
        throw new WithoutJson(type);
    }

    private static Map<TypeVariable<?>, Type> variables(Class<?> type, List<Type> arguments) {
        Map<TypeVariable<?>, Type> variables = new HashMap<>();
        for (int i = 0; i < Math.min(arguments.size(), type.getTypeParameters().length); i++) {
            variables.put(type.getTypeParameters()[i], arguments.get(i));
        }
        return variables;
    }

    /** Maps with one entry, with all constants of an enum as keys, and without entries. */
    private static List<Object> maps(List<Type> arguments, int depth) {
        List<Object> keys = values(arguments.get(0), Map.of(), depth + 1);
        List<Object> values = values(arguments.get(1), Map.of(), depth + 1);
        if (keys.isEmpty() || values.isEmpty()) {
            return List.of(Map.of());
        }
        List<Object> all =
                keys.get(0) instanceof Enum ? keys : keys.subList(0, Math.min(2, keys.size()));
        return List.of(
                all.stream().collect(Collectors.toMap(key -> key, key -> values.get(0))),
                Map.of(keys.get(0), values.get(values.size() - 1)),
                Map.of());
    }

    private static List<Object> collections(Class<?> type, List<Type> arguments, int depth) {
        List<Object> values = values(arguments.get(0), Map.of(), depth + 1);
        Stream<List<Object>> lists =
                Stream.of(
                        values.stream().limit(1).toList(),
                        values.stream().limit(2).toList(),
                        List.of());
        return type == Set.class
                ? lists.<Object>map(Set::copyOf).toList()
                : lists.<Object>map(list -> list).toList();
    }

    private static List<Object> implementations(Class<?> type, List<Type> arguments, int depth) {
        List<Object> found = new ArrayList<>();
        List<WithoutJson> without = new ArrayList<>();
        for (Class<?> one : type.getPermittedSubclasses()) {
            try {
                found.addAll(values(one, arguments, depth + 1).stream().limit(2).toList());
            } catch (WithoutJson e) {
                without.add(e);
            }
        }
        if (found.isEmpty() && !without.isEmpty()) {
            throw without.get(0);
        }
        return found;
    }

    private static List<Object> records(
            Class<?> type, Map<TypeVariable<?>, Type> variables, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        List<List<Object>> choices = new ArrayList<>();
        for (RecordComponent component : components) {
            choices.add(values(component.getGenericType(), variables, depth + 1));
        }
        if (choices.stream().anyMatch(List::isEmpty)) {
            return List.of();
        }
        Random random = new Random(1);
        List<Object> found = new ArrayList<>();
        for (int i = 0; i < TRIES && found.size() < WANTED; i++) {
            boolean first = i == 0;
            Object[] arguments =
                    choices.stream()
                            .map(some -> some.get(first ? 0 : random.nextInt(some.size())))
                            .toArray();
            made(type, components, arguments)
                    .filter(value -> !found.contains(value))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Object> made(
            Class<?> type, RecordComponent[] components, Object[] arguments) {
        try {
            Constructor<?> constructor =
                    type.getDeclaredConstructor(
                            Stream.of(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(arguments));
        } catch (InvocationTargetException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }
}
