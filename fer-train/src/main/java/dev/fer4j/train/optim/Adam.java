package dev.fer4j.train.optim;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.nn.Parameter;
import com.google.common.collect.Lists;
import dev.fer4j.train.internal.FlatParameters;
import dev.fer4j.train.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Adam (Kingma and Ba 2015). In update t of a stage, with gradient g, learning rate η and the
 * constants of {@link AdamConfig} (paper, eqs. 6–10):
 *
 * <pre>
 *   m ← β₁ m + (1 − β₁) g             (6)
 *   v ← β₂ v + (1 − β₂) g²            (7)
 *   m̂ = m / (1 − β₁ᵗ)                 (8)
 *   v̂ = v / (1 − β₂ᵗ)                 (9)
 *   θ ← θ − η m̂ / (√v̂ + ε)           (10)
 * </pre>
 *
 * <p>ε is added as in (10) with {@link AdamConfig.Form#TEXTBOOK}; with {@link
 * AdamConfig.Form#KERAS} it is added to √v before the bias correction. L2 decay adds 2λθ to g
 * before (6), the gradient of λ‖θ‖² in the loss; decoupled decay subtracts ηλθ from θ in (10).
 *
 * <p>A parameter's stage is the first part of its path. Stages may have different learning rates.
 * Those whose parameters require no gradient are skipped: neither their moments nor their step
 * count changes, so that a stage that is unfrozen later starts with zero moments and its own bias
 * correction.
 *
 * <p>Not thread-safe. To be used with gradients off.
 */
public final class Adam {

    private final AdamConfig config;
    private final Map<String, Double> factors;
    private final List<Moments> groups = new ArrayList<>();
    private final Optional<ScriptedAdam> scripted;

    /**
     * Creates zero moments for every parameter that has a gradient.
     *
     * @param manager the owner of the moments
     * @param parameters parameters by path, initialized, before any stages are frozen
     * @param factors factors of the learning rate by stage, 0 or more; 1 for other stages
     * @throws IllegalArgumentException if there is a factor for an unknown stage
     */
    public Adam(
            NDManager manager,
            Map<String, Parameter> parameters,
            AdamConfig config,
            Map<String, Double> factors) {
        this(manager, parameters, config, factors, true);
    }

    Adam(
            NDManager manager,
            Map<String, Parameter> parameters,
            AdamConfig config,
            Map<String, Double> factors,
            boolean inPlace) {
        this.config = config;
        this.factors = Map.copyOf(factors);
        Map<String, Map<String, Parameter>> alike = new LinkedHashMap<>();
        parameters.forEach(
                (path, parameter) -> {
                    if (parameter.requiresGradient()) {
                        boolean decays = config.decay().scope().includes(parameter.getType());
                        alike.computeIfAbsent(stage(path) + decays, k -> new LinkedHashMap<>())
                                .put(path, parameter);
                    }
                });
        for (Map<String, Parameter> some : alike.values()) {
            Map.Entry<String, Parameter> first = some.entrySet().iterator().next();
            boolean decays = config.decay().scope().includes(first.getValue().getType());
            FlatParameters.groups(some)
                    .forEach(
                            group ->
                                    groups.add(
                                            new Moments(
                                                    manager,
                                                    stage(first.getKey()),
                                                    group,
                                                    decays,
                                                    inPlace)));
        }
        this.scripted =
                groups.stream().allMatch(Moments::isInPlace)
                        ? Optional.empty()
                        : Optional.of(new ScriptedAdam(manager));
        factors.forEach(
                (stage, factor) -> {
                    checkArgument(
                            groups.stream().anyMatch(group -> group.stage().equals(stage)),
                            "no stage is named %s",
                            stage);
                    checkArgument(
                            factor >= 0 && factor < Double.POSITIVE_INFINITY,
                            "factor %s of %s is negative or not a number",
                            factor,
                            stage);
                });
    }

    /** The first part of a path. */
    static String stage(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /**
     * Makes one update from the current gradients, which are zero afterwards.
     *
     * @param rate the learning rate
     * @param scale factor applied to gradients first
     * @return a non-finite value, if any: the weights are then unusable, and gradients from that
     *     point on are left unchanged
     */
    public Optional<NonFinite> step(double rate, double scale) {
        double check = 0;
        Map<FusedUpdate, List<Moments>> onDevice = new LinkedHashMap<>();
        for (Moments group : groups) {
            if (group.isActive()) {
                double own = rate * factors.getOrDefault(group.stage(), 1.0);
                FusedUpdate update = equations(group, own, scale);
                group.countStep();
                if (group.isInPlace()) {
                    check += group.update(update);
                } else {
                    onDevice.computeIfAbsent(update, u -> new ArrayList<>()).add(group);
                }
            }
        }
        if (!onDevice.isEmpty()) {
            check += update(onDevice);
        }
        if (!Double.isFinite(check)) {
            Optional<NonFinite> found = findNonFinite();
            if (found.isPresent()) {
                return found;
            }
            // The sum of finite values overflowed.
            zeroGradients();
        }
        return Optional.empty();
    }

    /** Makes the updates of groups that are not in memory, and zeroes their gradients if finite. */
    private double update(Map<FusedUpdate, List<Moments>> updates) {
        try (NDScope scratch = new NDScope()) {
            scratch.suppressNotUsedWarning();
            ScriptedAdam operations = scripted.orElseThrow();
            List<NDArray> checked = new ArrayList<>();
            List<NDArray> all = new ArrayList<>();
            updates.forEach(
                    (update, some) -> {
                        List<NDArray> values = each(some, Moments::values);
                        List<NDArray> gradients = each(some, Moments::gradients);
                        List<NDArray> means = some.stream().map(Moments::mean).toList();
                        List<NDArray> variances = some.stream().map(Moments::variance).toList();
                        operations.update(update, values, gradients, means, variances);
                        checked.addAll(values);
                        checked.addAll(variances);
                        all.addAll(gradients);
                    });
            double check = operations.norm(checked);
            if (Double.isFinite(check)) {
                operations.zero(all);
            }
            return check;
        }
    }

    private static List<NDArray> each(
            List<Moments> groups, Function<Moments, List<NDArray>> arrays) {
        return groups.stream().flatMap(group -> arrays.apply(group).stream()).toList();
    }

    /**
     * Equations (6) to (10) with their constants combined, for the next update:
     *
     * <pre>
     *   m̂ / (√v̂ + ε) = (√(1 − β₂ᵗ) / (1 − β₁ᵗ)) · m / (√v + ε √(1 − β₂ᵗ))
     * </pre>
     */
    private FusedUpdate equations(Moments group, double rate, double scale) {
        double t = (double) (group.steps() + 1);
        double meanCorrection = 1 - Math.pow(config.beta1(), t);
        double rootCorrection = Math.sqrt(1 - Math.pow(config.beta2(), t));
        boolean textbook = config.form() == AdamConfig.Form.TEXTBOOK;
        double lambda = group.decays() ? config.decay().lambda() : 0;
        boolean decoupled = config.decay() instanceof WeightDecay.Decoupled;
        return new FusedUpdate(
                (float) config.beta1(),
                (float) config.beta2(),
                (float) scale,
                (float) (decoupled ? 0 : 2 * lambda),
                (float) (decoupled ? 1 - rate * lambda : 1),
                (float) (rate * rootCorrection / meanCorrection),
                (float) (textbook ? config.epsilon() * rootCorrection : config.epsilon()));
    }

    /** The Euclidean norm of all gradients; non-finite if any of them is. */
    public double gradientNorm() {
        try (NDScope scratch = new NDScope()) {
            scratch.suppressNotUsedWarning();
            double squares = 0;
            List<Moments> onDevice = new ArrayList<>();
            for (Moments group : groups) {
                if (group.isActive() && group.isInPlace()) {
                    squares += group.squaredGradientNorm();
                } else if (group.isActive()) {
                    onDevice.add(group);
                }
            }
            if (!onDevice.isEmpty()) {
                double norm = scripted.orElseThrow().norm(each(onDevice, Moments::gradients));
                squares += norm * norm;
            }
            return Math.sqrt(squares);
        }
    }

    /** Finds a non-finite weight. */
    public Optional<NonFinite> findNonFiniteWeight() {
        return find(NonFinite.Quantity.WEIGHT);
    }

    private Optional<NonFinite> findNonFinite() {
        return Stream.of(NonFinite.Quantity.values()).flatMap(q -> find(q).stream()).findFirst();
    }

    private Optional<NonFinite> find(NonFinite.Quantity quantity) {
        return Lists.reverse(groups).stream()
                .filter(Moments::isActive)
                .flatMap(group -> group.lastNotFinite(quantity).stream())
                .findFirst()
                .map(path -> new NonFinite(quantity, path));
    }

    /** The number of updates of each stage. */
    public Map<String, Long> steps() {
        Map<String, Long> steps = new TreeMap<>();
        groups.forEach(group -> steps.put(group.stage(), group.steps()));
        return steps;
    }

    /**
     * Both moments, {@code adam.mean/<path>} and {@code adam.variance/<path>}. Their bytes reflect
     * the values at the time they are requested.
     */
    public List<Tensor> moments() {
        List<Tensor> tensors = new ArrayList<>();
        groups.forEach(group -> tensors.addAll(group.tensors()));
        return tensors;
    }

    /**
     * Copies of the accumulated gradients, {@code gradient/<path>}.
     *
     * @param manager the owner of the copies
     */
    public List<Tensor> gradients(NDManager manager) {
        List<Tensor> tensors = new ArrayList<>();
        groups.stream()
                .filter(Moments::isActive)
                .forEach(group -> tensors.addAll(group.gradients(manager)));
        return tensors;
    }

    /**
     * Restores the state from {@link #steps} and {@link #moments}.
     *
     * @param bytes returns a tensor's bytes by name, little endian
     */
    public void restore(Map<String, Long> steps, Function<String, ByteBuffer> bytes) {
        groups.forEach(group -> group.restore(steps.get(group.stage()), bytes));
    }

    /**
     * Restores the gradients from {@link #gradients}.
     *
     * @param bytes returns a tensor's bytes by name, little endian
     */
    public void restoreGradients(Function<String, ByteBuffer> bytes) {
        groups.stream().filter(Moments::isActive).forEach(group -> group.restoreGradients(bytes));
    }

    /** Discards accumulated gradients. */
    public void zeroGradients() {
        try (NDScope scratch = new NDScope()) {
            scratch.suppressNotUsedWarning();
            List<Moments> onDevice = new ArrayList<>();
            for (Moments group : groups) {
                if (group.isActive() && group.isInPlace()) {
                    group.zeroGradients();
                } else if (group.isActive()) {
                    onDevice.add(group);
                }
            }
            if (!onDevice.isEmpty()) {
                scripted.orElseThrow().zero(each(onDevice, Moments::gradients));
            }
        }
    }
}
