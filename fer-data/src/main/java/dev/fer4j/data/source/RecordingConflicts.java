package dev.fer4j.data.source;

import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.data.internal.LeftOutRecording;
import dev.fer4j.data.internal.RelativePath;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the items of a listing whose recording has two labels or two people. Such a recording
 * cannot be a case of evaluation, so it is left out, whichever split it would belong to.
 */
final class RecordingConflicts {

    private record Case(String item, Label label, String participant) {

        boolean agrees(Case other) {
            return label == other.label && participant.equals(other.participant);
        }

        @Override
        public String toString() {
            return item + " (" + label + ", " + participant + ")";
        }
    }

    private final Path folder;
    private final Map<String, Case> first = new HashMap<>();
    private final Map<String, Case> contrary = new HashMap<>();

    RecordingConflicts(Path folder, List<Recording> recordings, List<Still> stills) {
        this.folder = folder;
        recordings.forEach(one -> add(one.id(), of(one)));
        stills.forEach(one -> add(one.recording(), of(one)));
    }

    private void add(String recording, Case one) {
        Case other = first.putIfAbsent(recording, one);
        if (other != null && !one.agrees(other)) {
            contrary.putIfAbsent(recording, one);
        }
    }

    Optional<Problem> problem(Recording one) {
        return problem(one.id(), of(one));
    }

    Optional<Problem> problem(Still one) {
        return problem(one.recording(), of(one));
    }

    private Optional<Problem> problem(String recording, Case one) {
        return Optional.ofNullable(contrary.get(recording))
                .map(
                        other ->
                                LeftOutRecording.problem(
                                        Problem.Kind.DUPLICATE,
                                        one.item(),
                                        recording,
                                        "has two labels or participants: "
                                                + first.get(recording)
                                                + " and "
                                                + other,
                                        "give each label and participant its own recording"));
    }

    private Case of(Recording one) {
        return new Case(
                RelativePath.of(folder, one.clips().get(0)), one.label(), one.participant());
    }

    private Case of(Still one) {
        return new Case(RelativePath.of(folder, one.file()), one.label(), one.participant());
    }
}
