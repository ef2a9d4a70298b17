package dev.fer4j.data.audit;

import static java.util.Comparator.comparingDouble;

import com.google.common.collect.Maps;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.parallel.OrderedPool;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An audit of the image quality of each source. If sources differ in quality, a model can tell them
 * apart; if their labels differ too, blur or darkness can serve as a proxy for the label.
 *
 * @param limits the limits that determine flags
 * @param sources one entry per source, in the manifests' order
 * @param examples for each flag, the worst images, at most one per recording and {@value #EXAMPLES}
 *     in total, worst first; ties in the manifests' order
 */
public record QualityAudit(
        QualityLimits limits,
        List<SourceQuality> sources,
        Map<QualityFlag, List<QualityExample>> examples) {

    /** The maximum number of examples per flag. */
    public static final int EXAMPLES = 5;

    private static final String TASK = "image quality";

    public QualityAudit {
        sources = List.copyOf(sources);
        Map<QualityFlag, List<QualityExample>> copies = new EnumMap<>(QualityFlag.class);
        examples.forEach((flag, some) -> copies.put(flag, List.copyOf(some)));
        examples = Maps.immutableEnumMap(copies);
    }

    /**
     * Measures every distinct file once, with one thread per processor; the result does not depend
     * on the number of threads. Files with equal digests are assumed to be equal, which {@link
     * dev.fer4j.data.composition.LeakageGate#withNearDuplicates} checks.
     *
     * @param manifests the manifests to audit; those of one source are counted together
     * @param progress notified after each file, under the task {@value #TASK} and from the calling
     *     thread
     * @throws InputException if a file is not an image; if several are not, for the first in the
     *     manifests' order
     * @throws InterruptedIOException if the calling thread is interrupted
     * @throws IOException if a file cannot be opened
     */
    public static QualityAudit of(
            List<Manifest> manifests, QualityLimits limits, ProgressListener progress)
            throws IOException {
        return of(manifests, limits, measures(manifests, progress));
    }

    /**
     * Audits measured files.
     *
     * @param manifests the manifests to audit; those of one source are counted together
     * @param measured by digest, as {@link #measures} returns them
     */
    public static QualityAudit of(
            List<Manifest> manifests, QualityLimits limits, Map<String, ImageQuality> measured) {
        Map<String, List<Sample>> bySource = bySource(manifests);
        List<Sample> samples = bySource.values().stream().flatMap(List::stream).toList();
        List<SourceQuality> sources = new ArrayList<>();
        bySource.forEach(
                (source, some) ->
                        sources.add(
                                SourceQuality.of(
                                        source,
                                        some.stream().map(s -> measured.get(s.sha256())).toList(),
                                        (int) some.stream().map(Sample::sha256).distinct().count(),
                                        limits)));
        Map<QualityFlag, List<QualityExample>> examples = new EnumMap<>(QualityFlag.class);
        for (QualityFlag flag : QualityFlag.values()) {
            examples.put(flag, examples(flag, limits.limit(flag), samples, measured));
        }
        return new QualityAudit(limits, sources, examples);
    }

    private static Map<String, List<Sample>> bySource(List<Manifest> manifests) {
        Map<String, List<Sample>> bySource = new LinkedHashMap<>();
        for (Manifest manifest : manifests) {
            bySource.computeIfAbsent(manifest.source(), source -> new ArrayList<>())
                    .addAll(manifest.samples());
        }
        return bySource;
    }

    /**
     * Measures every distinct file of some manifests, as {@link #of(List, QualityLimits,
     * ProgressListener)} does.
     *
     * @return the measures by the file's digest
     */
    public static Map<String, ImageQuality> measures(
            List<Manifest> manifests, ProgressListener progress) throws IOException {
        Map<String, Sample> files = new LinkedHashMap<>();
        bySource(manifests)
                .values()
                .forEach(some -> some.forEach(s -> files.putIfAbsent(s.sha256(), s)));
        List<ImageQuality> measures =
                OrderedPool.run(
                        TASK,
                        List.copyOf(files.values()),
                        sample -> ImageQuality.of(sample.file()),
                        quality -> "",
                        progress);
        Map<String, ImageQuality> measured = new HashMap<>();
        for (String sha256 : files.keySet()) {
            measured.put(sha256, measures.get(measured.size()));
        }
        return measured;
    }

    private static List<QualityExample> examples(
            QualityFlag flag,
            double limit,
            List<Sample> samples,
            Map<String, ImageQuality> measured) {
        Set<String> recordings = new HashSet<>();
        return samples.stream()
                .filter(sample -> flag.excess(measured.get(sample.sha256()), limit) > 0)
                .sorted(
                        comparingDouble(
                                sample -> -flag.excess(measured.get(sample.sha256()), limit)))
                .filter(sample -> recordings.add(sample.source() + "/" + sample.recording()))
                .limit(EXAMPLES)
                .map(
                        sample ->
                                new QualityExample(
                                        sample.id(),
                                        flag.measure().of(measured.get(sample.sha256()))))
                .toList();
    }
}
