package dev.fer4j.train.model;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.io.Json;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.train.network.Backbone;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The metadata of a model file. */
final class ModelHeader {

    /**
     * A stored threshold.
     *
     * @param probability the probability at or above which the positive class is predicted
     * @param rule how it was chosen, as text
     */
    private record StoredThreshold(double probability, String rule) {

        static StoredThreshold of(Threshold threshold) {
            return new StoredThreshold(threshold.value(), threshold.origin());
        }

        Threshold threshold() {
            return new Threshold(probability, rule, Optional.empty());
        }
    }

    /** Key of the format name, which only model files have. */
    static final String FORMAT = "fer4j.model";

    /** Key of the digest of everything else. */
    static final String DIGEST = "fer4j.sha256";

    /** Increased when older readers would misread new files. */
    private static final String FORMAT_VERSION = "1";

    private static final String LIBRARY = "fer4j.version";

    /** Key of the network's configuration. */
    static final String BACKBONE = "fer4j.backbone";

    private static final String PREPROCESSING = "fer4j.preprocessing";

    /** Key of the names of the classes. */
    static final String LABELS = "fer4j.labels";

    private static final String THRESHOLD = "fer4j.threshold";
    private static final String TRAINED_ON = "fer4j.trainedOn";

    private ModelHeader() {}

    static Map<String, String> write(ModelDescription description) {
        return ImmutableMap.<String, String>builder()
                .put(FORMAT, FORMAT_VERSION)
                .put(LIBRARY, libraryVersion())
                .put(BACKBONE, BackboneJson.write(description.backbone()))
                .put(PREPROCESSING, Json.line(description.preprocessing()))
                .put(LABELS, Json.line(description.labels()))
                .put(THRESHOLD, Json.line(StoredThreshold.of(description.threshold())))
                .put(TRAINED_ON, Json.line(description.trainedOn()))
                .buildOrThrow();
    }

    /**
     * Reads the metadata.
     *
     * @param own the caller's custom backbone
     */
    static ModelDescription read(Path path, Map<String, String> metadata, Optional<Backbone> own) {
        requireVersion(path, metadata);
        Backbone backbone = backbone(path, metadata, own);
        try {
            return new ModelDescription(
                    backbone,
                    part(path, metadata, PREPROCESSING, Preprocessing.class),
                    part(path, metadata, LABELS, LabelNames.class),
                    part(path, metadata, THRESHOLD, StoredThreshold.class).threshold(),
                    part(path, metadata, TRAINED_ON, TrainedOn.class));
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    Problem.Kind.UNREADABLE,
                    path,
                    "contradicts itself: " + e.getMessage(),
                    "download or write the file again",
                    e);
        }
    }

    /** Refuses anything but a model file of this version. */
    static void requireVersion(Path path, Map<String, String> metadata) {
        String version = metadata.get(FORMAT);
        if (version == null) {
            throw new InputException(
                    Problem.Kind.UNEXPECTED_LAYOUT,
                    path,
                    "is not a model file: its metadata has no " + FORMAT,
                    "create one from Keras's or timm's weights with 'fer weights import'");
        }
        if (!version.equals(FORMAT_VERSION)) {
            throw new InputException(
                    Problem.Kind.UNEXPECTED_LAYOUT,
                    path,
                    "is a model file of version %s; this library reads version %s"
                            .formatted(version, FORMAT_VERSION),
                    "use the version of fer4j that wrote it: "
                            + metadata.getOrDefault(LIBRARY, "unknown"));
        }
    }

    private static Backbone backbone(
            Path path, Map<String, String> metadata, Optional<Backbone> own) {
        BackboneJson json = part(path, metadata, BACKBONE, BackboneJson.class);
        if (own.isEmpty()) {
            return json.backbone()
                    .orElseThrow(
                            () ->
                                    new InputException(
                                            Problem.Kind.UNEXPECTED_LAYOUT,
                                            path,
                                            "has a backbone that this library does not"
                                                    + " know: "
                                                    + json.other().orElse(""),
                                            "read it in code, with ModelFile.read(path,"
                                                    + " device, backbone)"));
        }
        if (!metadata.get(BACKBONE).equals(BackboneJson.write(own.get()))) {
            throw new InputException(
                    Problem.Kind.UNEXPECTED_LAYOUT,
                    path,
                    "has the backbone %s, expected %s"
                            .formatted(metadata.get(BACKBONE), BackboneJson.write(own.get())),
                    "give the backbone with which it was written");
        }
        return own.get();
    }

    private static <T> T part(Path path, Map<String, String> metadata, String key, Class<T> type) {
        return Json.parse(metadata.getOrDefault(key, ""), type, path + " " + key);
    }

    private static String libraryVersion() {
        return Optional.ofNullable(ModelHeader.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
