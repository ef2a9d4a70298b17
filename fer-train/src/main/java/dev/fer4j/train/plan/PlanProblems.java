package dev.fer4j.train.plan;

import ai.djl.nn.Block;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Seed;
import dev.fer4j.train.device.Arithmetic;
import dev.fer4j.train.device.Arithmetic.Precision;
import dev.fer4j.train.network.StagedBlock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds the problems of a {@link TrainingPlan}. */
final class PlanProblems {

    private static final int LARGEST_INPUT = 2048;

    private final TrainingPlan plan;
    private final List<Problem> problems = new ArrayList<>();

    private PlanProblems(TrainingPlan plan) {
        this.plan = plan;
    }

    static List<Problem> of(TrainingPlan plan) {
        PlanProblems all = new PlanProblems(plan);
        all.checkNumbers();
        all.checkStages();
        all.checkArithmetic();
        return List.copyOf(all.problems);
    }

    private void checkNumbers() {
        int least = plan.backbone().smallestInput();
        if (plan.inputSize() < least || plan.inputSize() > LARGEST_INPUT) {
            add(
                    "input size " + plan.inputSize(),
                    "is not in " + least + ".." + LARGEST_INPUT,
                    "use a size in this range, or another network than " + plan.backbone());
        }
        if (plan.epochs() < 1) {
            add("epochs " + plan.epochs(), "is not at least 1", "");
        }
        if (plan.batchSize() < 2) {
            add(
                    "batch size " + plan.batchSize(),
                    "is not at least 2",
                    "batch normalization needs more than one image");
        }
    }

    private void checkArithmetic() {
        Arithmetic arithmetic = plan.arithmetic();
        if (arithmetic.deterministic() && arithmetic.precision() == Precision.TF32) {
            add(
                    "precision tf32",
                    "is not combined with deterministic, which switches it off",
                    "use float32 or bfloat16, or leave out deterministic");
        }
        if (arithmetic.precision() == Precision.BFLOAT16 && !plan.backbone().computesInBfloat16()) {
            add(
                    "precision bfloat16",
                    "is not supported by the network " + plan.backbone(),
                    "use float32 or tf32, or Backbone.computesInBfloat16()");
        }
    }

    private void checkStages() {
        Block block = plan.backbone().build(new Seed(0));
        List<String> stages = block instanceof StagedBlock staged ? staged.stages() : List.of();
        checkStages("frozen", plan.frozen(), stages);
        for (Phase phase : plan.phases()) {
            checkStages("frozen in phase " + phase.name(), phase.frozen(), stages);
        }
        checkStages("rates", plan.optimization().stageRates().keySet(), stages);
    }

    private void checkStages(String where, Collection<String> names, List<String> stages) {
        for (String name : names) {
            if (!stages.contains(name)) {
                add(
                        where + ": stage '" + name + "'",
                        stages.isEmpty()
                                ? "the network has no stages"
                                : "the network has the stages " + stages,
                        "");
            }
        }
    }

    private void add(String setting, String cause, String mend) {
        problems.add(new Problem(Problem.Kind.BAD_SETTING, setting, cause, mend));
    }
}
