package dev.fer4j.data.source;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Groups;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.people.PersonId;
import dev.fer4j.data.internal.RelativePath;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A labelled image file: a screenshot or a synthetic image.
 *
 * @param id the sample's id, unique in a study, for example {@code youtube/p012/3}
 * @param file the absolute path of the image
 * @param label whether the person is interested
 * @param participant the person, normalized by {@link PersonId}
 * @param recording the series that the image belongs to
 * @param ad the advertisement, where known
 * @param category the advertisement's category, where known
 * @param origin where the image came from
 * @param demographics what is known about the participant
 * @param rights licence and consent
 * @param groups custom groups of the image or the participant
 */
public record Still(
        String id,
        Path file,
        Label label,
        String participant,
        String recording,
        Optional<String> ad,
        Optional<AdCategory> category,
        Origin origin,
        Demographics demographics,
        Rights rights,
        Groups groups) {

    /**
     * Creates an image of which only the person and the label are known. Its id consists of the
     * source's name and its path in the folder; a person's images with the same label form a
     * series.
     *
     * @param source the source's name
     * @param folder the source's folder
     * @param file the image, inside the folder
     */
    public static Still of(String source, Path folder, Path file, Label label, String participant) {
        String place = RelativePath.of(folder, file);
        return new Still(
                source + "/" + place,
                file.toAbsolutePath(),
                label,
                participant,
                PersonId.normal(participant) + "-" + label,
                Optional.empty(),
                Optional.empty(),
                new Origin.StillImage(place),
                Demographics.UNKNOWN,
                Rights.UNKNOWN);
    }

    public Still {
        checkArgument(!id.isBlank(), "a still needs an id");
        participant = PersonId.normal(participant);
        checkArgument(file.isAbsolute(), "still %s: file %s is not absolute", id, file);
        checkArgument(!participant.isBlank(), "still %s: the participant is blank", id);
        checkArgument(!recording.isBlank(), "still %s: the recording is blank", id);
        requireNonNull(label);
        requireNonNull(ad);
        requireNonNull(category);
        requireNonNull(origin);
        requireNonNull(demographics);
        requireNonNull(rights);
        requireNonNull(groups);
    }

    /** Creates an image without custom groups. */
    public Still(
            String id,
            Path file,
            Label label,
            String participant,
            String recording,
            Optional<String> ad,
            Optional<AdCategory> category,
            Origin origin,
            Demographics demographics,
            Rights rights) {
        this(
                id,
                file,
                label,
                participant,
                recording,
                ad,
                category,
                origin,
                demographics,
                rights,
                Groups.NONE);
    }

    /**
     * Returns the image of a sample of any origin.
     *
     * @see #toSample
     */
    public static Still of(Sample sample) {
        return new Still(
                sample.id(),
                sample.file(),
                sample.label(),
                sample.participant(),
                sample.recording(),
                sample.ad(),
                sample.category(),
                sample.origin(),
                sample.demographics(),
                sample.rights(),
                sample.groups());
    }

    /**
     * Returns a sample of this image.
     *
     * @param source the source's name
     * @param sha256 digest of the file's bytes, 64 lower-case hexadecimal digits
     */
    public Sample toSample(String source, String sha256) {
        return new Sample(
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
                groups);
    }

    /** Returns a copy with the given advertisement category. */
    public Still withCategory(AdCategory known) {
        return copy(Optional.of(known), rights, groups);
    }

    public Still withRights(Rights terms) {
        return copy(category, terms, groups);
    }

    public Still withGroups(Groups others) {
        return copy(category, rights, others);
    }

    /** Returns a copy with another id. */
    Still withId(String other) {
        return copy(other, recording, category, rights, groups);
    }

    /** Returns a copy that belongs to another series. */
    Still withRecording(String series) {
        return copy(id, series, category, rights, groups);
    }

    private Still copy(Optional<AdCategory> shown, Rights terms, Groups in) {
        return copy(id, recording, shown, terms, in);
    }

    private Still copy(
            String name, String series, Optional<AdCategory> shown, Rights terms, Groups in) {
        return new Still(
                name, file, label, participant, series, ad, shown, origin, demographics, terms, in);
    }
}
