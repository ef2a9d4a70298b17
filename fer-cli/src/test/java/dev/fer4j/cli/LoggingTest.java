package dev.fer4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LoggingTest {

    @Test
    void logsGoToStandardErrorWhateverLibrariesSay() throws IOException {
        List<URL> files =
                Collections.list(ClassLoader.getSystemResources("simplelogger.properties"));
        assertThat(files).hasSizeGreaterThan(1);
        Properties settings = new Properties();
        try (InputStream in = files.get(0).openStream()) {
            settings.load(in);
        }
        assertThat(settings).containsEntry("org.slf4j.simpleLogger.logFile", "System.err");
    }
}
