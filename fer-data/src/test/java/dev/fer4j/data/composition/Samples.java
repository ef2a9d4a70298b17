package dev.fer4j.data.composition;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Manifests without files. */
final class Samples {

    private Samples() {}

    /** Ten frames of a recording. */
    static List<Sample> frames(
            AdCategory category, String participant, String recording, boolean interested) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            samples.add(
                    sample(
                            "baseline/" + recording + "/" + i,
                            "baseline",
                            participant,
                            recording,
                            Optional.of(category),
                            interested,
                            new Origin.VideoFrame("clip.mp4", i, i, false)));
        }
        return samples;
    }

    static Sample still(String id, String participant, boolean interested) {
        return sample(
                id,
                "youtube",
                participant,
                interested ? participant : participant + " not",
                Optional.empty(),
                interested,
                new Origin.StillImage(id));
    }

    static Sample synthetic(
            String id, String participant, String parent, AdCategory category, boolean interested) {
        return sample(
                id,
                "stylegan2",
                participant,
                "stylegan2/" + parent,
                Optional.of(category),
                interested,
                new Origin.Synthetic(parent, Optional.empty(), "toy", 1));
    }

    static Sample sample(
            String id,
            String source,
            String participant,
            String recording,
            Optional<AdCategory> category,
            boolean interested,
            Origin origin) {
        return new Sample(
                id,
                Path.of(id + ".png").toAbsolutePath(),
                interested ? Label.INTERESTED : Label.NOT_INTERESTED,
                participant,
                recording,
                Optional.empty(),
                category,
                source,
                origin,
                Demographics.UNKNOWN,
                Rights.UNKNOWN,
                Sha256.of(id));
    }

    /** The same image with another file and other identities. */
    static Sample with(
            Sample sample, Path file, String participant, String recording, String sha256) {
        return new Sample(
                sample.id(),
                file,
                sample.label(),
                participant,
                recording,
                sample.ad(),
                sample.category(),
                sample.source(),
                sample.origin(),
                sample.demographics(),
                sample.rights(),
                sha256);
    }

    static Manifest manifest(String source, List<Sample> samples) {
        return new Manifest(source, samples, List.of());
    }

    /** Two recordings, one of each label, of one participant in each category. */
    static List<Sample> smallLaboratory() {
        List<Sample> samples = new ArrayList<>();
        samples.addAll(frames(AdCategory.FOOD_MARKET, "39", "39-A01-J", true));
        samples.addAll(frames(AdCategory.FOOD_MARKET, "39", "39-A02-J", false));
        samples.addAll(frames(AdCategory.COSMETICS_FASHION, "1", "1-A01-J", true));
        samples.addAll(frames(AdCategory.COSMETICS_FASHION, "1", "1-A02-J", false));
        samples.addAll(frames(AdCategory.CAR_TECHNOLOGY, "19", "19-A01-J", true));
        samples.addAll(frames(AdCategory.CAR_TECHNOLOGY, "19", "19-A02-J", false));
        return samples;
    }
}
