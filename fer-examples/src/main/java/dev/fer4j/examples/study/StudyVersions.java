package dev.fer4j.examples.study;

import dev.fer4j.train.EngineInfo;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a study is computed with. */
final class StudyVersions {

    private StudyVersions() {}

    /** What changes speed only. */
    private static final String WAIT_POLICY = "OMP_WAIT_POLICY";

    /** Those on which results depend. */
    static Map<String, String> ofResults() {
        Map<String, String> versions = all();
        versions.remove(WAIT_POLICY);
        return versions;
    }

    /** Names and versions, threads included: another number of threads gives other last bits. */
    static Map<String, String> all() {
        EngineInfo engine = EngineInfo.current();
        Map<String, String> versions = new TreeMap<>();
        versions.put(
                "fer4j",
                Optional.ofNullable(StudyVersions.class.getPackage().getImplementationVersion())
                        .orElse("built from source"));
        versions.put("djl", engine.djl());
        versions.put("pytorch", engine.pytorch());
        versions.put("pytorch threads", Integer.toString(engine.threads()));
        versions.put(WAIT_POLICY, engine.ompWaitPolicy().orElse("not set"));
        versions.put("java", System.getProperty("java.runtime.version"));
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return versions;
    }
}
