package dev.fer4j.data.source;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Rights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The laboratory recordings of NeuroBioSense (Kocaçınar et al. 2024, doi 10.17632/7md7yty9sk), the
 * paper's Baseline (section 2).
 *
 * <p>Expects, inside the folder or up to three folders further down:
 *
 * <pre>
 * Advertisement Categories/{Car_and_Technology | Cosmetics_and_Fashion | Food_and_Market_Subfolder}/
 *     &lt;participant&gt;/&lt;ad&gt;/&lt;emotion&gt;/&lt;clip&gt;.{mp4 | mov | avi | mkv}
 * Participant Data/…questionn….{xlsx | csv}
 * </pre>
 *
 * <p>The label is the questionnaire's column {@code INTERESTED IN} of that participant and ad; the
 * emotion folder is part of the recording's id and is not the label. Category folders are known by
 * the words car or tech, cosmetic or fashion, food or market. Immutable.
 */
public final class NeuroBioSense implements DataSource {

    private final Path folder;
    private final String source;
    private final Rights rights;
    private final RecordingUnit unit;

    NeuroBioSense(Path folder) {
        this(folder.toAbsolutePath().normalize(), "baseline", Rights.UNKNOWN, RecordingUnit.FOLDER);
    }

    private NeuroBioSense(Path folder, String source, Rights rights, RecordingUnit unit) {
        Names.checkFolderName("source name", source);
        this.folder = folder;
        this.source = source;
        this.rights = requireNonNull(rights);
        this.unit = requireNonNull(unit);
    }

    /** With another name than {@code baseline}. */
    public NeuroBioSense withSource(String name) {
        return new NeuroBioSense(folder, name, rights, unit);
    }

    /** With the terms under which the recordings may be used; unknown by default. */
    public NeuroBioSense withRights(Rights terms) {
        return new NeuroBioSense(folder, source, terms, unit);
    }

    /** With another unit than {@link RecordingUnit#FOLDER}, which gives the paper's counts. */
    public NeuroBioSense withRecordingUnit(RecordingUnit recordingUnit) {
        return new NeuroBioSense(folder, source, rights, recordingUnit);
    }

    /**
     * Lists the recordings, by category folder, participant, ad and emotion in natural order.
     *
     * @throws InputException if the folder is missing or empty, has no {@code Advertisement
     *     Categories} or no questionnaire, or holds no clip at all
     */
    @Override
    public SourceListing list() throws IOException {
        NeuroBioSenseParts parts = NeuroBioSenseParts.locate(folder);
        NeuroBioSenseLayout layout = NeuroBioSenseLayout.scan(folder, parts.categories());
        if (layout.clipFolders().isEmpty()) {
            throw new InputException(
                    new Problem(
                            Problem.Kind.EMPTY,
                            parts.categories().toString(),
                            "holds no clip in <category>/<participant>/<ad>/<emotion>/"
                                    + firstOf(layout.problems()),
                            "unpack the archive again, or name another folder"));
        }
        Questionnaire questionnaire = Questionnaire.read(parts.questionnaire());
        LabelJoin join =
                LabelJoin.of(
                        Candidate.all(layout.clipFolders(), unit, folder), questionnaire, rights);
        List<Problem> problems = new ArrayList<>(parts.problems());
        problems.addAll(layout.problems());
        problems.addAll(questionnaire.problems());
        problems.addAll(join.problems());
        return new SourceListing(source, folder, join.recordings(), List.of(), problems);
    }

    private static String firstOf(List<Problem> problems) {
        return problems.isEmpty() ? "" : "; first of what is there: " + problems.get(0).message();
    }
}
