package dev.fer4j.cli.option;

import dev.fer4j.core.io.ScoreColumn;
import dev.fer4j.eval.scored.ScoreColumns;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option for the meanings of columns in files of scores. */
public final class ScoreColumnOptions {

    @Option(
            names = "--column",
            paramLabel = "MEANING=NAME",
            description =
                    "The column that is the label, score, recording, participant or id, if its name"
                            + " does not say so. May be given several times.")
    private Map<ScoreColumn, String> named = new LinkedHashMap<>();

    /**
     * The meanings of columns.
     *
     * @param groups columns that are groups in any case
     */
    public ScoreColumns columns(List<String> groups) {
        return new ScoreColumns(named, new LinkedHashSet<>(groups));
    }
}
