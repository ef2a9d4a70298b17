package dev.fer4j.train.plan;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Sets;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.image.ImageFit;
import dev.fer4j.train.device.Arithmetic;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.keras.network.KerasNetwork;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.loss.ClassWeighting;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.xception.MiniXception;
import dev.fer4j.train.xception.Xception;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A {@link TrainingPlan} as JSON. */
final class PlanJson {

    /** Networks that can be read back, by their stored names. */
    private static final Map<String, Class<? extends Backbone>> NETWORKS =
            Map.of(
                    "xception", Xception.class,
                    "mini-xception", MiniXception.class,
                    "keras", KerasNetwork.class);

    private static final Map<String, Class<? extends BatchAugmentation>> MIXINGS =
            Map.of(
                    "none", BatchAugmentation.None.class,
                    "mixup", BatchAugmentation.Mixup.class,
                    "cutmix", BatchAugmentation.CutMix.class);

    private static final String FIT = "fit";
    private static final String ARITHMETIC = "arithmetic";

    /** All settings except networks, augmentations, {@link #FIT} and {@link #ARITHMETIC}. */
    private record Settings(
            int inputSize,
            Sampling sampling,
            int epochs,
            int batchSize,
            LearningRate learningRate,
            Optimization optimization,
            ClassWeighting classWeighting,
            List<String> frozen,
            List<Phase> phases,
            EarlyStopping earlyStopping,
            OnNotFinite onNotFinite,
            String device) {}

    private PlanJson() {}

    static String write(TrainingPlan plan) {
        ObjectNode tree =
                Json.tree(
                        new Settings(
                                plan.inputSize(),
                                plan.sampling(),
                                plan.epochs(),
                                plan.batchSize(),
                                plan.learningRate(),
                                plan.optimization(),
                                plan.classWeighting(),
                                List.copyOf(plan.frozen()),
                                plan.phases(),
                                plan.earlyStopping(),
                                plan.onNotFinite(),
                                plan.device().toString()));
        tree.set("backbone", named(NETWORKS, plan.backbone()));
        tree.set("batchAugmentation", named(MIXINGS, plan.batchAugmentation()));
        tree.set(
                "augmentation",
                Json.parse(plan.augmentation().toJson(), ObjectNode.class, "augmentation"));
        if (plan.fit() != ImageFit.STRETCH) {
            // Plans from before this setting stretched, and their fingerprints must not change.
            tree.put(FIT, plan.fit().name());
        }
        if (!plan.arithmetic().equals(Arithmetic.DEFAULT)) {
            // As above: plans from before this setting computed like this.
            tree.set(ARITHMETIC, Json.tree(plan.arithmetic()));
        }
        return Json.pretty(tree);
    }

    private static <T> ObjectNode named(Map<String, Class<? extends T>> names, T value) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value.getClass()))
                .findFirst()
                .map(
                        entry -> {
                            ObjectNode tree = fields(value);
                            tree.put("kind", entry.getKey());
                            return tree;
                        })
                .orElseGet(
                        () -> {
                            ObjectNode tree = Json.tree(Map.of("kind", "other"));
                            tree.put("is", value.toString());
                            return tree;
                        });
    }

    private static ObjectNode fields(Object value) {
        return value instanceof BatchAugmentation.None ? Json.tree(Map.of()) : Json.tree(value);
    }

    static TrainingPlan read(String json, String where) {
        ObjectNode tree = Json.parse(json, ObjectNode.class, where);
        JsonNode network = taken(tree, "backbone", where);
        JsonNode mixing = taken(tree, "batchAugmentation", where);
        JsonNode augmentation = taken(tree, "augmentation", where);
        JsonNode fit = tree.remove(FIT);
        JsonNode arithmetic = tree.remove(ARITHMETIC);
        requireFields(tree, where);
        Settings settings = Json.parse(tree.toString(), Settings.class, where);
        requireAgreement(settings, where);
        return new TrainingPlan(
                backbone(network, where),
                settings.inputSize(),
                fit(fit, where),
                AugmentationPolicy.parse(augmentation.toString(), where, Map.of()),
                mixing(mixing, where),
                settings.sampling(),
                settings.epochs(),
                settings.batchSize(),
                settings.learningRate(),
                settings.optimization(),
                settings.classWeighting(),
                Set.copyOf(settings.frozen()),
                settings.phases(),
                settings.earlyStopping(),
                settings.onNotFinite(),
                DeviceChoice.parse(settings.device()),
                arithmetic(arithmetic, where));
    }

    /**
     * The file also contains settings that follow from the phases; contradictions must not be
     * ignored.
     */
    private static void requireAgreement(Settings settings, String where) {
        int epochs = settings.phases().stream().mapToInt(Phase::epochs).sum();
        if (epochs == 0) {
            return;
        }
        if (settings.epochs() != epochs || !settings.frozen().isEmpty()) {
            throw problem(
                    where,
                    ("has phases of %s epochs with frozen stages of their own, "
                                    + "but beside them epochs %s and frozen %s")
                            .formatted(epochs, settings.epochs(), settings.frozen()));
        }
    }

    private static void requireFields(ObjectNode tree, String where) {
        Set<String> known =
                Arrays.stream(Settings.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(toCollection(TreeSet::new));
        Set<String> given = new TreeSet<>();
        tree.fieldNames().forEachRemaining(given::add);
        if (!given.equals(known)) {
            throw problem(
                    where,
                    "is not a training plan: without %s, with the unknown %s"
                            .formatted(
                                    Sets.difference(known, given), Sets.difference(given, known)));
        }
    }

    private static ImageFit fit(JsonNode fit, String where) {
        return fit == null
                ? ImageFit.STRETCH
                : Json.parse(fit.toString(), ImageFit.class, where + ": " + FIT);
    }

    private static Arithmetic arithmetic(JsonNode arithmetic, String where) {
        return arithmetic == null
                ? Arithmetic.DEFAULT
                : Json.parse(arithmetic.toString(), Arithmetic.class, where + ": " + ARITHMETIC);
    }

    private static Backbone backbone(JsonNode tree, String where) {
        return of(NETWORKS, (ObjectNode) tree, where + ": backbone");
    }

    private static BatchAugmentation mixing(JsonNode tree, String where) {
        if (tree.path("kind").asText().equals("none")) {
            return BatchAugmentation.none();
        }
        return of(MIXINGS, (ObjectNode) tree, where + ": batchAugmentation");
    }

    private static <T> T of(Map<String, Class<? extends T>> names, ObjectNode tree, String where) {
        String kind = tree.path("kind").asText();
        Class<? extends T> type = names.get(kind);
        if (type == null) {
            throw problem(where, "the kind '" + kind + "' is not one of " + sorted(names));
        }
        return Json.parse(tree.without(List.of("kind")).toString(), type, where);
    }

    private static List<String> sorted(Map<String, ?> names) {
        return names.keySet().stream().sorted().toList();
    }

    private static JsonNode taken(ObjectNode tree, String field, String where) {
        JsonNode value = tree.remove(field);
        if (!(value instanceof ObjectNode)) {
            throw problem(where, "has no object '" + field + "'");
        }
        return value;
    }

    private static InputException problem(String where, String cause) {
        return new InputException(
                Problem.Kind.BAD_SETTING, where, cause, "write plans by their toJson()");
    }
}
