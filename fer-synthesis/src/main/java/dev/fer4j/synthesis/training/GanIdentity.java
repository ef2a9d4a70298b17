package dev.fer4j.synthesis.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.train.checkpoint.RunIdentity;
import dev.fer4j.train.device.EngineInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Everything that a training's result depends on, except its length: a finished training may be
 * continued.
 */
final class GanIdentity {

    private GanIdentity() {}

    static RunIdentity of(GanPlan plan, List<Sample> samples, Seed seed) {
        ObjectNode config = Json.tree(plan);
        config.remove("images");
        config.put("device", plan.device().kind());
        ImmutableSortedMap.Builder<String, String> entries = ImmutableSortedMap.naturalOrder();
        config.fields()
                .forEachRemaining(
                        field ->
                                entries.put(
                                        "config." + field.getKey(), field.getValue().toString()));
        Hasher hasher = Hashing.sha256().newHasher();
        samples.forEach(s -> hasher.putString(s.sha256(), StandardCharsets.UTF_8));
        entries.put("data", hasher.hash().toString());
        entries.put("seed", Long.toString(seed.value()));
        EngineInfo engine = EngineInfo.current();
        entries.put("threads", Integer.toString(engine.threads()));
        entries.put("djl", engine.djl());
        entries.put("pytorch", engine.pytorch());
        return new RunIdentity(entries.buildOrThrow());
    }
}
