package dev.fer4j.train.weights;

import dev.fer4j.train.xception.Xception;
import java.util.LinkedHashMap;
import java.util.Map;

/** timm's names of weights, for tests of other packages. */
public final class TensorNames {

    private TensorNames() {}

    /** By our paths. */
    public static Map<String, String> byPath(Xception config) {
        Map<String, String> names = new LinkedHashMap<>();
        for (XceptionLayer layer : XceptionLayer.of(config)) {
            layer.kind().roles().forEach(role -> names.put(layer.path(role), layer.timm(role)));
        }
        return names;
    }
}
