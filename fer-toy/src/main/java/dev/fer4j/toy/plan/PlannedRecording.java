package dev.fer4j.toy.plan;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Seed;
import dev.fer4j.toy.face.Expression;
import dev.fer4j.toy.face.Identity;
import dev.fer4j.toy.face.Scene;
import java.util.List;

/**
 * A recording before it is drawn.
 *
 * @param category of the advertisement
 * @param participant who
 * @param ad for example {@code A03}
 * @param emotion name of the innermost folder
 * @param label what the participant answers about the advertisement
 * @param apex expression at its strongest, without the resting face
 * @param scene where
 * @param framesPerSecond 25 or 30
 * @param mpeg4 encoded as MPEG-4 part 2 instead of H.264
 * @param clips in natural order of their names
 * @param seed of time course and camera noise
 */
public record PlannedRecording(
        AdCategory category,
        Participant participant,
        String ad,
        String emotion,
        Label label,
        Expression apex,
        Scene scene,
        int framesPerSecond,
        boolean mpeg4,
        List<Clip> clips,
        Seed seed) {

    /** A file of so many frames. */
    public record Clip(String name, int frames) {}

    /** Somebody who takes part. */
    public record Participant(int number, Identity identity) {}

    public String id() {
        return participant.number() + "-" + ad + "-" + emotion;
    }

    public int frames() {
        return clips.stream().mapToInt(Clip::frames).sum();
    }

    public ExpressionTimeline timeline() {
        return new ExpressionTimeline(apex, frames(), framesPerSecond, seed);
    }
}
