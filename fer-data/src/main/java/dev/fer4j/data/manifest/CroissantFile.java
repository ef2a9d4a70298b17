package dev.fer4j.data.manifest;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.internal.SampleColumns;
import dev.fer4j.data.internal.SampleCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Describes manifests for other tools in MLCommons' Croissant 1.0 (JSON-LD,
 * http://mlcommons.org/croissant/1.0) with the responsible-AI vocabulary
 * (http://mlcommons.org/croissant/RAI/).
 *
 * <p>The samples are written next to the description in a CSV file with the columns of {@link
 * ManifestCsv} and, if any sample has a split, {@code split}. Both files contain data about people;
 * publish them only as far as their consent allows. Images are referred to, not included, by paths
 * that say nothing about the machine: relative to the table, or, for sources that lie elsewhere,
 * below a folder named after the source, which the description lists as a file set. Croissant also
 * requires {@code url}, {@code creator} and {@code datePublished}, which manifests do not contain;
 * the publisher must add them, as well as {@code license} if no sample has one.
 */
public final class CroissantFile {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SPLIT = "split";

    private CroissantFile() {}

    /**
     * Writes {@code <name>-samples.csv} next to the description and then the description, where
     * {@code <name>} is the description's file name without its extension.
     *
     * @param file the description, usually {@code croissant.json}
     * @param name the dataset's name
     * @param description a human-readable description of the dataset
     * @param manifests the manifests, whose sample ids must be distinct across all of them
     * @param splitBySampleId the splits of samples that have one; may be empty
     * @param names display names of the labels; the table always contains {@code interested} for
     *     the positive class and {@code not-interested} for the negative one
     * @throws IllegalArgumentException if there are no samples, an id occurs twice, a split is
     *     given for an unknown id, or name or description is blank
     * @throws OutputException if an optional text is present but empty, which CSV cannot represent
     */
    public static void write(
            Path file,
            String name,
            String description,
            List<Manifest> manifests,
            Map<String, Split> splitBySampleId,
            LabelNames names)
            throws IOException {
        checkArgument(!name.isBlank(), "a dataset needs a name");
        checkArgument(!description.isBlank(), "dataset %s needs a description", name);
        checkIds(manifests, splitBySampleId);
        Path csv = file.resolveSibling(stem(file) + "-samples.csv");
        boolean hasSplits = !splitBySampleId.isEmpty();
        CroissantPaths paths =
                new CroissantPaths(csv.toAbsolutePath().normalize().getParent(), manifests);
        writeCsv(csv, manifests, splitBySampleId, paths);

        ObjectNode dataset = NODES.objectNode();
        dataset.set("@context", CroissantContext.context());
        dataset.put("@type", "sc:Dataset");
        dataset.put("name", name);
        dataset.put("description", description);
        dataset.put("conformsTo", "http://mlcommons.org/croissant/1.0");
        putLicenses(dataset, manifests);
        CroissantRai.put(dataset, manifests, splitBySampleId, names);
        dataset.set(
                "distribution", NODES.arrayNode().add(fileObject(csv)).addAll(paths.fileSets()));
        String csvId = csv.getFileName().toString();
        ArrayNode recordSets = NODES.arrayNode();
        if (hasSplits) {
            recordSets.add(CroissantRecords.splits(splitBySampleId.values()));
        }
        dataset.set(
                "recordSet",
                recordSets.add(
                        CroissantRecords.samples(
                                csvId,
                                SampleColumns.groups(samples(manifests)),
                                hasSplits,
                                names)));
        WholeFile.writeString(file, Json.pretty(dataset));
    }

    private static void checkIds(List<Manifest> manifests, Map<String, Split> splits) {
        Set<String> ids = new HashSet<>();
        for (Manifest manifest : manifests) {
            for (Sample sample : manifest.samples()) {
                checkArgument(ids.add(sample.id()), "sample id %s occurs twice", sample.id());
            }
        }
        checkArgument(!ids.isEmpty(), "there is no sample to describe");
        for (String id : splits.keySet()) {
            checkArgument(ids.contains(id), "a split is given for %s, which is not a sample", id);
        }
    }

    private static void writeCsv(
            Path csv, List<Manifest> manifests, Map<String, Split> splits, CroissantPaths paths)
            throws IOException {
        List<String> columns = new ArrayList<>(SampleColumns.of(samples(manifests)));
        if (!splits.isEmpty()) {
            columns.add(SPLIT);
        }
        Path home = csv.toAbsolutePath().normalize().getParent();
        List<Map<String, String>> rows = new ArrayList<>();
        for (Manifest manifest : manifests) {
            for (Sample sample : manifest.samples()) {
                Map<String, String> cells = SampleColumns.cells(sample, home);
                cells.put("file", paths.of(sample));
                Optional.ofNullable(splits.get(sample.id()))
                        .ifPresent(split -> cells.put(SPLIT, split.id()));
                rows.add(cells);
            }
        }
        SampleCsv.write(csv, columns, rows);
    }

    private static List<Sample> samples(List<Manifest> manifests) {
        return manifests.stream().flatMap(manifest -> manifest.samples().stream()).toList();
    }

    private static void putLicenses(ObjectNode dataset, List<Manifest> manifests) {
        List<String> licenses =
                samples(manifests).stream()
                        .flatMap(sample -> sample.rights().license().stream())
                        .filter(license -> !license.isBlank())
                        .distinct()
                        .sorted()
                        .toList();
        if (licenses.size() == 1) {
            dataset.put("license", licenses.get(0));
        } else if (!licenses.isEmpty()) {
            licenses.forEach(dataset.putArray("license")::add);
        }
    }

    private static ObjectNode fileObject(Path csv) throws IOException {
        String name = csv.getFileName().toString();
        return NODES.objectNode()
                .put("@type", "cr:FileObject")
                .put("@id", name)
                .put("name", name)
                .put("description", "A row for each image.")
                .put("contentSize", Files.size(csv) + " B")
                .put("contentUrl", name)
                .put("encodingFormat", "text/csv")
                .put("sha256", Sha256.of(csv));
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
