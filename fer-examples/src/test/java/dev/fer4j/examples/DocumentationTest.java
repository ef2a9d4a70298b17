package dev.fer4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows is code that is compiled and run elsewhere in the build. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void readmeShowsTheExampleThatIsCompiled() throws IOException {
        String source =
                Files.readString(Path.of("src/main/java/dev/fer4j/examples/ReadmeExample.java"));
        Matcher part =
                Pattern.compile("// README: begin\n(.*?) *// README: end", Pattern.DOTALL)
                        .matcher(source);
        assertThat(part.find()).isTrue();
        String example = part.group(1).stripTrailing().stripIndent();
        assertThat(example.lines().count()).isLessThanOrEqualTo(25);
        assertThat(Files.readString(ROOT.resolve("README.md")))
                .contains("```java\n" + example + "\n```");
    }

    @ParameterizedTest
    @ValueSource(strings = {"function", "places"})
    void augmentationPageShowsTheExampleThatIsCompiled(String part) throws IOException {
        String source =
                Files.readString(Path.of("src/main/java/dev/fer4j/examples/OwnAugmentation.java"));
        Matcher example =
                Pattern.compile(
                                "// augmentation.md: begin "
                                        + part
                                        + "\n(.*?) *// augmentation.md: end "
                                        + part,
                                Pattern.DOTALL)
                        .matcher(source);
        assertThat(example.find()).isTrue();
        assertThat(Files.readString(ROOT.resolve("docs/augmentation.md")))
                .contains("```java\n" + example.group(1).stripTrailing().stripIndent() + "\n```");
    }

    @Test
    void studiesPageShowsTheStrangersStudy() throws IOException {
        String source =
                Files.readString(
                        Path.of("src/test/java/dev/fer4j/examples/study/StrangersStudyTest.java"));
        Matcher ten =
                Pattern.compile(
                                "// studies.md: begin ten\n(.*?) *// studies.md: end ten",
                                Pattern.DOTALL)
                        .matcher(source);
        assertThat(ten.find()).isTrue();
        assertThat(Files.readString(ROOT.resolve("docs/studies.md")))
                .contains("```java\n" + ten.group(1).stripTrailing().stripIndent() + "\n```");
    }

    @Test
    void dataSourcePageShowsTheConsumersSource() throws IOException {
        String source =
                Files.readString(
                        Path.of("consumer/src/main/java/org/example/smileys/SmileySource.java"));
        String type = source.substring(source.indexOf("/** Our own layout")).stripTrailing();
        assertThat(Files.readString(ROOT.resolve("docs/custom-data-source.md")))
                .contains("```java\n" + type + "\n```");
    }

    @Test
    void linksLeadToFiles() throws IOException {
        List<Path> pages;
        try (Stream<Path> tree = Files.walk(ROOT.resolve("docs"))) {
            pages =
                    Stream.concat(
                                    tree.filter(path -> path.toString().endsWith(".md")),
                                    Stream.of(
                                            ROOT.resolve("README.md"),
                                            ROOT.resolve("CONTRIBUTING.md")))
                            .toList();
        }
        Pattern link = Pattern.compile("\\]\\(([^)#:]+)\\)");
        for (Path page : pages) {
            Matcher matcher = link.matcher(Files.readString(page));
            while (matcher.find()) {
                assertThat(page.getParent().resolve(matcher.group(1)))
                        .as("link in %s", page)
                        .exists();
            }
        }
    }
}
