package dev.fer4j.augment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fer4j.core.io.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads policies, with messages that tell authors which name or number is wrong. */
final class PolicyReader {

    private static final List<String> KINDS = KindOf.all().map(KindOf::type).sorted().toList();

    private final String where;
    private final Map<String, PixelFunction> functions;

    PolicyReader(String where, Map<String, PixelFunction> functions) {
        this.where = where;
        this.functions = functions;
    }

    AugmentationPolicy policy(String json) {
        PolicyFields fields = new PolicyFields(where, Json.parse(json, JsonNode.class, where));
        AugmentationPolicy.Scope scope =
                AugmentationPolicy.Scope.valueOf(
                        fields.name("scope", List.of("IMAGE", "RECORDING"), "IMAGE"));
        List<Augmentation> augmentations = new ArrayList<>();
        for (JsonNode node : fields.list("augmentations")) {
            augmentations.add(
                    augmentation(
                            new PolicyFields(
                                    where + ": augmentations[" + augmentations.size() + "]",
                                    node)));
        }
        fields.requireNoOthers();
        return new AugmentationPolicy(scope, augmentations);
    }

    private Augmentation augmentation(PolicyFields fields) {
        String kind = fields.name("kind", KINDS);
        return fields.make(() -> augmentation(kind, fields));
    }

    private Augmentation augmentation(String kind, PolicyFields of) {
        return switch (kind) {
            case "rotation" -> new Geometric.Rotation(of.number("maxDegrees"));
            case "horizontal-flip" -> new Geometric.HorizontalFlip(of.number("probability"));
            case "random-crop" ->
                    new Geometric.RandomCrop(
                            of.number("minArea"), of.number("maxArea"), of.number("maxAspect"));
            case "fixed-crop" -> new Geometric.FixedCrop(of.whole("width"), of.whole("height"));
            case "translation" -> new Geometric.Translation(of.number("maxX"), of.number("maxY"));
            case "zoom" -> new Geometric.Zoom(of.number("minFactor"), of.number("maxFactor"));
            case "brightness" ->
                    new Photometric.Brightness(of.number("minFactor"), of.number("maxFactor"));
            case "contrast" ->
                    new Photometric.Contrast(of.number("minFactor"), of.number("maxFactor"));
            case "saturation" ->
                    new Photometric.Saturation(of.number("minFactor"), of.number("maxFactor"));
            case "grayscale" -> new Photometric.Grayscale(of.number("probability"));
            case "gaussian-noise" ->
                    new Noise.GaussianNoise(of.number("minSigma"), of.number("maxSigma"));
            case "gaussian-blur" ->
                    new Splitting.GaussianBlur(of.number("minSigma"), of.number("maxSigma"));
            case "random-erasing" ->
                    new Splitting.RandomErasing(
                            of.number("probability"),
                            of.number("minArea"),
                            of.number("maxArea"),
                            of.number("maxAspect"));
            case "custom" -> {
                String name = of.name("name", functions.keySet().stream().sorted().toList());
                yield new Splitting.Custom(name, functions.get(name));
            }
            default ->
                    throw new IllegalStateException("kind " + kind + " is known but was not read");
        };
    }
}
