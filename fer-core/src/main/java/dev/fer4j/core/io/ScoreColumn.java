package dev.fer4j.core.io;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a file of scores that have a meaning, with the names by which they are known. Only
 * letters and digits of a name are compared, ignoring case: {@code Participant ID} is {@code
 * participant_id}.
 */
public enum ScoreColumn {
    /** The true label. */
    LABEL(
            Set.of(
                    "actual",
                    "actuallabel",
                    "groundtruth",
                    "gt",
                    "labels",
                    "target",
                    "targets",
                    "truelabel",
                    "truth",
                    "y",
                    "ytrue",
                    "ytest")),

    /** The score, higher for cases more likely to be positive. */
    SCORE(
            Set.of(
                    "decisionfunction",
                    "logit",
                    "logits",
                    "predictproba",
                    "prob",
                    "proba",
                    "probability",
                    "probabilities",
                    "probs",
                    "scores",
                    "yprob",
                    "yproba",
                    "yscore",
                    "yscores")),

    /** The recording. */
    RECORDING(numbered("rec", "recording")),

    /** The person. */
    PARTICIPANT(
            Sets.union(
                    numbered(
                            "actor",
                            "identity",
                            "participant",
                            "participante",
                            "patient",
                            "person",
                            "proband",
                            "respondent",
                            "speaker",
                            "sub",
                            "subj",
                            "subject",
                            "sujet",
                            "sujeto",
                            "teilnehmer",
                            "user",
                            "versuchsperson",
                            "viewer",
                            "volunteer",
                            "vp",
                            "vpn"),
                    Set.of("participants", "pid", "pp", "ppid", "ppt", "subjects", "users"))),

    /** The id of the case, which is unique in a file. */
    ID(Set.of("caseid", "sampleid"));

    private final ImmutableSet<String> names;

    ScoreColumn(Set<String> others) {
        names = ImmutableSet.<String>builder().add(own()).addAll(others).build();
    }

    private static Set<String> numbered(String... stems) {
        Set<String> names = new LinkedHashSet<>();
        for (String stem : stems) {
            for (String ending :
                    List.of(
                            "", "code", "id", "ids", "index", "name", "no", "nr", "num",
                            "number")) {
                names.add(stem + ending);
            }
        }
        return names;
    }

    /** The name in files that this library writes, for example {@code participant}. */
    public String own() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column that a name is known for; empty if it is known for none. */
    public static Optional<ScoreColumn> of(String name) {
        String key = key(name);
        return Arrays.stream(values()).filter(column -> column.names.contains(key)).findFirst();
    }

    /** Returns the letters and digits of a column's name, in lower case. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
