package dev.fer4j.study.check;

import com.google.common.collect.Maps;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.audit.ImageQuality;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.TrainingItem;
import dev.fer4j.eval.probe.MetadataModel;
import dev.fer4j.eval.probe.MetadataResult;
import java.util.List;
import java.util.Map;

/** Models that look at no image, fitted to the training samples of each condition and split. */
public final class MetadataModels {

    private MetadataModels() {}

    /**
     * Fits and predicts.
     *
     * @param compositions of all conditions and splits; those of control conditions have the images
     *     of another and are left out
     * @param images quality of each image, by its digest, of which width, height and mean luma are
     *     used
     */
    public static List<MetadataResult> of(
            List<Composition> compositions, Map<String, ImageQuality> images) {
        MetadataModel.Numbers numbers =
                new MetadataModel.Numbers(
                        List.of("width", "height", "brightness"),
                        Maps.transformValues(
                                images,
                                image ->
                                        List.of(
                                                (double) image.width(),
                                                (double) image.height(),
                                                image.luma())));
        return compositions.stream()
                .filter(composition -> !composition.condition().isControl())
                .map(composition -> of(composition, numbers))
                .toList();
    }

    private static MetadataResult of(Composition composition, MetadataModel.Numbers numbers) {
        List<Sample> training =
                composition.training().items().stream().map(TrainingItem::sample).toList();
        MetadataModel model = MetadataModel.fit(training, numbers);
        return new MetadataResult(
                composition.condition(),
                composition.split(),
                model.columns(),
                model.predict(composition.samples(Split.VALIDATE), numbers),
                model.predict(composition.samples(Split.TEST), numbers));
    }
}
