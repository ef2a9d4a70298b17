package dev.fer4j.benchmarks.gpu;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.PlanException;
import dev.fer4j.train.LearningSteps;
import dev.fer4j.train.device.Arithmetic;
import dev.fer4j.train.device.Arithmetic.Precision;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.device.EngineInfo;
import dev.fer4j.train.device.GpuFacts;
import dev.fer4j.train.device.HostValues;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.state.CapturedState;
import java.util.List;
import java.util.Optional;

/** The stages that check the device, each against the CPU. */
final class Ladder {

    /** Images of the batches that are compared: so few that the CPU is soon done. */
    private static final int COMPARED = 4;

    private static final int STEPS = 3;

    private Ladder() {}

    /** What there is, and whether the device computes. */
    static void machine(Setup setup) {
        GpuFacts facts = GpuFacts.current();
        EngineInfo engine = EngineInfo.current();
        setup.fact("DJL", engine.djl());
        setup.fact("PyTorch", engine.pytorch());
        setup.fact("natives in use", facts.flavour());
        setup.fact("natives on the class path", String.join(", ", facts.bundled()));
        setup.fact("NVIDIA driver", facts.driver().version().orElse("none"));
        setup.fact("CUDA runtime", facts.runtime().version().orElse("none"));
        facts.visibleDevices().ifPresent(names -> setup.fact("CUDA_VISIBLE_DEVICES", names));
        setup.measured("threads of an operation on the CPU", engine.threads(), "");
        setup.measured("GPUs that can be used", facts.usable().size(), "");
        for (int i = 0; i < facts.runtime().gpus().size(); i++) {
            setup.fact("gpu:" + i, facts.runtime().gpus().get(i).toString());
        }
        setup.fact("device", setup.device().kind());
        sum(setup, setup.device());
        setup.deviceMegabytes().ifPresent(used -> setup.measured("memory in use", used, "MB"));
        refuse(setup, new DeviceChoice(Optional.of(99)));
    }

    private static void refuse(Setup setup, DeviceChoice absent) {
        try {
            absent.requirePresent();
            setup.findings().accept(GpuFinding.failed(absent.toString(), "is not refused"));
        } catch (PlanException e) {
            setup.fact(absent.toString(), e.problems().get(0).cause());
        }
    }

    /** Whether the CPU is used where no GPU is visible. */
    static void hidden(Setup setup) {
        GpuFacts facts = GpuFacts.current();
        setup.fact("natives in use", facts.flavour());
        setup.checked("GPUs that can be used", facts.usable().size(), "", 0);
        setup.fact("why none", facts.missing(0).cause());
        sum(setup, DeviceChoice.CPU);
    }

    private static void sum(Setup setup, DeviceChoice device) {
        try (NDManager manager = PyTorch.engine().newBaseManager(device.resolve())) {
            float sum =
                    GradientMode.off(() -> HostValues.number(manager.ones(new Shape(1000)).sum()));
            setup.checked("error of a sum on " + device, Math.abs(sum - 1000), "", 0);
        }
    }

    /** A batch in each precision, through a small and a large network. */
    static void gradients(Setup setup) {
        gradients(setup, "small", setup.scale().smallPlan(DeviceChoice.CPU));
        gradients(setup, "full", setup.scale().plan(DeviceChoice.CPU));
    }

    private static void gradients(Setup setup, String network, TrainingPlan plan) {
        TrainingPlan few = plan.withBatchSize(COMPARED);
        try (LearningSteps here = new LearningSteps(few)) {
            float[] logits = here.learn();
            try (CapturedState expected = here.capture()) {
                for (Precision precision : Precision.values()) {
                    String name = network + " network, " + Setup.word(precision);
                    setup.part(
                            name,
                            () -> {
                                try (LearningSteps there =
                                        new LearningSteps(
                                                few.withDevice(setup.device())
                                                        .withArithmetic(
                                                                Arithmetic.DEFAULT.withPrecision(
                                                                        precision)))) {
                                    setup.checked(
                                            "logits, " + name,
                                            StateDifference.relative(logits, there.learn()),
                                            "",
                                            logitLimit(precision));
                                    try (CapturedState found = there.capture()) {
                                        StateDifference difference =
                                                new StateDifference(expected, found);
                                        setup.checked(
                                                "gradient of the last layer, " + name,
                                                difference.relative("gradient/logit"),
                                                "",
                                                logitLimit(precision));
                                        setup.checked(
                                                "gradients, " + name,
                                                difference.relative("gradient/"),
                                                "",
                                                gradientLimit(precision));
                                    }
                                }
                            });
                }
            }
        }
    }

    /**
     * Of the norm of a difference over the norm, several times what differs on a CPU: 1e-5 between
     * layouts in float32, 0.03 in bfloat16, and up to twice that in the last layer's gradient.
     */
    private static double logitLimit(Precision precision) {
        return switch (precision) {
            case FLOAT32 -> 1e-3;
            case TF32 -> 0.05;
            case BFLOAT16 -> 0.2;
        };
    }

    /**
     * The same of all gradients: 0.015 between layouts in float32, 0.45 in bfloat16. Where two
     * values are nearly equal, rounding decides which of them a maximum passes on, and the gradient
     * goes another way.
     */
    private static double gradientLimit(Precision precision) {
        return switch (precision) {
            case FLOAT32 -> 0.05;
            case TF32 -> 0.3;
            case BFLOAT16 -> 0.8;
        };
    }

    /** The same update there and on the CPU, from the same weights and gradients. */
    static void adam(Setup setup) {
        TrainingPlan plan = setup.scale().plan(DeviceChoice.CPU).withBatchSize(COMPARED);
        try (LearningSteps here = new LearningSteps(plan);
                LearningSteps there = new LearningSteps(plan.withDevice(setup.device()))) {
            here.learn();
            try (CapturedState given = here.capture()) {
                there.restore(given);
                try (CapturedState found = there.capture()) {
                    setup.checked(
                            "tensors that differ after they were moved to the device",
                            new StateDifference(given, found).tensors(),
                            "",
                            0);
                }
            }
            here.update();
            there.update();
            try (CapturedState expected = here.capture();
                    CapturedState found = there.capture()) {
                StateDifference difference = new StateDifference(expected, found);
                setup.checked("weights after an update", difference.largest("weights/"), "", 1e-6);
                setup.checked(
                        "second moments after an update",
                        difference.relative("adam.variance/"),
                        "",
                        1e-5);
            }
        }
    }

    /** A state is restored, and both trainings go on. */
    static void resume(Setup setup) {
        for (boolean deterministic : List.of(false, true)) {
            String name = deterministic ? "deterministic" : "not deterministic";
            setup.part(
                    name,
                    () ->
                            resume(
                                    setup,
                                    name,
                                    setup.scale()
                                            .plan(setup.device())
                                            .withArithmetic(
                                                    Arithmetic.DEFAULT.withDeterministic(
                                                            deterministic))));
        }
    }

    private static void resume(Setup setup, String name, TrainingPlan plan) {
        try (LearningSteps first = new LearningSteps(plan);
                LearningSteps second = new LearningSteps(plan)) {
            go(first);
            try (CapturedState saved = first.capture()) {
                second.restore(saved);
                try (CapturedState restored = second.capture()) {
                    setup.checked(
                            "tensors that differ when restored, " + name,
                            new StateDifference(saved, restored).tensors(),
                            "",
                            0);
                }
            }
            go(first);
            go(second);
            try (CapturedState expected = first.capture();
                    CapturedState found = second.capture()) {
                StateDifference difference = new StateDifference(expected, found);
                setup.measured(
                        "weights " + STEPS + " steps later, " + name,
                        difference.relative("weights/"),
                        "");
                if (plan.arithmetic().deterministic()) {
                    setup.checked(
                            "tensors that differ " + STEPS + " steps later, " + name,
                            difference.tensors(),
                            "",
                            0);
                }
            }
        }
    }

    private static void go(LearningSteps training) {
        for (int step = 0; step < STEPS; step++) {
            training.step();
        }
    }
}
