package org.example.smileys;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Rights;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.source.Still;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Our own layout: {@code CATEGORY/PERSON-yes-3.png}. */
record SmileySource(Path folder) implements DataSource {

    private static final Pattern NAME = Pattern.compile("(\\w+)-(yes|no)-\\d+\\.png");

    @Override
    public SourceListing list() throws IOException {
        List<Still> stills = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files()) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                stills.add(still(file, name.group(1), Label.parse(name.group(2)).orElseThrow()));
            } else {
                problems.add(
                        new Problem(
                                Problem.Kind.UNEXPECTED_LAYOUT,
                                file.toString(),
                                "expected PERSON-yes-NUMBER.png or PERSON-no-NUMBER.png",
                                "rename it"));
            }
        }
        return new SourceListing("baseline", folder, List.of(), stills, problems);
    }

    private static Still still(Path file, String person, Label label) {
        AdCategory category = new AdCategory(file.getParent().getFileName().toString());
        return new Still(
                "baseline/" + category + "/" + file.getFileName(),
                file,
                label,
                person,
                person + "-" + label,
                Optional.empty(),
                Optional.of(category),
                new Origin.StillImage(file.getFileName().toString()),
                Demographics.UNKNOWN,
                Rights.UNKNOWN);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
