package dev.fer4j.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".DS_Store",
                "._1.mp4",
                "__MACOSX",
                "Thumbs.db",
                "THUMBS.DB",
                "desktop.ini",
                "$RECYCLE.BIN",
                "System Volume Information",
                "~$questionnaire.xlsx",
                ".~lock.labels.csv#",
                "@eaDir",
                ".Trash-1000",
                ".nfs000000000012ab34"
            })
    void knowsWhatSystemsLeaveBesideData(String name) {
        assertThat(SystemFiles.contain(Path.of("data", name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.mp4", ".1.mp4", "_1.png", "DS_Store", "Thumbs", "p.db", "MACOSX"})
    void everythingElseIsData(String name) {
        assertThat(SystemFiles.contain(Path.of("data", name))).isFalse();
    }
}
