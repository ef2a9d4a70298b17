package dev.fer4j.data.audit;

import com.google.common.collect.Maps;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The image quality of one source.
 *
 * @param source the source's name
 * @param images number of samples
 * @param files number of distinct files among them, by digest
 * @param flagged number of samples with any flag
 * @param flags number of samples with each flag; a sample may have several
 * @param quartiles the quartiles of each measure over samples; empty without samples
 */
public record SourceQuality(
        String source,
        int images,
        int files,
        int flagged,
        Map<QualityFlag, Integer> flags,
        Map<QualityMeasure, Quartiles> quartiles) {

    public SourceQuality {
        flags = Maps.immutableEnumMap(flags);
        quartiles = Maps.immutableEnumMap(quartiles);
    }

    static SourceQuality of(
            String source, List<ImageQuality> images, int files, QualityLimits limits) {
        Map<QualityFlag, Integer> flags = new EnumMap<>(QualityFlag.class);
        for (QualityFlag flag : QualityFlag.values()) {
            flags.put(
                    flag,
                    (int) images.stream().filter(i -> limits.flags(i).contains(flag)).count());
        }
        Map<QualityMeasure, Quartiles> quartiles = new EnumMap<>(QualityMeasure.class);
        if (!images.isEmpty()) {
            for (QualityMeasure measure : QualityMeasure.values()) {
                quartiles.put(measure, Quartiles.of(images.stream().map(measure::of).toList()));
            }
        }
        return new SourceQuality(
                source,
                images.size(),
                files,
                (int) images.stream().filter(image -> !limits.flags(image).isEmpty()).count(),
                flags,
                quartiles);
    }
}
