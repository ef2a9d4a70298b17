package dev.fer4j.toy.plan;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Label;
import dev.fer4j.core.Seed;
import dev.fer4j.toy.face.Expression;
import dev.fer4j.toy.face.Identity;
import dev.fer4j.toy.face.Scene;
import java.util.List;

/**
 * The plan of a recording.
 *
 * @param category of the advertisement
 * @param participant the participant
 * @param ad for example {@code A03}
 * @param emotion name of the innermost folder
 * @param label the participant's answer about the advertisement
 * @param apex expression at its strongest, without the resting face
 * @param scene the setting
 * @param framesPerSecond 25 or 30
 * @param mpeg4 whether it is encoded as MPEG-4 part 2 rather than H.264
 * @param clips in natural order of their names
 * @param seed of the time course and the camera noise
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

    /** A video file with the given number of frames. */
    public record Clip(String name, int frames) {}

    /** A participant. */
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
