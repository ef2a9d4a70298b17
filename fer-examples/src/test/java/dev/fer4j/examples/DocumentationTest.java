package dev.fer4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation shows is code that is compiled and run elsewhere in the build. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..");

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    /** Wherever lines are broken, since pages are narrower than sources are deep. */
    @Test
    void everyBlockOfJavaIsCompiled() throws IOException {
        String sources = sources();
        List<String> others = new ArrayList<>();
        for (Path page : pages()) {
            Matcher block = BLOCK.matcher(Files.readString(page));
            while (block.find()) {
                if (!sources.contains(withoutSpace(block.group(1)))) {
                    others.add(page.getFileName() + ":\n" + block.group(1));
                }
            }
        }
        assertThat(others).isEmpty();
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s+", "");
    }

    /** All that the build compiles, without white space. */
    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> tree = Files.walk(ROOT)) {
            for (Path file : tree.filter(DocumentationTest::isSource).toList()) {
                all.append(withoutSpace(Files.readString(file)));
            }
        }
        return all.toString();
    }

    private static boolean isSource(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java") && path.contains("/src/");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> tree = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            tree.filter(path -> path.toString().endsWith(".md")),
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void linksLeadToFiles() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([^)#:]+)\\)");
        for (Path page : pages()) {
            Matcher matcher = link.matcher(Files.readString(page));
            while (matcher.find()) {
                assertThat(page.getParent().resolve(matcher.group(1)))
                        .as("link in %s", page)
                        .exists();
            }
        }
    }
}
