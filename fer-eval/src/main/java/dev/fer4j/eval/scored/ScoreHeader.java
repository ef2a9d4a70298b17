package dev.fer4j.eval.scored;

import static java.util.stream.Collectors.joining;

import dev.fer4j.core.Groups;
import dev.fer4j.core.io.ScoreColumn;
import dev.fer4j.core.people.PersonId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The header of a file of scores: what each column means. */
final class ScoreHeader {

    /** Columns of a classifier's decisions, which are neither scores nor groups. */
    private static final Set<String> DECISIONS =
            Set.of(
                    "pred",
                    "predicted",
                    "predictedclass",
                    "predictedlabel",
                    "prediction",
                    "predictions",
                    "predlabel",
                    "preds",
                    "yhat",
                    "ypred");

    /** Columns that are recordings if each has one label and one participant. */
    private static final Set<String> POSSIBLE_RECORDINGS =
            Set.of("clip", "clipid", "clipname", "video", "videoid", "videoname");

    /** The columns of {@code fer predict}, whose label is the predicted one. */
    private static final Set<String> OF_PREDICTIONS =
            Set.of("id", "images", "probability", "label");

    private final List<String> names;
    private final ScoreColumns choice;
    private final Set<Integer> groups = new HashSet<>();
    private final Map<ScoreColumn, Integer> meanings = new EnumMap<>(ScoreColumn.class);
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private ScoreHeader(List<String> names, ScoreColumns choice) {
        this.names = names;
        this.choice = choice;
    }

    static ScoreHeader of(List<String> cells, ScoreColumns choice) {
        List<String> names = new ArrayList<>();
        for (String cell : cells) {
            names.add(PersonId.normal(cell).toLowerCase(Locale.ROOT));
        }
        while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        ScoreHeader header = new ScoreHeader(names, choice);
        header.findGroups();
        header.checkNames();
        for (ScoreColumn meaning : ScoreColumn.values()) {
            header.find(meaning).ifPresent(at -> header.meanings.put(meaning, at));
        }
        header.checkMeanings();
        return header;
    }

    /** What is wrong with the header; empty if nothing is. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** What a reader should know about the columns. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** The number of columns, without those without a name at the end. */
    int size() {
        return names.size();
    }

    /** The name of a column; empty if it has none. */
    String name(int column) {
        return names.get(column);
    }

    boolean has(ScoreColumn meaning) {
        return meanings.containsKey(meaning);
    }

    /** The name of the column with a meaning, which there must be. */
    String name(ScoreColumn meaning) {
        return names.get(meanings.get(meaning));
    }

    /** The cell of a column with a meaning; empty if it is blank or there is none. */
    Optional<String> cell(ScoreColumn meaning, List<String> row) {
        return Optional.ofNullable(meanings.get(meaning))
                .map(row::get)
                .filter(text -> !text.isEmpty());
    }

    /**
     * The cells of columns that may be groups, by the column's name, without blank ones and ages
     * such as {@code NA}.
     */
    Map<String, String> others(List<String> row) {
        Map<String, String> others = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            boolean unknownAge =
                    names.get(i).equals(CaseColumns.AGE)
                            && ScoredCases.UNKNOWN.contains(row.get(i).toLowerCase(Locale.ROOT));
            if (isOther(i) && !row.get(i).isEmpty() && !unknownAge) {
                others.put(names.get(i), row.get(i));
            }
        }
        return others;
    }

    /** The only column that is a recording if its values allow it; empty if there is another. */
    Optional<String> possibleRecording() {
        List<String> possible = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (isOther(i)
                    && !groups.contains(i)
                    && POSSIBLE_RECORDINGS.contains(ScoreColumn.key(names.get(i)))) {
                possible.add(names.get(i));
            }
        }
        return has(ScoreColumn.RECORDING) || possible.size() != 1
                ? Optional.empty()
                : Optional.of(possible.get(0));
    }

    private boolean isOther(int column) {
        return !names.get(column).isEmpty()
                && !meanings.containsValue(column)
                && (groups.contains(column) || !repeats(column));
    }

    /** Whether a column is known for a label, score or decision other than those that are used. */
    private boolean repeats(int column) {
        Optional<ScoreColumn> known = ScoreColumn.of(names.get(column));
        return DECISIONS.contains(ScoreColumn.key(names.get(column)))
                || known.filter(EnumSet.of(ScoreColumn.LABEL, ScoreColumn.SCORE)::contains)
                        .isPresent();
    }

    /** Removes the prefix of groups, by which a column is a group whatever its name is. */
    private void findGroups() {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.startsWith(Groups.COLUMN_PREFIX)) {
                String rest = name.substring(Groups.COLUMN_PREFIX.length()).strip();
                names.set(i, rest);
                boolean isOwn =
                        ScoreColumn.of(rest).filter(known -> known.own().equals(rest)).isPresent();
                if (!isOwn) {
                    groups.add(i);
                }
            } else if (choice.isGroup(name)) {
                groups.add(i);
            }
        }
    }

    private void checkNames() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!name.isEmpty() && !seen.add(name)) {
                problems.add("has the column '" + name + "' twice");
            }
        }
    }

    private Optional<Integer> find(ScoreColumn meaning) {
        Optional<String> named = choice.named(meaning);
        if (named.isPresent()) {
            Optional<Integer> at = index(named.get());
            if (at.isEmpty()) {
                problems.add("has no column '" + named.get() + "' for the " + meaning.own());
            }
            return at;
        }
        List<Integer> known = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!groups.contains(i)
                    && !isNamedOtherwise(i)
                    && ScoreColumn.of(names.get(i)).equals(Optional.of(meaning))) {
                known.add(i);
            }
        }
        Optional<Integer> own =
                known.stream().filter(i -> names.get(i).equals(meaning.own())).findFirst();
        boolean ownDecides =
                own.isPresent()
                        && meaning != ScoreColumn.PARTICIPANT
                        && meaning != ScoreColumn.RECORDING;
        if (known.size() > 1 && !ownDecides) {
            problems.add(
                    "has the columns "
                            + known.stream().map(names::get).collect(joining(" and "))
                            + ", each of which may be the "
                            + meaning.own()
                            + ": name it as in --column "
                            + meaning.own()
                            + "="
                            + names.get(known.get(0)));
        }
        return own.or(() -> known.stream().findFirst());
    }

    private Optional<Integer> index(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (ScoreColumns.areSame(name, names.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private boolean isNamedOtherwise(int column) {
        return choice.named().values().stream()
                .anyMatch(name -> ScoreColumns.areSame(name, names.get(column)));
    }

    private void checkMeanings() {
        Set<String> keys = new HashSet<>();
        names.forEach(name -> keys.add(ScoreColumn.key(name)));
        if (keys.containsAll(OF_PREDICTIONS)
                && !keys.contains(ScoreColumn.SCORE.own())
                && choice.named(ScoreColumn.LABEL).isEmpty()) {
            problems.add(
                    "is that of fer predict, whose label is the predicted one: put the true labels"
                            + " into a column of their own and name it as in --column"
                            + " label=truth");
        }
        if (!has(ScoreColumn.LABEL) || !has(ScoreColumn.SCORE)) {
            problems.add(
                    "has the columns %s; expected at least label and score%s"
                            .formatted(names, decisions()));
        }
        String synonyms =
                meanings.entrySet().stream()
                        .filter(entry -> !names.get(entry.getValue()).equals(entry.getKey().own()))
                        .map(entry -> entry.getKey().own() + " from " + names.get(entry.getValue()))
                        .collect(joining(", "));
        if (!synonyms.isEmpty()) {
            notes.add("Read: " + synonyms + ".");
        }
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()
                    && !meanings.containsValue(i)
                    && !groups.contains(i)
                    && repeats(i)) {
                notes.add(
                        "Column "
                                + names.get(i)
                                + " is left out: by its name it is a label, a score or a decision,"
                                + " and no group.");
            }
        }
    }

    private String decisions() {
        return names.stream()
                .filter(name -> DECISIONS.contains(ScoreColumn.key(name)))
                .findFirst()
                .filter(name -> !has(ScoreColumn.SCORE))
                .map(
                        name ->
                                "; if %s is a score and no decision, say so with --column score=%s"
                                        .formatted(name, name))
                .orElse("");
    }
}
