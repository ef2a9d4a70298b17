package dev.fer4j.eval.probe;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Manifests of files that nobody reads. */
final class Samples {

    static final List<AdCategory> CATEGORIES =
            List.of(
                    AdCategory.FOOD_MARKET,
                    AdCategory.COSMETICS_FASHION,
                    AdCategory.CAR_TECHNOLOGY);

    private Samples() {}

    static Sample of(
            String id,
            Label label,
            String participant,
            String recording,
            Optional<AdCategory> category,
            String source,
            Origin origin) {
        return new Sample(
                id,
                Path.of("/images").resolve(id + ".png").toAbsolutePath(),
                label,
                participant,
                recording,
                Optional.empty(),
                category,
                source,
                origin,
                Demographics.UNKNOWN,
                Rights.UNKNOWN,
                "0".repeat(64));
    }

    /** People of each category × 5 recordings, three of them interested, × 2 frames. */
    static Manifest baseline(int people) {
        List<Sample> samples = new ArrayList<>();
        for (AdCategory category : CATEGORIES) {
            for (int p = 0; p < people; p++) {
                String person = category + "-" + p;
                for (int r = 0; r < 5; r++) {
                    String recording = person + "-r" + r;
                    for (int i = 0; i < 2; i++) {
                        samples.add(
                                of(
                                        "baseline/" + recording + "/" + i,
                                        r < 3 ? Label.INTERESTED : Label.NOT_INTERESTED,
                                        person,
                                        recording,
                                        Optional.of(category),
                                        "baseline",
                                        new Origin.VideoFrame(recording + ".mp4", i, i, false)));
                    }
                }
            }
        }
        return new Manifest("baseline", samples, List.of());
    }

    /** People × 4 stills in two series, two of each label. */
    static Manifest youtube(int people) {
        List<Sample> samples = new ArrayList<>();
        for (int p = 0; p < people; p++) {
            for (int i = 0; i < 4; i++) {
                samples.add(
                        of(
                                "youtube/y" + p + "/" + i,
                                i < 2 ? Label.INTERESTED : Label.NOT_INTERESTED,
                                "y" + p,
                                "y" + p + (i < 2 ? "" : " not"),
                                Optional.empty(),
                                "youtube",
                                new Origin.StillImage("y" + p + "/" + i)));
            }
        }
        return new Manifest("youtube", samples, List.of());
    }

    /** Three images of every recording of a category, of its label and person. */
    static Manifest stylegan2(Manifest parents, AdCategory category) {
        List<Sample> samples = new ArrayList<>();
        for (Sample parent : parents.samples()) {
            if (parent.category().equals(Optional.of(category)) && parent.id().endsWith("/0")) {
                for (int i = 0; i < 3; i++) {
                    samples.add(
                            of(
                                    "stylegan2/" + parent.recording() + "/" + i,
                                    parent.label(),
                                    parent.participant(),
                                    "stylegan2/" + parent.recording(),
                                    parent.category(),
                                    "stylegan2",
                                    new Origin.Synthetic(
                                            parent.recording(), Optional.empty(), "toy", i)));
                }
            }
        }
        return new Manifest("stylegan2", samples, List.of());
    }
}
