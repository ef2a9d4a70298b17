package dev.fer4j.data.gallery;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.Problem;
import java.nio.file.Path;
import java.util.List;

/** The page of the documentation that shows what comes of each exhibit. */
final class Page {

    /** Relative to the module. */
    static final Path FILE = Path.of("../docs/what-bad-input-gets.md");

    private Page() {}

    /** A line of a table: what it is, the kinds of problems, what the report says. */
    static String row(Exhibit exhibit, List<Problem> problems, Path root) {
        String kinds =
                problems.isEmpty()
                        ? "used"
                        : problems.stream()
                                .map(problem -> problem.kind().toString())
                                .distinct()
                                .collect(joining(", "));
        String messages =
                problems.isEmpty()
                        ? exhibit.note()
                        : problems.stream()
                                .map(Problem::message)
                                .distinct()
                                .map(message -> message.replace(root.toString(), "…"))
                                .map(message -> message.replace("|", "\\|"))
                                .map(message -> "`" + message + "`")
                                .collect(joining("<br>"));
        boolean losesNothing = problems.stream().allMatch(problem -> problem.kind().isUsed());
        String use = losesNothing ? ", used" : ", the rest is used";
        String also = !problems.isEmpty() && exhibit.used() > 0 ? use : "";
        return "| " + exhibit.name() + " | " + kinds + also + " | " + messages + " |";
    }
}
