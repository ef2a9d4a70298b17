package dev.fer4j.examples.study;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.RightsCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Notes that a reader must know before the numbers of a study. */
final class StudyNotes {

    private StudyNotes() {}

    /** Of its data and settings. */
    static List<String> of(StudySettings settings, List<Manifest> manifests) {
        List<String> notes = new ArrayList<>();
        RightsCheck.of(manifests)
                .problems()
                .forEach(p -> notes.add("The " + p.subject() + ": " + p.cause() + "."));
        Set<String> others = StudyConditions.otherGenerators(manifests);
        if (!others.isEmpty()) {
            notes.add(
                    "The synthetic images were made by "
                            + String.join(", ", others)
                            + ", not by StyleGAN2 (generator: "
                            + String.join(", ", others)
                            + ").");
        }
        StudyConditions.note(settings.mix()).ifPresent(notes::add);
        if (settings.splits().size() > 1) {
            notes.add(
                    "The section on what went in describes the split "
                            + settings.split().id()
                            + " only.");
        }
        settings.data()
                .allowedLeaks()
                .forEach(
                        (kind, reason) ->
                                notes.add(
                                        "Leaks of the kind "
                                                + kind.noun()
                                                + " between splits did not stop this study: "
                                                + reason
                                                + "."));
        return notes;
    }
}
