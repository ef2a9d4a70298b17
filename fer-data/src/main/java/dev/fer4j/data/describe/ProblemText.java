package dev.fer4j.data.describe;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Problem;
import java.util.Comparator;
import java.util.List;

/** Problems as text, grouped by kind. */
final class ProblemText {

    private ProblemText() {}

    static String of(List<Problem> problems, int most, String whereAllAre) {
        checkArgument(most >= 0, "at most %s problems", most);
        if (problems.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("problems:\n");
        List<Problem> byKind =
                problems.stream().sorted(Comparator.comparing(Problem::kind)).limit(most).toList();
        for (int i = 0; i < byKind.size(); i++) {
            Problem problem = byKind.get(i);
            if (i == 0 || byKind.get(i - 1).kind() != problem.kind()) {
                long ofKind =
                        problems.stream().filter(other -> other.kind() == problem.kind()).count();
                text.append("  ").append(problem.kind()).append(" (").append(ofKind).append(")\n");
            }
            text.append("    ").append(problem.message()).append('\n');
        }
        if (problems.size() > most) {
            text.append("  … and ").append(problems.size() - most).append(" more; ");
            text.append(whereAllAre).append('\n');
        }
        return text.toString();
    }
}
