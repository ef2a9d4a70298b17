package dev.fer4j.eval.study;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.HeldOutPeople;
import dev.fer4j.core.design.LabelNames;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The trainings of a study, every condition under every split with every seed, and the names of its
 * labels. The paper's plan is its three conditions under {@link CategorySplit#paper}, once.
 *
 * @param conditions at least one, with distinct ids
 * @param splits at least one, all different
 * @param seeds at least one, all different
 * @param labels names of the two labels in reports and model files; results do not depend on them
 */
public record StudyPlan(
        List<Condition> conditions,
        List<CategorySplit> splits,
        List<Seed> seeds,
        LabelNames labels) {

    public StudyPlan {
        conditions = List.copyOf(conditions);
        splits = List.copyOf(splits);
        seeds = List.copyOf(seeds);
        checkDifferent("condition", conditions.stream().map(Condition::id).toList());
        checkDifferent("category split", splits.stream().map(CategorySplit::id).toList());
        checkDifferent("seed", seeds);
        requireNonNull(labels);
    }

    /** A plan whose labels have the paper's names. */
    public StudyPlan(List<Condition> conditions, List<CategorySplit> splits, List<Seed> seeds) {
        this(conditions, splits, seeds, LabelNames.INTEREST);
    }

    /** Returns a copy whose labels have other names. */
    public StudyPlan withLabels(LabelNames names) {
        return new StudyPlan(conditions, splits, seeds, names);
    }

    /**
     * The paper's plan for any conditions: {@link CategorySplit#paper}, each trained once, with the
     * seed 1. The paper gives no seeds.
     */
    public static StudyPlan paper(List<Condition> conditions) {
        return new StudyPlan(conditions, List.of(CategorySplit.paper()), List.of(new Seed(1)));
    }

    /**
     * Returns a copy with every category in every role: all six rotations of each split. Each
     * category has its own people and prevalence, so a single split cannot separate the effect of
     * content from theirs.
     */
    public StudyPlan withRotations() {
        return new StudyPlan(
                conditions,
                splits.stream().flatMap(split -> split.rotations().stream()).distinct().toList(),
                seeds,
                labels);
    }

    /**
     * Returns a copy that trains each cell this many times: with the plan's first seed and
     * consecutive numbers. So a plan with more seeds includes the trainings of one with fewer, and
     * a study can be extended.
     *
     * @param count at least 1
     */
    public StudyPlan withSeeds(int count) {
        checkArgument(count >= 1, "a study cannot have %s seeds", count);
        long first = seeds.get(0).value();
        return new StudyPlan(
                conditions,
                splits,
                LongStream.range(0, count).mapToObj(i -> new Seed(first + i)).toList(),
                labels);
    }

    /**
     * Returns a copy with some people of the training categories held out, to be predicted in
     * addition to the validation and test splits. Training then has fewer people than the paper's.
     */
    public StudyPlan withSeen(HeldOutPeople people) {
        return new StudyPlan(
                conditions,
                splits.stream().map(split -> split.withSeen(people)).toList(),
                seeds,
                labels);
    }

    private static void checkDifferent(String what, List<?> values) {
        checkArgument(!values.isEmpty(), "a study needs at least one %s", what);
        checkArgument(
                new HashSet<>(values).size() == values.size(),
                "a study names a %s twice: %s",
                what,
                values);
    }

    /** All cells: by condition, then by split, then by seed, each in the plan's order. */
    @JsonIgnore
    public List<Cell> cells() {
        return conditions.stream()
                .flatMap(
                        condition ->
                                splits.stream()
                                        .flatMap(
                                                split ->
                                                        seeds.stream()
                                                                .map(
                                                                        seed ->
                                                                                new Cell(
                                                                                        condition,
                                                                                        split,
                                                                                        seed))))
                .toList();
    }

    /**
     * A unique name of a cell for files and tables: the condition's id if there is one split and
     * one seed, else condition, split and seed joined by underscores.
     *
     * @throws IllegalArgumentException if the cell is not of this plan
     */
    public String cellName(Cell cell) {
        checkArgument(
                conditions.contains(cell.condition())
                        && splits.contains(cell.split())
                        && seeds.contains(cell.seed()),
                "%s is not in this plan",
                cell.id());
        return splits.size() == 1 && seeds.size() == 1 ? cell.condition().id() : cell.id();
    }

    /**
     * The alternative name of a cell's files: that in a plan with more or fewer splits and seeds.
     */
    String otherCellName(Cell cell) {
        return cellName(cell).equals(cell.id()) ? cell.condition().id() : cell.id();
    }

    /**
     * A description of the plan for users, to be printed before work begins: the number of
     * trainings, what each condition trains on, which categories train, validate and test, and the
     * file name of every training.
     */
    public String toText() {
        return new PlanText(this).toString();
    }

    /** The conditions that are not controls, which the study is about. */
    @JsonIgnore
    public List<Condition> withoutControls() {
        return conditions.stream().filter(condition -> !condition.isControl()).toList();
    }

    /** The control conditions of a condition; none for a control. */
    public List<Condition> controlsOf(Condition condition) {
        return conditions.stream().filter(other -> other.isControlOf(condition)).toList();
    }

    /**
     * The condition that all others are compared with: the first that adds no source and is not a
     * control, or the first of all if there is none.
     */
    @JsonIgnore
    public Condition reference() {
        return withoutControls().stream()
                .filter(condition -> condition.addedSources().isEmpty())
                .findFirst()
                .orElse(conditions.get(0));
    }
}
