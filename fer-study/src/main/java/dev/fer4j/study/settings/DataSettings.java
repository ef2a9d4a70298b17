package dev.fer4j.study.settings;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.Maps;
import dev.fer4j.data.composition.LeakageKind;
import dev.fer4j.data.image.ImageFormat;
import dev.fer4j.data.video.SamplingRule;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How sources are converted to images, and which defects are not accepted.
 *
 * @param sampling selects the frames of each recording
 * @param frames how frames are stored
 * @param problemLimit the largest tolerated share of unusable files and entries, 0 to 1
 * @param strictRights whether images without a known licence and consent stop the study
 * @param strictPeople whether people with {@linkplain dev.fer4j.core.people.SimilarIds similar ids}
 *     stop the study; otherwise they are reported
 * @param allowedLeaks leaks between splits that do not stop the study, each with a reason, which
 *     the report repeats
 */
public record DataSettings(
        SamplingRule sampling,
        ImageFormat frames,
        double problemLimit,
        boolean strictRights,
        boolean strictPeople,
        Map<LeakageKind, String> allowedLeaks) {

    /**
     * The paper's ten frames as PNG, at most half unusable, rights and similar ids reported, no
     * leaks allowed.
     */
    public static DataSettings defaults() {
        return new DataSettings(SamplingRule.paper(), ImageFormat.PNG, 0.5, false, false, Map.of());
    }

    public DataSettings {
        requireNonNull(sampling);
        requireNonNull(frames);
        checkArgument(
                problemLimit >= 0 && problemLimit <= 1,
                "problem limit %s: expected 0 to 1",
                problemLimit);
        allowedLeaks = Maps.immutableEnumMap(allowedLeaks);
    }

    public DataSettings withSampling(SamplingRule rule) {
        return new DataSettings(
                rule, frames, problemLimit, strictRights, strictPeople, allowedLeaks);
    }

    public DataSettings withFrames(ImageFormat format) {
        return new DataSettings(
                sampling, format, problemLimit, strictRights, strictPeople, allowedLeaks);
    }

    public DataSettings withProblemLimit(double share) {
        return new DataSettings(sampling, frames, share, strictRights, strictPeople, allowedLeaks);
    }

    /** Returns a copy that refuses or only reports images without a known licence and consent. */
    public DataSettings withStrictRights(boolean refused) {
        return new DataSettings(
                sampling, frames, problemLimit, refused, strictPeople, allowedLeaks);
    }

    /** Returns a copy that refuses or only reports people with similar ids. */
    public DataSettings withStrictPeople(boolean refused) {
        return new DataSettings(
                sampling, frames, problemLimit, strictRights, refused, allowedLeaks);
    }

    /** Returns a copy that allows these kinds of leaks, each with a reason for the report. */
    public DataSettings withAllowedLeaks(Map<LeakageKind, String> reasons) {
        return new DataSettings(
                sampling, frames, problemLimit, strictRights, strictPeople, reasons);
    }

    /** Returns every setting by name. */
    Map<String, String> configuration() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("frames of a recording", sampling.toString());
        settings.put(
                "frames stored as",
                frames.encoding()
                        + (frames.longestSide().isPresent()
                                ? ", at most " + frames.longestSide().getAsInt() + " pixels a side"
                                : ""));
        settings.put("unusable, at most", Math.round(100 * problemLimit) + " %");
        settings.put("without licence or consent", strictRights ? "refused" : "reported");
        if (strictPeople) {
            settings.put("people with similar ids", "refused");
        }
        if (!allowedLeaks.isEmpty()) {
            settings.put("leaks that are allowed", allowedLeaks.toString());
        }
        return settings;
    }
}
