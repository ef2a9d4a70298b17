package dev.fer4j.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.inference.Significance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code that docs/evaluation-inference.md shows. */
class InferencePageTest {

    @Test
    void theExampleRuns() {
        Predictions test = MadeUpStudy.predictions(new Seed(1), 1, 20, 5, 10);
        Predictions reference = MadeUpStudy.predictions(new Seed(2), 0.5, 20, 5, 10);

        // evaluation-inference.md: begin
        Clusters people = Clusters.participants(test);
        ClusteredMetric difference =
                ClusteredMetric.auc(test, people).minus(ClusteredMetric.auc(reference, people));
        Finding<Estimate> estimate = difference.estimate();
        Finding<Interval> interval = estimate.flatMap(Estimate::differenceInterval);
        Finding<Significance> p = estimate.flatMap(Estimate::test);
        // evaluation-inference.md: end

        assertThat(interval.result()).isPresent();
        assertThat(p.result()).isPresent();
    }

    @Test
    void pageShowsTheExample() throws IOException {
        Matcher example =
                Pattern.compile("// evaluation-inference.md: begin\n(.*?) *// eval", Pattern.DOTALL)
                        .matcher(
                                Files.readString(
                                        Path.of(
                                                "src/test/java/dev/fer4j/eval/InferencePageTest.java")));
        assertThat(example.find()).isTrue();
        assertThat(Files.readString(Path.of("../docs/evaluation-inference.md")))
                .contains("```java\n" + example.group(1).stripTrailing().stripIndent() + "\n```");
    }
}
