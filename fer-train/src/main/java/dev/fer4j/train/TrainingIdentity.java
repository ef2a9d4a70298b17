package dev.fer4j.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.TrainingItem;
import dev.fer4j.train.device.EngineInfo;
import dev.fer4j.train.loss.SampleWeights;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.weights.WeightsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;

/** Everything on which the exact result of a training depends, by name. */
public final class TrainingIdentity {

    private static final String TF32 = "NVIDIA_TF32_OVERRIDE";

    private TrainingIdentity() {}

    /**
     * Returns the entries: {@code config.…} for each value of the plan's JSON, with the {@linkplain
     * dev.fer4j.train.device.DeviceChoice#kind kind} of device for the device; {@code data}, a
     * digest of the training list and the validation split with their images' digests and weights,
     * in order; if there are initial weights, {@code initialWeights}, the digest of their file, and
     * {@code initialWeights.head}; {@code seed}, {@code threads}, {@code djl}, {@code pytorch}. On
     * a GPU also {@code tf32}, the environment's {@code NVIDIA_TF32_OVERRIDE}.
     *
     * @throws dev.fer4j.core.InputException if the file of initial weights is missing, or does not
     *     have the required digest
     * @throws dev.fer4j.core.PlanException if the device is missing
     */
    public static SortedMap<String, String> of(
            TrainingPlan plan, Composition composition, Seed seed, TrainingOptions options) {
        return of(plan, plan.device().kind(), composition, seed, options);
    }

    /** The entries for a kind of device. */
    static SortedMap<String, String> of(
            TrainingPlan plan,
            String device,
            Composition composition,
            Seed seed,
            TrainingOptions options) {
        ImmutableSortedMap.Builder<String, String> entries = ImmutableSortedMap.naturalOrder();
        ObjectNode config = Json.parse(plan.toJson(), ObjectNode.class, "plan");
        config.put("device", device);
        if (plan.device().gpu().isPresent()) {
            entries.put("tf32", Optional.ofNullable(System.getenv(TF32)).orElse("by plan"));
        }
        flatten("config", config, entries);
        entries.put("data", data(composition, options.sampleWeights()));
        options.initialWeights().ifPresent(file -> put(file, entries));
        entries.put("seed", Long.toString(seed.value()));
        EngineInfo engine = EngineInfo.current();
        entries.put("threads", Integer.toString(engine.threads()));
        entries.put("djl", engine.djl());
        entries.put("pytorch", engine.pytorch());
        return entries.buildOrThrow();
    }

    private static void put(WeightsFile file, ImmutableSortedMap.Builder<String, String> entries) {
        entries.put("initialWeights", digest(file));
        entries.put("initialWeights.head", file.head().name());
    }

    static String digest(WeightsFile file) {
        try {
            return file.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flatten(
            String path, JsonNode node, ImmutableSortedMap.Builder<String, String> entries) {
        if (node.isObject() && !node.isEmpty()) {
            node.fields()
                    .forEachRemaining(
                            field ->
                                    flatten(
                                            path + "." + field.getKey(),
                                            field.getValue(),
                                            entries));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "." + i, node.get(i), entries);
            }
        } else {
            entries.put(path, node.isTextual() ? node.asText() : node.toString());
        }
    }

    private static String data(Composition composition, SampleWeights weights) {
        Hasher hasher = Hashing.sha256().newHasher();
        hasher.putInt(composition.training().drawn());
        for (TrainingItem item : composition.training().items()) {
            hasher.putInt(item.copy()).putInt(item.draw());
            put(hasher, item.sample(), weights);
        }
        hasher.putInt(-1);
        composition.samples(Split.VALIDATE).forEach(sample -> put(hasher, sample, weights));
        return hasher.hash().toString();
    }

    private static void put(Hasher hasher, Sample sample, SampleWeights weights) {
        for (String text :
                new String[] {
                    sample.id(),
                    sample.label().name(),
                    sample.participant(),
                    sample.recording(),
                    sample.sha256()
                }) {
            hasher.putInt(text.length()).putString(text, StandardCharsets.UTF_8);
        }
        hasher.putDouble(weights.of(sample));
    }
}
