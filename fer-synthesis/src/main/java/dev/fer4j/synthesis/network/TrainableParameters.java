package dev.fer4j.synthesis.network;

import ai.djl.nn.Parameter;
import java.util.Map;
import java.util.stream.Stream;

/** Filters the parameters that are trained. */
final class TrainableParameters {

    private TrainableParameters() {}

    static Stream<Parameter> of(Map<String, Parameter> parameters) {
        return parameters.values().stream()
                .filter(parameter -> parameter.getType() != Parameter.Type.OTHER);
    }
}
