package dev.fer4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.data.describe.DatasetReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the people of a labels file are told from each other. */
class PeopleOfStillsTest {

    @TempDir private Path folder;

    private SourceListing list(String... people) throws IOException {
        StringBuilder labels = new StringBuilder("file,label,person\n");
        for (int i = 0; i < people.length; i++) {
            Files.createFile(folder.resolve(i + ".png"));
            labels.append(i).append(".png,yes,").append(people[i]).append('\n');
        }
        Files.writeString(folder.resolve("labels.csv"), labels);
        return DataSource.stills(folder).list();
    }

    @Test
    void invisibleDifferencesAreNone() throws IOException {
        SourceListing listing =
                list(
                        "M\u00fcller",
                        "Mu\u0308ller",
                        "M\u00fcller\u00a0",
                        "\u200bM\u00fcller ",
                        "\u00a0");

        assertThat(listing.stills())
                .extracting(Still::participant)
                .containsExactly(
                        "youtube/M\u00fcller",
                        "youtube/M\u00fcller",
                        "youtube/M\u00fcller",
                        "youtube/M\u00fcller",
                        "youtube/4");
    }

    @Test
    void similarIdsRemainAndAreReported() throws IOException {
        DatasetReport report =
                DatasetReport.of(list("p3", "P3 ", "7", "007", "7.0", "8"), Optional.empty());

        assertThat(report.description().participants()).isEqualTo(6);
        assertThat(report.similarPeople())
                .containsExactly(
                        List.of("youtube/007", "youtube/7", "youtube/7.0"),
                        List.of("youtube/P3", "youtube/p3"));
        assertThat(report.toText(0, "")).contains("note: 2 groups", "youtube/P3 and youtube/p3");
    }
}
