package org.example.smileys;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Groups;
import dev.fer4j.core.Label;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Problem.Kind;
import dev.fer4j.core.Rights;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.source.Still;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Our own layout, with the pen as our own group: {@code CATEGORY/PERSON-PEN-yes-3.png}. */
record SmileySource(String name, Path folder) implements DataSource {

    private static final Pattern NAME = Pattern.compile("(\\w+)-(\\w+)-(yes|no)-\\d+\\.png");
    private static final String EXPECTED = "expected PERSON-PEN-yes-NUMBER.png, or no for yes";
    private static final String MEND = "rename it";

    @Override
    public SourceListing list() throws IOException {
        List<Still> stills = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                Matcher parts = NAME.matcher(file.getFileName().toString());
                if (parts.matches()) {
                    Label label = Label.parse(parts.group(3)).orElseThrow();
                    String category = file.getParent().getFileName().toString();
                    Still still = Still.of(name, folder, file, label, parts.group(1));
                    stills.add(
                            still.withCategory(new AdCategory(category))
                                    .withRights(Rights.of("CC0-1.0", "drawn, nobody to ask"))
                                    .withGroups(Groups.NONE.withColumn("pen", parts.group(2))));
                } else {
                    problems.add(new Problem(Kind.UNEXPECTED_LAYOUT, file + "", EXPECTED, MEND));
                }
            }
        }
        return new SourceListing(name, folder, List.of(), stills, problems);
    }
}
