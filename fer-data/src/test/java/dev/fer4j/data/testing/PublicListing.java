package dev.fer4j.data.testing;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The 1,293 clips of NeuroBioSense as a public listing of the data set names them, with their
 * durations. Paths are real, files are empty. The questionnaire is not public: the one written here
 * is made up, with a row for each participant and ad that the listing has, so that each category
 * has a chosen number of interested recordings.
 */
public final class PublicListing {

    /** Interested folders of 302, 406 and 354; the paper's 251, 265 and 186 of 337. */
    public static final Map<String, Integer> INTERESTED =
            Map.of(
                    "Car_and_Technology",
                    251,
                    "Cosmetics_and_Fashion",
                    265,
                    "Food_and_Market_Subfolder",
                    195);

    /**
     * A clip.
     *
     * @param path category, participant, ad, emotion and file name
     * @param seconds its duration
     */
    public record Clip(String path, double seconds) {

        String category() {
            return path.substring(0, path.indexOf('/'));
        }

        /** Category, participant and ad. */
        String viewing() {
            return path.split("/")[0] + "/" + path.split("/")[1] + "/" + path.split("/")[2];
        }

        /** The emotion folder. */
        String folder() {
            return path.substring(0, path.lastIndexOf('/'));
        }
    }

    private PublicListing() {}

    /** All clips, in the listing's order. */
    public static List<Clip> clips() {
        try {
            return Resources.readLines(
                            Resources.getResource(PublicListing.class, "neurobiosense-clips.csv"),
                            StandardCharsets.UTF_8)
                    .stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Clip(cells[0], Double.parseDouble(cells[1])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the tree and a questionnaire. */
    public static Path write(Path root) throws IOException {
        return write(root, INTERESTED);
    }

    /**
     * Writes the tree and a questionnaire.
     *
     * @param interested how many folders of each category have the label Yes
     */
    public static Path write(Path root, Map<String, Integer> interested) throws IOException {
        NeuroBioSenseFolder data = new NeuroBioSenseFolder(root);
        for (Clip clip : clips()) {
            data.clip(clip.path());
        }
        Map<String, Integer> left = new TreeMap<>(interested);
        Map<String, Long> folders =
                clips().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Clip::viewing,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                Clip::folder,
                                                Collectors.collectingAndThen(
                                                        Collectors.toSet(),
                                                        set -> (long) set.size()))));
        folders.forEach(
                (viewing, count) -> {
                    String[] parts = viewing.split("/");
                    boolean yes = left.get(parts[0]) >= count;
                    if (yes) {
                        left.merge(parts[0], -count.intValue(), Integer::sum);
                    }
                    data.row(Integer.valueOf(parts[1]), "", "", parts[2], yes ? "Yes" : "No");
                });
        return data.write();
    }
}
