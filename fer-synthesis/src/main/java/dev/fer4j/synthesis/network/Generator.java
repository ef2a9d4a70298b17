package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.internal.Scalars;
import dev.fer4j.train.network.GradientMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A StyleGAN2 generator: a mapping network, a synthesis network, and the average of w.
 *
 * <p>Its parameters are {@code mapping.…}, {@code synthesis.…} and {@code mapping.w_avg} (wDim);
 * names and shapes are those of the widely used PyTorch ports, see docs/stylegan2.md. Safe for use
 * by several threads that generate images, but by only one while it is trained.
 */
public final class Generator {

    /** Path of the average of w. */
    public static final String AVERAGE = "mapping.w_avg";

    private static final int ESTIMATION_BATCH = 1000;

    private final StyleGan2Config config;
    private final ImmutableMap<String, Parameter> parameters;
    private final MappingNetwork mapping;
    private final SynthesisNetwork synthesis;
    private final Parameter average;

    private Generator(StyleGan2Config config, ParameterScope scope) {
        this.config = config;
        this.mapping = new MappingNetwork(scope.in("mapping"), config);
        this.average = scope.in("mapping").fixedZeros("w_avg", config.dimensions().w());
        this.synthesis = new SynthesisNetwork(scope.in("synthesis"), config);
        this.parameters = ImmutableMap.copyOf(scope.parameters());
    }

    /**
     * Creates a generator with random weights.
     *
     * @param manager owns the weights
     * @param seed from which they are drawn
     */
    public static Generator create(NDManager manager, StyleGan2Config config, Seed seed) {
        return create(manager, DataType.FLOAT32, config, seed);
    }

    static Generator create(NDManager manager, DataType type, StyleGan2Config config, Seed seed) {
        return new Generator(config, ParameterScope.root(manager, type, seed));
    }

    /** The configuration. */
    public StyleGan2Config config() {
        return config;
    }

    /** All parameters by path, including those that are not trained. */
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /** The mapping network, from z to w. */
    public MappingNetwork mapping() {
        return mapping;
    }

    /** The synthesis network, from styles to images. */
    public SynthesisNetwork synthesis() {
        return synthesis;
    }

    /** The average of w, {@code (wDim)}. */
    public NDArray average() {
        return average.getArray();
    }

    /**
     * Computes the styles of latents.
     *
     * @param z {@code (N, zDim)}
     * @return {@code (N, styles, wDim)}; belongs to the manager of z
     */
    public NDArray styles(NDArray z, Truncation truncation) {
        try (NDArray w = mapping.forward(z);
                NDArray all = Styles.everywhere(w, config.styles())) {
            return truncation.apply(all, average());
        }
    }

    /**
     * Updates the average of w: {@code w̄ ← d·w̄ + (1 − d)·mean(w)}.
     *
     * @param w {@code (N, wDim)}
     * @param decay d, 0.995 in the published networks
     */
    public void track(NDArray w, double decay) {
        setAverage(w, decay);
    }

    /** Sets the average to the mean w of many random latents, for weights without one. */
    public void estimateAverage(Seed seed, int count) {
        NDManager owner = average().getManager();
        GradientMode.off(
                () -> {
                    int done = 0;
                    while (done < count) {
                        int some = Math.min(ESTIMATION_BATCH, count - done);
                        List<Seed> seeds = new ArrayList<>();
                        for (int i = 0; i < some; i++) {
                            seeds.add(seed.derive("average", done + i));
                        }
                        try (NDManager scratch = owner.newSubManager()) {
                            NDArray z =
                                    Latents.of(scratch, seeds, config.dimensions().z())
                                            .toType(average().getDataType(), false);
                            setAverage(mapping.forward(z), (double) done / (done + some));
                        }
                        done += some;
                    }
                    return done;
                });
    }

    private void setAverage(NDArray w, double decay) {
        GradientMode.off(
                () -> {
                    try (NDArray mean = w.mean(new int[] {0});
                            NDArray share = Scalars.times(mean, 1 - decay);
                            NDArray kept = Scalars.of(average(), decay)) {
                        average().muli(kept).addi(share);
                    }
                    return decay;
                });
    }

    /**
     * Turns gradients of the trained parameters on or off; they are off while the discriminator
     * learns or nothing is trained.
     */
    public void learns(boolean learns) {
        TrainableParameters.of(parameters).forEach(parameter -> parameter.freeze(!learns));
    }
}
