package dev.fer4j.data.source;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.google.common.collect.Multimaps;
import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Problem.Kind;
import dev.fer4j.core.Rights;
import dev.fer4j.core.answer.LabelAnswers;
import dev.fer4j.core.answer.LabelColumn;
import dev.fer4j.data.internal.LeftOutRecording;
import dev.fer4j.data.source.internal.Questionnaire;
import dev.fer4j.data.source.internal.Viewing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Joins recordings with the labels of their participant and ad, or reports why they have none. */
final class LabelJoin {

    private static final String CORRECT = "correct the questionnaire and run again";

    private final Questionnaire questionnaire;
    private final Rights rights;
    private final LabelColumn column;
    private final List<Recording> recordings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private LabelJoin(Questionnaire questionnaire, Rights rights, LabelColumn column) {
        this.questionnaire = questionnaire;
        this.rights = rights;
        this.column = column;
    }

    static LabelJoin of(
            List<Candidate> candidates,
            Questionnaire questionnaire,
            Rights rights,
            LabelAnswers answers) {
        LabelJoin join =
                new LabelJoin(
                        questionnaire,
                        rights,
                        LabelColumn.of(
                                questionnaire.answers().values().stream()
                                        .map(Questionnaire.Answer::text)
                                        .toList(),
                                answers));
        Map<String, Long> ids = candidates.stream().collect(groupingBy(Candidate::id, counting()));
        for (Candidate candidate : candidates) {
            if (ids.get(candidate.id()) > 1) {
                join.leaveOut(
                        candidate,
                        Kind.DUPLICATE,
                        "is one of " + ids.get(candidate.id()) + " recordings of that id",
                        "rename or merge them");
            } else {
                join.label(candidate);
            }
        }
        join.reportRows(candidates.stream().map(Candidate::viewing).collect(toSet()));
        return join;
    }

    List<Recording> recordings() {
        return List.copyOf(recordings);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void label(Candidate candidate) {
        List<Questionnaire.Answer> answers = questionnaire.answers().get(candidate.viewing());
        List<Questionnaire.Answer> given =
                answers.stream().filter(answer -> !answer.text().isBlank()).toList();
        if (given.isEmpty()) {
            String cause =
                    answers.isEmpty()
                            ? "has no row in " + questionnaire.name()
                            : "INTERESTED IN is blank in " + rows(answers);
            leaveOut(candidate, Kind.NO_LABEL, cause + " for " + candidate.viewing(), CORRECT);
            return;
        }
        List<Questionnaire.Answer> unknown =
                given.stream().filter(answer -> column.label(answer.text()).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            leaveOut(
                    candidate,
                    Kind.UNKNOWN_LABEL,
                    "%s, INTERESTED IN: %s"
                            .formatted(rows(unknown), column.reason(unknown.get(0).text())),
                    column.mend(unknown.get(0).text(), CORRECT));
            return;
        }
        Set<Label> labels = labels(given);
        if (labels.size() > 1) {
            leaveOut(
                    candidate,
                    Kind.DUPLICATE,
                    rows(given) + " disagree on " + candidate.viewing(),
                    CORRECT);
            return;
        }
        recordings.add(recording(candidate, labels.iterator().next()));
    }

    private Recording recording(Candidate candidate, Label label) {
        Viewing viewing = candidate.viewing();
        return new Recording(
                candidate.id(),
                candidate.clips(),
                label,
                viewing.participant(),
                Optional.of(viewing.ad()),
                Optional.of(candidate.category()),
                questionnaire.demographics(viewing.participant()),
                rights,
                questionnaire.groups(viewing.participant()));
    }

    private void reportRows(Set<Viewing> recorded) {
        Multimaps.asMap(questionnaire.answers())
                .forEach(
                        (viewing, answers) -> {
                            if (!recorded.contains(viewing)) {
                                answers.forEach(
                                        answer ->
                                                unused(
                                                        answer,
                                                        "there is no recording of " + viewing));
                            } else if (labels(answers).size() == 1) {
                                repeats(answers)
                                        .forEach(
                                                answer ->
                                                        unused(
                                                                answer,
                                                                "another row is used for "
                                                                        + viewing));
                            }
                        });
    }

    /** Returns all rows except for the first one with an answer. */
    private static List<Questionnaire.Answer> repeats(List<Questionnaire.Answer> answers) {
        List<Questionnaire.Answer> repeats = new ArrayList<>(answers);
        answers.stream()
                .filter(answer -> !answer.text().isBlank())
                .findFirst()
                .ifPresent(repeats::remove);
        return repeats;
    }

    private void unused(Questionnaire.Answer answer, String cause) {
        String row = questionnaire.name() + " row " + answer.row();
        problems.add(new Problem(Kind.UNUSED, row, cause, ""));
    }

    private void leaveOut(Candidate candidate, Kind kind, String cause, String mend) {
        problems.add(
                LeftOutRecording.problem(kind, candidate.subject(), candidate.id(), cause, mend));
    }

    private Set<Label> labels(List<Questionnaire.Answer> answers) {
        return answers.stream()
                .flatMap(answer -> column.label(answer.text()).stream())
                .collect(toSet());
    }

    private String rows(List<Questionnaire.Answer> answers) {
        String numbers =
                answers.stream()
                        .map(Questionnaire.Answer::row)
                        .reduce((a, b) -> a + " and " + b)
                        .orElseThrow();
        return questionnaire.name() + (answers.size() == 1 ? " row " : " rows ") + numbers;
    }
}
