package dev.fer4j.examples.study;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a study is computed with. */
final class StudyVersions {

    private StudyVersions() {}

    /** Names and versions, threads included: another number of threads gives other last bits. */
    static Map<String, String> all() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("fer4j", implementation(StudyVersions.class));
        versions.put("djl", Engine.getDjlVersion());
        versions.put("pytorch", Engine.getEngine("PyTorch").getVersion());
        versions.put("pytorch threads", Integer.toString(JniUtils.getNumThreads()));
        versions.put(
                "OMP_WAIT_POLICY",
                Optional.ofNullable(System.getenv("OMP_WAIT_POLICY")).orElse("not set"));
        versions.put("java", System.getProperty("java.runtime.version"));
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return versions;
    }

    private static String implementation(Class<?> type) {
        return Optional.ofNullable(type.getPackage().getImplementationVersion())
                .orElse("built from source");
    }
}
