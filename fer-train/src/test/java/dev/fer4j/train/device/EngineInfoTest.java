package dev.fer4j.train.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EngineInfoTest {

    @Test
    void engineIsTheOneThatItsBindingsAreFor() throws IOException {
        EngineInfo info = EngineInfo.current();
        assertThat(bindings()).isEqualTo(info.pytorch() + "-" + info.djl());
        assertThat(info.threads()).isPositive();
        assertThat(info.ompWaitPolicy()).contains("passive");
    }

    private static String bindings() throws IOException {
        Properties properties = new Properties();
        ClassLoader loader = EngineInfoTest.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream("jnilib/pytorch.properties")) {
            properties.load(in);
        }
        return properties.getProperty("jni_version");
    }
}
