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
 * How sources become images, and what is not accepted of them.
 *
 * @param sampling which frames of a recording are used
 * @param frames how they are stored
 * @param problemLimit the share of what is found that may be unusable, 0 to 1
 * @param strictRights whether images without a known licence and consent stop the study
 * @param allowedLeaks leaks between splits that do not stop the study, each with the reason that
 *     the report repeats
 */
public record DataSettings(
        SamplingRule sampling,
        ImageFormat frames,
        double problemLimit,
        boolean strictRights,
        Map<LeakageKind, String> allowedLeaks) {

    /** The paper's ten frames as PNG, half of what is found usable, rights reported, no leak. */
    public static DataSettings defaults() {
        return new DataSettings(SamplingRule.paper(), ImageFormat.PNG, 0.5, false, Map.of());
    }

    public DataSettings {
        requireNonNull(sampling);
        requireNonNull(frames);
        checkArgument(
                problemLimit >= 0 && problemLimit <= 1,
                "a share of problems of %s is not 0 to 1",
                problemLimit);
        allowedLeaks = Maps.immutableEnumMap(allowedLeaks);
    }

    /** With other frames of each recording. */
    public DataSettings withSampling(SamplingRule rule) {
        return new DataSettings(rule, frames, problemLimit, strictRights, allowedLeaks);
    }

    /** With frames that are stored otherwise. */
    public DataSettings withFrames(ImageFormat format) {
        return new DataSettings(sampling, format, problemLimit, strictRights, allowedLeaks);
    }

    /** With another share of what is found that may be unusable, 0 to 1. */
    public DataSettings withProblemLimit(double share) {
        return new DataSettings(sampling, frames, share, strictRights, allowedLeaks);
    }

    /** With images without a known licence and consent refused or reported. */
    public DataSettings withStrictRights(boolean refused) {
        return new DataSettings(sampling, frames, problemLimit, refused, allowedLeaks);
    }

    /** With leaks that do not stop the study, each with its reason. */
    public DataSettings withAllowedLeaks(Map<LeakageKind, String> reasons) {
        return new DataSettings(sampling, frames, problemLimit, strictRights, reasons);
    }

    /** Every setting by name. */
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
        if (!allowedLeaks.isEmpty()) {
            settings.put("leaks that are allowed", allowedLeaks.toString());
        }
        return settings;
    }
}
