package dev.fer4j.data.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fer4j.core.Groups;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.io.CsvRows;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.testing.SampleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CroissantFileTest {

    @TempDir private Path folder;
    private Manifest manifest;
    private Path file;

    @BeforeEach
    void writeImages() throws IOException {
        manifest = SampleFolder.write(folder);
        file = folder.resolve("croissant.json");
    }

    private JsonNode write(Map<String, Split> splits) throws IOException {
        return write(splits, LabelNames.INTEREST);
    }

    private JsonNode write(Map<String, Split> splits, LabelNames names) throws IOException {
        CroissantFile.write(file, "toy", "Drawn faces.", List.of(manifest), splits, names);
        return Json.read(file, ObjectNode.class);
    }

    private static final Map<String, Split> SPLITS =
            Map.of("mixed/frame 0 ü", Split.TRAIN, "mixed/still", Split.TEST);

    @Test
    void everyKeyAndTypeIsOfThePublishedVocabulary() throws IOException {
        JsonNode dataset = write(SPLITS);
        Set<String> keys = new TreeSet<>();
        Set<String> types = new TreeSet<>();
        Set<String> dataTypes = new TreeSet<>();
        collect(dataset, keys, types, dataTypes);
        assertThat(CroissantVocabulary.PROPERTIES).containsAll(keys);
        assertThat(keys).contains("rai:dataBiases", "references", "sha256");
        assertThat(CroissantVocabulary.CLASSES).containsAll(types);
        assertThat(CroissantVocabulary.DATA_TYPES).containsAll(dataTypes);
        assertThat(dataTypes).contains("cr:Split", "cr:Label", "sc:Float");
    }

    /** The context defines terms and a record set's data holds values; neither uses properties. */
    private static void collect(
            JsonNode node, Set<String> keys, Set<String> types, Set<String> dataTypes) {
        node.fields()
                .forEachRemaining(
                        entry -> {
                            String key = entry.getKey();
                            if (key.equals("@type")) {
                                types.add(entry.getValue().asText());
                            } else if (key.equals("dataType")) {
                                JsonNode type = entry.getValue();
                                (type.isArray() ? type : List.of(type))
                                        .forEach(t -> dataTypes.add(t.asText()));
                            }
                            if (!key.startsWith("@")) {
                                keys.add(key);
                                if (!key.equals("data")) {
                                    collect(entry.getValue(), keys, types, dataTypes);
                                }
                            }
                        });
        if (node.isArray()) {
            node.forEach(element -> collect(element, keys, types, dataTypes));
        }
    }

    @Test
    void everyReferenceResolvesInsideTheDocument() throws IOException {
        JsonNode dataset = write(SPLITS);
        List<String> defined = new ArrayList<>();
        List<String> referenced = new ArrayList<>();
        collectIds(dataset, defined, referenced);
        assertThat(defined).doesNotHaveDuplicates().contains("croissant-samples.csv");
        assertThat(referenced).contains("splits/name", "samples/id").isSubsetOf(defined);
        Set<String> dataKeys = new HashSet<>();
        dataset.at("/recordSet/0/data")
                .forEach(row -> row.fieldNames().forEachRemaining(dataKeys::add));
        assertThat(dataKeys)
                .containsExactlyInAnyOrder("splits/name", "splits/url")
                .isSubsetOf(defined);
    }

    private static void collectIds(JsonNode node, List<String> defined, List<String> referenced) {
        if (node.has("@id")) {
            (node.size() == 1 ? referenced : defined).add(node.get("@id").asText());
        }
        node.fields()
                .forEachRemaining(
                        entry -> {
                            if (!entry.getKey().equals("@context")) {
                                collectIds(entry.getValue(), defined, referenced);
                            }
                        });
        if (node.isArray()) {
            node.forEach(element -> collectIds(element, defined, referenced));
        }
    }

    @Test
    void theContextExplainsEveryTermThatSchemaOrgDoesNotHave() throws IOException {
        JsonNode dataset = write(SPLITS);
        JsonNode context = dataset.get("@context");
        assertThat(context.get("@vocab").asText()).isEqualTo("https://schema.org/");
        assertThat(context.get("cr").asText()).isEqualTo("http://mlcommons.org/croissant/");
        assertThat(context.get("rai").asText()).isEqualTo("http://mlcommons.org/croissant/RAI/");
        assertThat(context.get("conformsTo").asText()).isEqualTo("dct:conformsTo");
        assertThat(context.get("dct").asText()).isEqualTo("http://purl.org/dc/terms/");
        Set<String> keys = new TreeSet<>();
        collect(dataset, keys, new HashSet<>(), new HashSet<>());
        keys.removeAll(
                Set.of(
                        "conformsTo",
                        "name",
                        "description",
                        "license",
                        "distribution",
                        "contentUrl",
                        "contentSize",
                        "encodingFormat",
                        "sha256"));
        keys.removeIf(key -> key.startsWith("rai:"));
        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(
                        key -> {
                            JsonNode term = context.path(key);
                            String iri = term.isObject() ? term.get("@id").asText() : term.asText();
                            assertThat(iri).isEqualTo("cr:" + key);
                        });
        assertThat(dataset.get("conformsTo").asText())
                .isEqualTo("http://mlcommons.org/croissant/1.0");
    }

    @Test
    void theTableIsTheOneThatIsDescribed() throws IOException {
        JsonNode dataset = write(SPLITS);
        JsonNode object = dataset.at("/distribution/0");
        Path csv = folder.resolve(object.get("contentUrl").asText());
        assertThat(object.get("sha256").asText()).isEqualTo(Sha256.of(csv));
        assertThat(object.get("contentSize").asText()).isEqualTo(Files.size(csv) + " B");
        List<List<String>> rows = CsvRows.read(csv);
        assertThat(rows).hasSize(5);
        List<String> columns = new ArrayList<>();
        for (JsonNode field : dataset.at("/recordSet/1/field")) {
            assertThat(field.at("/source/fileObject/@id").asText())
                    .isEqualTo(object.get("@id").asText());
            columns.add(field.at("/source/extract/column").asText());
        }
        assertThat(columns).isEqualTo(rows.get(0));
        int split = columns.indexOf("split");
        assertThat(rows.stream().skip(1).map(row -> row.get(split)))
                .containsExactly("train", "test", "", "");
        assertThat(dataset.at("/recordSet/0/data/1/splits~1name").asText()).isEqualTo("validate");
        assertThat(dataset.at("/recordSet/0/data/1/splits~1url").asText())
                .isEqualTo("cr:ValidationSplit");
    }

    @Test
    void heldOutPeopleAreASplitOnlyWhereThereAreSome() throws IOException {
        assertThat(write(SPLITS).at("/recordSet/0/data")).hasSize(3);

        JsonNode splits =
                write(Map.of("mixed/frame 0 ü", Split.TRAIN, "mixed/still", Split.SEEN))
                        .at("/recordSet/0/data");

        assertThat(splits).hasSize(4);
        assertThat(splits.at("/3/splits~1name").asText()).isEqualTo("seen");
        assertThat(splits.at("/3/splits~1url").asText()).isEqualTo("cr:TestSplit");
    }

    @Test
    void whatIsSaidOfResponsibleUseIsCounted() throws IOException {
        JsonNode dataset = write(SPLITS);
        assertThat(dataset.get("rai:dataCollection").asText())
                .contains("mixed (frames of recordings 1, stills 1, synthetic images 2)");
        assertThat(dataset.get("rai:dataBiases").asText())
                .contains("3 of 4 images are labelled interested")
                .contains("female 1, other 1, unknown 2");
        assertThat(dataset.get("rai:personalSensitiveInformation").asText())
                .contains("participants (number: 1)")
                .contains("Licence is unknown for 2 and consent for 2 of 4 images");
        assertThat(dataset.get("rai:dataUseCases").asText())
                .contains("Images by split: none 2, test 1, train 1.");
        assertThat(dataset.get("rai:dataCollectionMissingData").asText())
                .contains("listing and checking them: 1.")
                .contains("category is unknown for 2, gender for 2 and age for 3");
        assertThat(dataset.get("license")).extracting(JsonNode::asText).contains("CC-BY-4.0");
    }

    @Test
    void withoutSplitsNothingIsSaidOfThem() throws IOException {
        JsonNode dataset = write(Map.of());
        assertThat(dataset.get("recordSet")).hasSize(1);
        assertThat(dataset.at("/recordSet/0/@id").asText()).isEqualTo("samples");
        assertThat(dataset.at("/recordSet/0").toString()).doesNotContain("split");
        assertThat(ManifestCsv.read(folder.resolve("croissant-samples.csv")).samples())
                .isEqualTo(manifest.samples());
    }

    @Test
    void contradictionsAreRefusedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> write(Map.of("mixed/none", Split.TRAIN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mixed/none");
        assertThatThrownBy(
                        () ->
                                CroissantFile.write(
                                        file,
                                        "n",
                                        "d",
                                        List.of(manifest, manifest),
                                        Map.of(),
                                        LabelNames.INTEREST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("occurs twice");
        assertThatThrownBy(
                        () ->
                                CroissantFile.write(
                                        file, "n", "d", List.of(), Map.of(), LabelNames.INTEREST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no sample");
        assertThat(folder).isDirectoryNotContaining("glob:**.{json,csv}");
    }

    @Test
    void labelsAreDescribedByTheirNames() throws IOException {
        String described = write(SPLITS, new LabelNames("neutral", "smiling")).toString();
        assertThat(described)
                .contains("smiling (the positive class), written as interested")
                .contains("3 of 4 images are labelled smiling")
                .doesNotContain("advertisement being watched", "interest in an advertisement");
    }

    @Test
    void groupsOfOnesOwnAreDescribed() throws IOException {
        List<Sample> samples = new ArrayList<>(manifest.samples());
        samples.set(0, samples.get(0).withGroups(Groups.NONE.withColumn("country", "TR")));
        manifest = new Manifest(manifest.source(), samples, List.of());
        JsonNode dataset = write(SPLITS);
        List<String> columns = new ArrayList<>();
        dataset.at("/recordSet/1/field")
                .forEach(field -> columns.add(field.at("/source/extract/column").asText()));
        List<List<String>> rows = CsvRows.read(folder.resolve("croissant-samples.csv"));
        assertThat(columns).isEqualTo(rows.get(0)).endsWith("sha256", "group.country", "split");
        assertThat(rows.get(1)).contains("TR");
        assertThat(dataset.get("rai:personalSensitiveInformation").asText()).contains("country");
    }

    @Test
    void imagesThatLieElsewhereAreNamedByTheirSourceAndNotByTheMachine() throws IOException {
        file = folder.resolve("out").resolve("croissant").resolve("croissant.json");
        JsonNode dataset = write(SPLITS);
        Path csv = file.resolveSibling("croissant-samples.csv");
        assertThat(CsvRows.read(csv).stream().skip(1).map(row -> row.get(1)))
                .containsExactly(
                        "mixed/frame 0 ü.png",
                        "mixed/still.png",
                        "mixed/synthetic.png",
                        "mixed/orphan.png");
        assertThat(Files.readString(csv) + dataset)
                .doesNotContain(folder.toString())
                .doesNotContain(folder.getFileName().toString());
        JsonNode set = dataset.at("/distribution/1");
        assertThat(set.get("@type").asText()).isEqualTo("cr:FileSet");
        assertThat(set.get("name").asText()).isEqualTo("mixed");
        assertThat(set.get("includes").asText()).isEqualTo("mixed/**");
        assertThat(set.get("encodingFormat").asText()).isEqualTo("image/png");
    }

    @Test
    void imagesInTheOutputFolderAreRelativeToTheTable() throws IOException {
        file = folder.resolve("croissant").resolve("croissant.json");
        JsonNode dataset = write(SPLITS);
        assertThat(CsvRows.read(file.resolveSibling("croissant-samples.csv")).get(2))
                .contains("../pictures/still.png");
        assertThat(dataset.get("distribution")).hasSize(1);
    }

    @Test
    void formulasAreHarmlessAndReadBack() throws IOException {
        List<Sample> samples = new ArrayList<>(manifest.samples());
        samples.set(
                0, samples.get(0).withGroups(Groups.NONE.withColumn("country", "=cmd|' /C calc'")));
        manifest = new Manifest(manifest.source(), samples, List.of());
        write(SPLITS);
        Path csv = folder.resolve("croissant-samples.csv");
        assertThat(Files.readString(csv))
                .contains("\"'=cmd|' /C calc'\"")
                .contains("\"" + Long.MIN_VALUE + "\"");
        assertThat(CsvRows.read(csv).get(1)).contains("=cmd|' /C calc'");
    }
}
