package dev.fer4j.train.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.train.optim.AdamConfig;
import java.util.Map;
import java.util.Optional;

/**
 * How gradients become updates, apart from the learning rate.
 *
 * @param adam the optimizer's settings, weight decay included
 * @param clipNorm gradients whose norm over all parameters is larger are scaled down to it
 *     (Pascanu, Mikolov and Bengio 2013), above 0; empty for no clipping. The norm is computed
 *     before L2 decay is added
 * @param accumulation number of batches per update, at least 1. The last update of an epoch uses
 *     the remaining ones
 * @param averageDecay decay of a moving average of the weights, in (0, 1). If present, validation,
 *     the best and the last weights use the averaged weights
 * @param stageRates factors for the learning rate, by stage of the network; 1 for other stages
 */
public record Optimization(
        AdamConfig adam,
        Optional<Double> clipNorm,
        int accumulation,
        Optional<Double> averageDecay,
        Map<String, Double> stageRates) {

    public Optimization {
        requireNonNull(adam);
        clipNorm.ifPresent(
                norm ->
                        checkArgument(
                                norm > 0 && norm < Double.POSITIVE_INFINITY,
                                "clipNorm %s is not above 0",
                                norm));
        checkArgument(accumulation >= 1, "accumulation %s is not at least 1", accumulation);
        averageDecay.ifPresent(
                decay ->
                        checkArgument(
                                decay > 0 && decay < 1, "averageDecay %s not in (0, 1)", decay));
        stageRates = ImmutableSortedMap.copyOf(stageRates);
        stageRates.forEach(
                (stage, factor) ->
                        checkArgument(
                                factor >= 0 && factor < Double.POSITIVE_INFINITY,
                                "the rate of %s has a factor of %s",
                                stage,
                                factor));
    }

    /** Adam alone. */
    public static Optimization of(AdamConfig adam) {
        return new Optimization(adam, Optional.empty(), 1, Optional.empty(), Map.of());
    }

    public Optimization withAdam(AdamConfig other) {
        return new Optimization(other, clipNorm, accumulation, averageDecay, stageRates);
    }

    /** Returns a copy that clips gradients to this norm. */
    public Optimization withClipNorm(double norm) {
        return new Optimization(adam, Optional.of(norm), accumulation, averageDecay, stageRates);
    }

    /** Returns a copy that accumulates this many batches for each update. */
    public Optimization withAccumulation(int batches) {
        return new Optimization(adam, clipNorm, batches, averageDecay, stageRates);
    }

    /** Returns a copy with a moving average of the weights. */
    public Optimization withAverageDecay(double decay) {
        return new Optimization(adam, clipNorm, accumulation, Optional.of(decay), stageRates);
    }

    /** Returns a copy with factors for the learning rates of stages. */
    public Optimization withStageRates(Map<String, Double> factors) {
        return new Optimization(adam, clipNorm, accumulation, averageDecay, factors);
    }
}
