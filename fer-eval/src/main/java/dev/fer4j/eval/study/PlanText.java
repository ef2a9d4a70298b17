package dev.fer4j.eval.study;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.Condition;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A plan in words. */
final class PlanText {

    private final StudyPlan plan;
    private final StringBuilder text = new StringBuilder();

    PlanText(StudyPlan plan) {
        this.plan = plan;
        text.append(product()).append('\n');
        section("Conditions: what trains", plan.conditions(), this::condition);
        section("Category splits", plan.splits(), PlanText::split);
        section("Seeds", List.of(plan), PlanText::seeds);
        section("Trainings, in order", plan.cells(), this::cell);
    }

    private <T> void section(String title, List<T> values, Function<T, String> line) {
        text.append('\n').append(title).append('\n');
        values.forEach(value -> text.append("  ").append(line.apply(value)).append('\n'));
    }

    /** {@code 24 trainings: 4 conditions × 6 category splits × 1 seed}. */
    private String product() {
        return String.join(
                "",
                count(plan.cells().size(), "training"),
                ": ",
                count(plan.conditions().size(), "condition"),
                " × ",
                count(plan.splits().size(), "category split"),
                " × ",
                count(plan.seeds().size(), "seed"));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private String condition(Condition condition) {
        return condition.title()
                + " ("
                + condition.id()
                + "): "
                + condition.trainingSources().stream()
                        .map(source -> source(condition, source))
                        .collect(joining(" + "))
                + (condition.equals(plan.reference()) ? "; the others are compared with it" : "");
    }

    private static String source(Condition condition, String source) {
        String cap = condition.mix().cap(source).map(images -> ", at most " + images).orElse("");
        double weight = condition.mix().weight(source);
        return source + cap + (weight == 1 ? "" : ", each " + weight + " times");
    }

    private static String split(CategorySplit split) {
        return "train "
                + names(split.train())
                + ", validate "
                + names(split.validate())
                + ", test "
                + names(split.test())
                + split.seen()
                        .map(
                                people ->
                                        "; of the training categories, "
                                                + people.percent()
                                                + " % of the people are held out and predicted")
                        .orElse("");
    }

    private static String names(Set<AdCategory> categories) {
        return categories.stream().map(AdCategory::id).collect(joining(" + "));
    }

    private static String seeds(StudyPlan plan) {
        return plan.seeds().stream().map(Seed::value).map(Object::toString).collect(joining(", "));
    }

    private String cell(Cell cell) {
        return plan.cellName(cell);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
