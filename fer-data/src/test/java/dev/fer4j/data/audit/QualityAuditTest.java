package dev.fer4j.data.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.Demographics;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.testing.DrawnPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityAuditTest {

    @TempDir private Path folder;

    private final List<Sample> laboratory = new ArrayList<>();
    private final List<Sample> stills = new ArrayList<>();

    private void add(List<Sample> to, String source, String recording, byte[] bytes)
            throws IOException {
        String id = source + "/" + recording + "/" + to.size();
        Path file = folder.resolve(id.replace('/', '-') + ".image").toAbsolutePath();
        Files.write(file, bytes);
        to.add(
                new Sample(
                        id,
                        file,
                        Label.INTERESTED,
                        recording,
                        recording,
                        Optional.empty(),
                        Optional.empty(),
                        source,
                        new Origin.StillImage(id),
                        Demographics.UNKNOWN,
                        Rights.UNKNOWN,
                        Sha256.of(bytes)));
    }

    /** Good pictures from the laboratory, and stills of which each is bad in its own way. */
    @BeforeEach
    void write() throws IOException {
        for (int i = 0; i < 8; i++) {
            add(laboratory, "baseline", "b" + i / 2, ImageFiles.encodePng(picture(i)));
        }
        add(laboratory, "baseline", "b9", ImageFiles.encodePng(picture(0)));
        RgbImage good = picture(20);
        RgbImage small = DrawnPicture.scaled(good, 0.3);
        add(stills, "youtube", "blurred", ImageFiles.encodePng(Spoilt.blurred(good, 2)));
        add(stills, "youtube", "blurred", DrawnPicture.jpeg(Spoilt.blurred(good, 2), 90));
        add(stills, "youtube", "worse", ImageFiles.encodePng(Spoilt.blurred(good, 3)));
        add(stills, "youtube", "dark", ImageFiles.encodePng(Spoilt.darkened(good, 0.2)));
        add(stills, "youtube", "light", ImageFiles.encodePng(Spoilt.lightened(good, 0.2)));
        add(stills, "youtube", "flat", ImageFiles.encodePng(Spoilt.flattened(good, 0.1)));
        add(stills, "youtube", "tiny", ImageFiles.encodePng(small));
        add(stills, "youtube", "grey", DrawnPicture.jpeg(Spoilt.grey(good), 90));
        add(stills, "youtube", "grey-png", ImageFiles.encodePng(Spoilt.grey(good)));
    }

    private static RgbImage picture(int seed) {
        return DrawnPicture.of(240, 200, seed);
    }

    private QualityAudit audit(ProgressListener progress) throws IOException {
        return QualityAudit.of(
                List.of(
                        new Manifest("baseline", laboratory, List.of()),
                        new Manifest("youtube", stills, List.of()),
                        new Manifest("stylegan2", List.of(), List.of())),
                QualityLimits.defaults(),
                progress);
    }

    private static int count(QualityAudit audit, int source, QualityFlag flag) {
        return audit.sources().get(source).flags().get(flag);
    }

    @Test
    void eachFaultIsCountedInItsSource() throws IOException {
        QualityAudit audit = audit(ProgressListener.none());

        assertThat(audit.sources().stream().map(SourceQuality::source))
                .containsExactly("baseline", "youtube", "stylegan2");
        assertThat(audit.sources().get(0).flagged()).isZero();
        assertThat(audit.sources().get(0).flags().values()).containsOnly(0);
        assertThat(audit.sources().get(1).flagged()).isEqualTo(9);
        // The tiny one too: it is enlarged.
        assertThat(count(audit, 1, QualityFlag.BLURRED)).isEqualTo(4);
        assertThat(count(audit, 1, QualityFlag.DARK)).isEqualTo(1);
        assertThat(count(audit, 1, QualityFlag.OVEREXPOSED)).isEqualTo(1);
        assertThat(count(audit, 1, QualityFlag.FLAT)).isBetween(1, 3);
        assertThat(count(audit, 1, QualityFlag.TINY)).isEqualTo(1);
        assertThat(count(audit, 1, QualityFlag.GRAYSCALE)).isEqualTo(2);
    }

    @Test
    void sourceWithoutImagesHasNoQuartiles() throws IOException {
        SourceQuality empty = audit(ProgressListener.none()).sources().get(2);
        assertThat(empty.images()).isZero();
        assertThat(empty.quartiles()).isEmpty();
    }

    @Test
    void equalFilesAreReadOnceAndCountedTwice() throws IOException {
        List<Progress> updates = new ArrayList<>();
        SourceQuality baseline = audit(updates::add).sources().get(0);

        assertThat(baseline.images()).isEqualTo(9);
        assertThat(baseline.files()).isEqualTo(8);
        assertThat(updates).hasSize(17);
        assertThat(updates.get(16)).isEqualTo(new Progress("image quality", 17, 17, ""));
    }

    @Test
    void examplesAreTheWorstOfEachRecording() throws IOException {
        QualityAudit audit = audit(ProgressListener.none());
        assertThat(audit.examples().get(QualityFlag.BLURRED).stream().map(QualityExample::sample))
                .containsExactly("youtube/worse/2", "youtube/blurred/0", "youtube/tiny/6");
        assertThat(audit.examples().get(QualityFlag.GRAYSCALE).stream().map(QualityExample::sample))
                .containsExactly("youtube/grey/7", "youtube/grey-png/8");
        assertThat(audit.examples().get(QualityFlag.TINY))
                .containsExactly(new QualityExample("youtube/tiny/6", 60));
    }

    @Test
    void examplesAreAtMostFive() throws IOException {
        QualityAudit audit =
                QualityAudit.of(
                        List.of(new Manifest("youtube", stills, List.of())),
                        QualityLimits.defaults().withLimit(QualityFlag.TINY, 1000),
                        ProgressListener.none());
        assertThat(count(audit, 0, QualityFlag.TINY)).isEqualTo(9);
        assertThat(audit.examples().get(QualityFlag.TINY).stream().map(QualityExample::sample))
                .containsExactly(
                        "youtube/tiny/6",
                        "youtube/blurred/0",
                        "youtube/worse/2",
                        "youtube/dark/3",
                        "youtube/light/4");
    }

    @Test
    void resultIsTheSameEveryTime() throws IOException {
        QualityAudit first = audit(ProgressListener.none());
        for (int i = 0; i < 10; i++) {
            assertThat(audit(ProgressListener.none())).isEqualTo(first);
        }
    }

    @Test
    void ofSeveralUnreadableFilesTheFirstIsNamed() throws IOException {
        for (Sample sample : stills.subList(3, 9)) {
            Files.writeString(sample.file(), "no image");
        }
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> audit(ProgressListener.none()))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("youtube-dark-3.image");
        }
    }

    @Test
    void limitsThemselvesAreNotFlagged() {
        ImageQuality quality = new ImageQuality(71, 90, 40, 10, 1.0, 2);
        assertThat(QualityLimits.defaults().flags(quality)).isEmpty();
        assertThat(QualityLimits.defaults().withLimit(QualityFlag.TINY, 71.5).flags(quality))
                .containsExactly(QualityFlag.TINY);
        assertThatThrownBy(() -> QualityLimits.defaults().withLimit(QualityFlag.DARK, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "640, 480, false",
        "480, 640, false",
        "299, 224, false",
        "320, 160, true",
        "1280, 720, true",
        "720, 1280, true",
        "300, 200, true"
    })
    void imagesFarFromSquareAreFlagged(int width, int height, boolean flagged) {
        ImageQuality quality = new ImageQuality(width, height, 100, 40, 100, 20);
        assertThat(QualityLimits.defaults().flags(quality).contains(QualityFlag.ELONGATED))
                .isEqualTo(flagged);
        assertThat(QualityMeasure.ASPECT_RATIO.of(quality))
                .isEqualTo((double) Math.max(width, height) / Math.min(width, height));
    }

    /** Computed with {@code numpy.percentile(values, [25, 50, 75])}, NumPy 1.24.2. */
    @Test
    void quartilesAreThoseOfNumPy() {
        assertThat(Quartiles.of(List.of(5.5, 1.0, 9.0, 2.0, 2.25, 7.0, 30.0)))
                .isEqualTo(new Quartiles(2.125, 5.5, 8));
        assertThat(Quartiles.of(List.of(1.0, 2.0, 4.0, 8.0))).isEqualTo(new Quartiles(1.75, 3, 5));
    }

    @Test
    void allIsWrittenAsJson() throws IOException {
        Path file = folder.resolve("quality.json");
        AuditFile.write(file, audit(ProgressListener.none()));
        assertThat(Files.readString(file).replaceAll("\\s", ""))
                .startsWith("{\"format\":\"fer4j-quality-audit\",\"version\":1,")
                .contains("\"BLURRED\":0.01")
                .contains("{\"sample\":\"youtube/tiny/6\",\"value\":60.0}");
    }
}
