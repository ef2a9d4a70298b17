package dev.fer4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.Groups;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Problem.Kind;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.manifest.Ingestion;
import dev.fer4j.data.manifest.ManifestCsv;
import dev.fer4j.data.testing.SampleFolder;
import dev.fer4j.data.testing.TestImage;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestSourceTest {

    @TempDir private Path folder;
    private Manifest manifest;
    private Path jsonl;
    private Path csv;

    @BeforeEach
    void writeManifests() throws IOException {
        manifest = SampleFolder.write(folder.resolve("images"));
        jsonl = folder.resolve("manifest/mixed.jsonl");
        csv = folder.resolve("images/mixed.csv");
        ManifestFile.write(jsonl, manifest, folder.resolve("images"));
        ManifestCsv.write(csv, manifest);
    }

    @Test
    void everySampleBecomesAStillWithItsOwnValues() throws IOException {
        SourceListing listing = DataSource.manifest(jsonl).list();
        assertThat(listing.source()).isEqualTo("mixed");
        assertThat(listing.folder()).isEqualTo(folder.resolve("images"));
        assertThat(listing.recordings()).isEmpty();
        assertThat(listing.problems()).containsExactly(SampleFolder.QUARANTINED);
        Sample sample = manifest.samples().get(0);
        assertThat(listing.stills()).hasSize(4);
        assertThat(listing.stills().get(0))
                .isEqualTo(
                        new Still(
                                sample.id(),
                                sample.file(),
                                sample.label(),
                                sample.participant(),
                                sample.recording(),
                                sample.ad(),
                                sample.category(),
                                sample.origin(),
                                sample.demographics(),
                                sample.rights()));
        SourceListing fromCsv = DataSource.manifest(csv).list();
        assertThat(fromCsv.stills()).isEqualTo(listing.stills());
        assertThat(fromCsv.problems()).isEmpty();
    }

    @Test
    void ingestionGivesTheManifestAgainAndChangedImagesAreFound() throws IOException {
        ManifestSource source = DataSource.manifest(jsonl);
        assertThat(ingest(source)).isEqualTo(manifest);
        assertThat(source.changes(ingest(source))).isEmpty();

        Path changed = manifest.samples().get(2).file();
        Files.write(changed, ImageFiles.encodePng(TestImage.noise(8, 8, 99)));
        assertThat(source.changes(ingest(source)))
                .singleElement()
                .satisfies(
                        problem ->
                                assertThat(problem.message())
                                        .contains("mixed.jsonl sample mixed/synthetic")
                                        .contains(manifest.samples().get(2).sha256()));
    }

    private Manifest ingest(DataSource source) throws IOException {
        return new Ingestion(folder.resolve("frames"), SamplingRule.paper())
                .run(source.list(), ProgressListener.none());
    }

    @Test
    void aMissingImageIsAProblem() throws IOException {
        Files.delete(manifest.samples().get(1).file());
        SourceListing listing = DataSource.manifest(csv).list();
        assertThat(listing.stills()).hasSize(3);
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(tuple(Kind.MISSING, "mixed.csv sample mixed/still"));
    }

    @Test
    void imagesOutsideTheFolderAreProblems() throws IOException {
        Path outside = Files.copy(manifest.samples().get(0).file(), folder.resolve("out.png"));
        List<String> lines = new ArrayList<>(Files.readAllLines(jsonl));
        lines.set(1, lines.get(1).replaceFirst("pictures/[^\"]*", "../out.png"));
        lines.set(3, lines.get(3).replaceFirst("pictures/[^\"]*", "/elsewhere/a.png"));
        Files.write(jsonl, lines);
        Path linked = manifest.samples().get(1).file();
        Files.delete(linked);
        Files.createSymbolicLink(linked, outside);

        SourceListing listing = DataSource.manifest(jsonl).list();
        assertThat(listing.stills()).extracting(Still::id).containsExactly("mixed/orphan");
        assertThat(listing.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(
                        tuple(Kind.UNREADABLE, "40/01.mp4"),
                        tuple(Kind.UNEXPECTED_LAYOUT, "mixed.jsonl sample mixed/frame 0 ü"),
                        tuple(Kind.UNEXPECTED_LAYOUT, "mixed.jsonl sample mixed/still"),
                        tuple(Kind.UNEXPECTED_LAYOUT, "mixed.jsonl sample mixed/synthetic"));
        assertThat(listing.problems().get(2).message()).contains("is a link that leads outside");
    }

    @Test
    void anotherFolderCanBeAllowed() throws IOException {
        Path beside = folder.resolve("tables/mixed.csv");
        ManifestCsv.write(beside, manifest);
        assertThat(DataSource.manifest(beside).list().stills()).isEmpty();
        assertThat(DataSource.manifest(beside).list().problems())
                .hasSize(4)
                .allMatch(problem -> problem.kind() == Kind.UNEXPECTED_LAYOUT);
        assertThat(DataSource.manifest(beside).withFolder(folder).list().stills()).hasSize(4);
    }

    @Test
    void whatIsNoManifestIsRefused() throws IOException {
        Path none = folder.resolve("none.jsonl");
        assertThatThrownBy(() -> DataSource.manifest(none).list())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.jsonl: is not a regular file");
        Files.writeString(none, "{}");
        assertThatThrownBy(() -> DataSource.manifest(none).list())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.jsonl");
        Files.writeString(csv, Files.readString(csv).replace(",\"mixed\",", ",\"a/b\","));
        assertThatThrownBy(() -> DataSource.manifest(csv).list())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("source name 'a/b'");
    }

    @Test
    void aTableWithoutDigestsIsListedAndNothingIsCompared() throws IOException {
        Files.write(
                csv,
                List.of(
                        "id,file,label,participant,recording,source,origin,location,group.country",
                        "a,pictures/still.png,interested,p,r,mixed,still-image,here,DE",
                        "b,pictures/gone.png,interested,p,r,mixed,still-image,here,DE"));
        ManifestSource source = DataSource.manifest(csv);
        SourceListing listing = source.list();
        assertThat(listing.problems()).extracting(Problem::kind).containsExactly(Kind.MISSING);
        Manifest ingested = ingest(source);
        assertThat(ingested.samples())
                .extracting(Sample::sha256, Sample::groups)
                .containsExactly(
                        tuple(
                                manifest.samples().get(1).sha256(),
                                Groups.NONE.withColumn("country", "DE")));
        assertThat(source.changes(ingested)).isEmpty();
    }

    @Test
    void aRecordingOfTwoLabelsIsRefused() throws IOException {
        String rows = Files.readString(csv).replace("mixed/orphan", "mixed/still");
        Files.writeString(csv, rows.replaceFirst("mixed/still", "mixed/orphan"));
        String lines = Files.readString(jsonl);
        Files.writeString(
                jsonl,
                lines.replace("\"recording\":\"mixed/orphan\"", "\"recording\":\"mixed/still\""));
        for (Path file : List.of(jsonl, csv)) {
            assertThatThrownBy(() -> DataSource.manifest(file).list())
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("recording mixed/still")
                    .hasMessageContaining("its own recording");
        }
    }
}
