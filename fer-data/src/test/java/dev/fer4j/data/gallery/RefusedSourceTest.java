package dev.fer4j.data.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.testing.NeuroBioSenseFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without its labels a source cannot be listed at all: it is refused, by name. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RefusedSourceTest {

    @TempDir Path folder;

    private Corpus corpus;

    @BeforeEach
    void start() throws IOException {
        corpus = new Corpus(folder);
        corpus.lab().write();
    }

    static Stream<Arguments> workbooks() {
        String sheet = "xl/worksheets/sheet1.xml";
        return Stream.of(
                Arguments.of("without a workbook", without("xl/workbook.xml")),
                Arguments.of("without its sheet", without(sheet)),
                Arguments.of("without its texts", without("xl/sharedStrings.xml")),
                Arguments.of("not well formed", changed(sheet, xml -> xml.replace("</row>", ""))),
                Arguments.of(
                        "text that is not there",
                        changed(sheet, xml -> xml.replaceAll("<v>\\d+</v>", "<v>9999</v>"))),
                Arguments.of(
                        "text of no number",
                        changed(sheet, xml -> xml.replaceAll("<v>\\d+</v>", "<v>x</v>"))),
                Arguments.of(
                        "cell of no address",
                        changed(sheet, xml -> xml.replaceAll("r=\"B(\\d+)\"", "r=\"?\""))),
                Arguments.of(
                        "row of no number",
                        changed(sheet, xml -> xml.replaceAll("<row r=\"\\d+\"", "<row r=\"x\""))));
    }

    private static Function<Map<String, String>, Map<String, String>> without(String entry) {
        return entries -> {
            if (entries.remove(entry) == null) {
                throw new IllegalStateException(entry + " is not among " + entries.keySet());
            }
            return entries;
        };
    }

    private static Function<Map<String, String>, Map<String, String>> changed(
            String entry, Function<String, String> change) {
        return entries -> {
            String before = entries.get(entry);
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new IllegalStateException("nothing to change in " + before);
            }
            entries.put(entry, after);
            return entries;
        };
    }

    /** "Billion laughs": each entity is ten of the one before. */
    private static String growing(String xml) {
        StringBuilder entities = new StringBuilder("<!DOCTYPE sst [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY a").append(i).append(" \"");
            entities.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return xml.replaceFirst("<sst", entities.append("]><sst").toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void aWorkbookThatIsBroken(
            String name, Function<Map<String, String>, Map<String, String>> change)
            throws IOException {
        Path file =
                folder.resolve("lab/Participant Data").resolve(NeuroBioSenseFolder.QUESTIONNAIRE);
        Files.write(file, zip(change.apply(unzip(file))));
        assertThatThrownBy(this::list)
                .isInstanceOf(InputException.class)
                .hasMessageContaining(NeuroBioSenseFolder.QUESTIONNAIRE);
    }

    private void list() throws IOException {
        DataSource.neuroBioSense(folder.resolve("lab")).list();
    }

    /** Nothing is expanded, so that no memory is needed for what it would come to. */
    @Test
    void entitiesThatGrow() throws IOException {
        Path file =
                folder.resolve("lab/Participant Data").resolve(NeuroBioSenseFolder.QUESTIONNAIRE);
        Map<String, String> entries = unzip(file);
        String texts = entries.get("xl/sharedStrings.xml");
        entries.put(
                "xl/sharedStrings.xml", growing(texts.replaceFirst("(<t[^>]*>)[^<]*", "$1&a9;")));
        Files.write(file, zip(entries));
        assertThat(entries.get("xl/sharedStrings.xml")).contains("&a9;");
        assertThatThrownBy(this::list)
                .isInstanceOf(InputException.class)
                .hasMessageContaining(NeuroBioSenseFolder.QUESTIONNAIRE);
    }

    private static Map<String, String> unzip(Path file) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                entries.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file,label,file\na/1.png,yes,a/2.png\n",
                "file,label\na/1.png,\"yes\n",
                "path,answer\na/1.png,yes\n",
                "\0\0\0\0"
            })
    void labelsThatCannotBeRead(String text) throws IOException {
        Files.writeString(corpus.stills().write().resolve("labels.csv"), text);
        assertThatThrownBy(() -> DataSource.stills(corpus.stills().root()).list())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("labels.csv: ");
    }

    @Test
    void anIndexThatIsAPipe() throws IOException {
        Files.delete(corpus.stills().write().resolve("labels.csv"));
        Oddities.pipe(corpus.stills().root().resolve("labels.csv"));
        assertThatThrownBy(() -> DataSource.stills(corpus.stills().root()).list())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("labels.csv: is missing");
    }
}
