package dev.fer4j.data.source;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Groups;
import dev.fer4j.core.Label;
import dev.fer4j.core.Rights;
import dev.fer4j.core.people.PersonId;
import dev.fer4j.data.source.internal.Names;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the paper calls a video: one participant's reaction to one advertisement, in one or more
 * clips that are read in sequence.
 *
 * @param id unique in its source and valid as a folder name: without slashes, backslashes, control
 *     characters or a leading dot; for example {@code 39-A01-J}
 * @param clips video files, absolute, at least one, in a fixed order
 * @param label whether the participant is interested
 * @param participant the person, normalized by {@link PersonId}
 * @param ad the advertisement, where known
 * @param category the advertisement's category, where known
 * @param demographics what is known about the participant
 * @param rights licence and consent
 * @param groups custom groups of the recording or the participant
 */
public record Recording(
        String id,
        List<Path> clips,
        Label label,
        String participant,
        Optional<String> ad,
        Optional<AdCategory> category,
        Demographics demographics,
        Rights rights,
        Groups groups) {

    public Recording {
        Names.checkFolderName("recording id", id);
        participant = PersonId.normal(participant);
        clips = List.copyOf(clips);
        checkArgument(!clips.isEmpty(), "recording %s has no clip", id);
        for (Path clip : clips) {
            checkArgument(clip.isAbsolute(), "recording %s: clip %s is not absolute", id, clip);
        }
        checkArgument(!participant.isBlank(), "recording %s: the participant is blank", id);
        requireNonNull(label);
        requireNonNull(ad);
        requireNonNull(category);
        requireNonNull(demographics);
        requireNonNull(rights);
        requireNonNull(groups);
    }

    /** Creates a recording without custom groups. */
    public Recording(
            String id,
            List<Path> clips,
            Label label,
            String participant,
            Optional<String> ad,
            Optional<AdCategory> category,
            Demographics demographics,
            Rights rights) {
        this(id, clips, label, participant, ad, category, demographics, rights, Groups.NONE);
    }

    public Recording withClips(List<Path> others) {
        return new Recording(
                id, others, label, participant, ad, category, demographics, rights, groups);
    }

    public Recording withGroups(Groups others) {
        return new Recording(
                id, clips, label, participant, ad, category, demographics, rights, others);
    }
}
