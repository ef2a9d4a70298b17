package dev.fer4j.study.output;

import dev.fer4j.train.device.EngineInfo;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Versions and environment of a study. */
public final class StudyVersions {

    private StudyVersions() {}

    /** An environment variable that affects only speed. */
    private static final String WAIT_POLICY = "OMP_WAIT_POLICY";

    private static final String THREADS = "pytorch threads";

    /**
     * Returns the versions on which results depend.
     *
     * @param threads number of threads per training
     */
    public static Map<String, String> ofResults(int threads) {
        Map<String, String> versions = all();
        versions.remove(WAIT_POLICY);
        versions.put(THREADS, Integer.toString(threads));
        return versions;
    }

    /**
     * Returns all versions by name, and the number of threads, which affects the last bits of
     * results.
     */
    public static Map<String, String> all() {
        EngineInfo engine = EngineInfo.current();
        Map<String, String> versions = new TreeMap<>();
        versions.put(
                "fer4j",
                Optional.ofNullable(StudyVersions.class.getPackage().getImplementationVersion())
                        .orElse("built from source"));
        versions.put("djl", engine.djl());
        versions.put("pytorch", engine.pytorch());
        versions.put(THREADS, Integer.toString(engine.threads()));
        versions.put(WAIT_POLICY, engine.ompWaitPolicy().orElse("not set"));
        versions.put("java", System.getProperty("java.runtime.version"));
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return versions;
    }
}
