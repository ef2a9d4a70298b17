package dev.fer4j.eval.study;

import static com.google.common.base.Preconditions.checkState;

import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import java.util.HashMap;
import java.util.Map;

/** Checks that runners meet their contract. */
final class ResultCheck {

    private final Cell cell;
    private final Map<String, String> splitOf = new HashMap<>();

    private ResultCheck(Cell cell) {
        this.cell = cell;
    }

    /**
     * Checks that a result belongs to the cell, and that each sample is predicted once and is in
     * only one split.
     *
     * @throws IllegalStateException if not, which is a bug of the runner
     */
    static void check(Cell asked, CellResult result) {
        checkState(
                result.cell().equals(asked),
                "asked for cell %s, the runner returned %s",
                asked.id(),
                result.cell().id());
        checkState(
                result.seen().isPresent() == asked.split().seen().isPresent(),
                "cell %s: people were %s held out, and there are %s predictions for held-out"
                        + " people",
                asked.id(),
                asked.split().seen().isPresent() ? "to be" : "not to be",
                result.seen().map(Predictions::size).orElse(0));
        ResultCheck check = new ResultCheck(asked);
        check.add("validation", result.validation());
        check.add("test", result.test());
        result.seen().ifPresent(seen -> check.add("held-out", seen));
    }

    private void add(String split, Predictions predictions) {
        for (Prediction prediction : predictions.all()) {
            String before = splitOf.put(prediction.sample(), split);
            checkState(
                    before == null,
                    "cell %s: the runner returned sample %s as %s and as %s prediction; each"
                            + " sample is predicted once, in one split",
                    cell.id(),
                    prediction.sample(),
                    before,
                    split);
        }
    }
}
