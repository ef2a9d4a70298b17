package dev.fer4j.examples;

import dev.fer4j.core.Groups;
import dev.fer4j.core.Label;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.Problem;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Rights;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.manifest.Ingestion;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.SourceListing;
import dev.fer4j.data.source.Still;
import dev.fer4j.data.video.SamplingRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads images of a layout of one's own, {@code PERSON-yes-COUNTRY-3.png}, with a group column. */
public record OwnDataSource(Path folder) implements DataSource {

    private static final Pattern NAME = Pattern.compile("(\\w+)-(yes|no)-([A-Z]{2})-\\d+\\.png");

    /** Arguments: a folder of such images; without any, a few are drawn. */
    public static void main(String[] arguments) throws IOException {
        Path work = ExampleInputs.folder("own").toAbsolutePath();
        Path folder = work.resolve("images");
        if (arguments.length > 0) {
            folder = Path.of(arguments[0]).toAbsolutePath();
        } else {
            for (String name : List.of("ada-yes-TR-1", "ada-no-TR-2", "bo-no-ES-1", "unnamed")) {
                byte[] black = new byte[3 * 32 * 32];
                black[0] = (byte) name.length();
                ImageFiles.writePng(folder.resolve(name + ".png"), new RgbImage(32, 32, black));
            }
        }
        Manifest manifest =
                new Ingestion(work.resolve("frames"), SamplingRule.paper())
                        .run(new OwnDataSource(folder).list(), ProgressListener.none());
        ManifestFile.write(work.resolve("own.jsonl"), manifest, folder);
        manifest.samples().forEach(s -> System.out.println(s.id() + " " + s.groups().values()));
        manifest.quarantined().forEach(problem -> System.out.println(problem.message()));
    }

    @Override
    public SourceListing list() throws IOException {
        List<Still> stills = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                Matcher parts = NAME.matcher(file.getFileName().toString());
                if (parts.matches()) {
                    Label label = Label.parse(parts.group(2)).orElseThrow();
                    stills.add(
                            Still.of("own", folder, file, label, parts.group(1))
                                    .withGroups(Groups.NONE.withColumn("country", parts.group(3)))
                                    .withRights(Rights.of("CC0-1.0", "drawn")));
                } else {
                    problems.add(
                            new Problem(
                                    Problem.Kind.UNEXPECTED_LAYOUT,
                                    file.toString(),
                                    "is not named PERSON-yes-COUNTRY-NUMBER.png",
                                    "rename it"));
                }
            }
        }
        return new SourceListing("own", folder, List.of(), stills, problems);
    }
}
