package dev.fer4j.core;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown if a plan cannot be carried out. All problems are reported at once. */
public class PlanException extends FerException {

    private final ImmutableList<Problem> problems;

    /** Creates an exception with at least one problem. */
    public PlanException(List<Problem> problems) {
        super(
                problems.size() == 1
                        ? problems.get(0).message()
                        : problems.stream()
                                .map(p -> "  - " + p.message())
                                .collect(
                                        Collectors.joining(
                                                "\n", problems.size() + " problems:\n", "")));
        this.problems = ImmutableList.copyOf(problems);
    }

    /** Creates an exception with a single problem. */
    public PlanException(Problem.Kind kind, String subject, String cause, String mend) {
        this(List.of(new Problem(kind, subject, cause, mend)));
    }

    /** All problems of the plan. */
    public List<Problem> problems() {
        return problems;
    }
}
