package dev.fer4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import dev.fer4j.core.InputException;
import dev.fer4j.core.io.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every record of the library is refused by JSON, or is written so that it can be read back. */
@AnalyzeClasses(packages = "dev.fer4j", importOptions = MainCode.class)
class JsonRoundTripTest {

    /** Parts of reports and pictures, of several kinds that JSON does not tell apart. */
    private static final Set<String> REFUSED =
            Set.of(
                    "eval.fairness.GroupColumn$Intersection",
                    "eval.report.StudyReport$Additions",
                    "eval.report.model.Block$FigureBlock",
                    "eval.report.model.Figure",
                    "eval.report.model.Report",
                    "eval.report.model.Section",
                    "eval.report.plot.Plot",
                    "eval.report.plot.Sheet");

    @ArchTest
    static void whatIsWrittenIsReadBackAndWrittenAgainAsTheSameText(JavaClasses classes) {
        Map<String, String> failures = new TreeMap<>();
        Set<String> refused = new TreeSet<>();
        Set<String> withoutJson = new TreeSet<>();
        Set<String> withoutSamples = new TreeSet<>();
        int read = 0;
        for (JavaClass one : classes) {
            Class<?> type = one.reflect();
            String name = type.getName().replace("dev.fer4j.", "");
            if (type.isRecord() && !name.startsWith("examples.")) {
                try {
                    Iterable<Object> values = SampleValues.of(type);
                    if (!values.iterator().hasNext()) {
                        withoutSamples.add(name);
                    }
                    for (Object value : values) {
                        String failure = failure(value, type);
                        if (!failure.isEmpty()) {
                            failures.put(name, failure);
                        }
                        read++;
                    }
                } catch (SampleValues.WithoutJson e) {
                    withoutJson.add(name);
                } catch (IllegalArgumentException e) {
                    refused.add(name);
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(withoutJson).isNotEmpty().doesNotContainAnyElementsOf(refused);
        assertThat(refused).isEqualTo(REFUSED);
        assertThat(withoutSamples).isEmpty();
        assertThat(read).isGreaterThan(600);
    }

    private static String failure(Object value, Class<?> type) {
        String written = Json.line(value);
        try {
            Object read = Json.parse(written, type, "the text");
            return !read.equals(value)
                    ? written + " is read as " + read
                    : Json.line(read).equals(written)
                            ? ""
                            : written + " becomes " + Json.line(read);
        } catch (InputException e) {
            return e.getMessage();
        }
    }
}
