package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fer4j.core.people.PersonId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One labelled image.
 *
 * @param id unique in a study, for example {@code baseline/39-A01-J/3}
 * @param file the image, an absolute path
 * @param label whether the person is interested
 * @param participant the person, normalized by {@link PersonId}; for a synthetic image, the person
 *     whose frame it was made from, whose consent and split it shares
 * @param recording the recording or, for stills, the series that the image belongs to; all images
 *     of a recording have the same label and the same participant, which {@link Manifest} requires
 * @param ad the advertisement, where known
 * @param category the advertisement's category, where known
 * @param source the name of the source, for example {@code baseline}
 * @param origin where the image came from
 * @param demographics what is known about the participant
 * @param rights licence and consent
 * @param sha256 digest of the file's bytes, 64 lower-case hexadecimal digits
 * @param groups custom groups of the image or the participant
 */
public record Sample(
        String id,
        Path file,
        Label label,
        String participant,
        String recording,
        Optional<String> ad,
        Optional<AdCategory> category,
        String source,
        Origin origin,
        Demographics demographics,
        Rights rights,
        String sha256,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Groups groups) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public Sample {
        participant = PersonId.normal(participant);
        checkArgument(!id.isBlank(), "a sample needs an id");
        checkArgument(file.isAbsolute(), "sample %s: file %s is not absolute", id, file);
        checkArgument(!participant.isBlank(), "sample %s: the participant is blank", id);
        checkArgument(!recording.isBlank(), "sample %s: the recording is blank", id);
        checkArgument(!source.isBlank(), "sample %s: the source is blank", id);
        checkArgument(
                SHA256.matcher(sha256).matches(),
                "sample %s: '%s' is not a SHA-256 digest",
                id,
                sha256);
        requireNonNull(label);
        requireNonNull(ad);
        requireNonNull(category);
        requireNonNull(origin);
        requireNonNull(demographics);
        requireNonNull(rights);
        // Manifest lines omit empty groups.
        groups = requireNonNullElse(groups, Groups.NONE);
    }

    /** Creates a sample without custom groups. */
    public Sample(
            String id,
            Path file,
            Label label,
            String participant,
            String recording,
            Optional<String> ad,
            Optional<AdCategory> category,
            String source,
            Origin origin,
            Demographics demographics,
            Rights rights,
            String sha256) {
        this(
                id,
                file,
                label,
                participant,
                recording,
                ad,
                category,
                source,
                origin,
                demographics,
                rights,
                sha256,
                Groups.NONE);
    }

    public Sample withLabel(Label other) {
        return copy(other, groups);
    }

    public Sample withGroups(Groups others) {
        return copy(label, others);
    }

    private Sample copy(Label now, Groups in) {
        return new Sample(
                id,
                file,
                now,
                participant,
                recording,
                ad,
                category,
                source,
                origin,
                demographics,
                rights,
                sha256,
                in);
    }

    /** Whether a generator made the image. */
    @JsonIgnore
    public boolean isSynthetic() {
        return origin instanceof Origin.Synthetic;
    }
}
