package dev.fer4j.data.source;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Groups;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Rights;
import dev.fer4j.core.answer.LabelAnswers;
import dev.fer4j.data.source.internal.GroupCells;
import dev.fer4j.data.source.internal.Names;
import dev.fer4j.data.source.internal.NeuroBioSenseLayout;
import dev.fer4j.data.source.internal.NeuroBioSenseParts;
import dev.fer4j.data.source.internal.Questionnaire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The laboratory recordings of NeuroBioSense (Kocaçınar et al. 2024, doi 10.17632/7md7yty9sk), the
 * paper's Baseline (section 2).
 *
 * <p>Expects, in the folder or up to three levels below it:
 *
 * <pre>
 * Advertisement Categories/{Car_and_Technology | Cosmetics_and_Fashion | Food_and_Market_Subfolder}/
 *     &lt;participant&gt;/&lt;ad&gt;/&lt;emotion&gt;/&lt;clip&gt;.{mp4 | m4v | mov | 3gp | avi | mkv | webm}
 * Participant Data/…questionn….{xlsx | csv}
 * </pre>
 *
 * <p>The label is the questionnaire's column {@code INTERESTED IN} for the participant and ad; the
 * emotion folder is part of the recording's id, not its label. Category folders are recognized by
 * the words car or tech, cosmetic or fashion, food or market.
 *
 * <p>Copies of a clip in its folder, byte for byte, count once. A clip that occurs in several
 * recordings is reported ({@link Problem.Kind#CONTRADICTION}) and used in each. For this, clips of
 * equal size are read when listing. Links are followed wherever they lead. Immutable.
 */
public final class NeuroBioSense implements DataSource {

    private final Path folder;
    private final String source;
    private final Rights rights;
    private final RecordingUnit unit;
    private final Optional<Duration> longestClip;
    private final GroupCells groups;
    private final LabelAnswers answers;

    NeuroBioSense(Path folder) {
        this(
                folder.toAbsolutePath().normalize(),
                "baseline",
                Rights.UNKNOWN,
                RecordingUnit.FOLDER,
                Optional.empty(),
                GroupCells.NONE,
                LabelAnswers.KNOWN_WORDS);
    }

    private NeuroBioSense(
            Path folder,
            String source,
            Rights rights,
            RecordingUnit unit,
            Optional<Duration> longestClip,
            GroupCells groups,
            LabelAnswers answers) {
        Names.checkFolderName("source name", source);
        this.folder = folder;
        this.source = source;
        this.rights = requireNonNull(rights);
        this.unit = requireNonNull(unit);
        this.longestClip = longestClip;
        this.groups = groups;
        this.answers = requireNonNull(answers);
    }

    /** Returns a copy with a source name other than {@code baseline}. */
    public NeuroBioSense withSource(String name) {
        return new NeuroBioSense(folder, name, rights, unit, longestClip, groups, answers);
    }

    /** Returns a copy with the recordings' licence and consent; unknown by default. */
    public NeuroBioSense withRights(Rights terms) {
        return new NeuroBioSense(folder, source, terms, unit, longestClip, groups, answers);
    }

    /** Returns a copy with a unit other than {@link RecordingUnit#FOLDER}, the paper's. */
    public NeuroBioSense withRecordingUnit(RecordingUnit recordingUnit) {
        return new NeuroBioSense(
                folder, source, rights, recordingUnit, longestClip, groups, answers);
    }

    /**
     * Returns a copy that leaves out longer clips. The paper's longest clip has 9.98 s; the public
     * data set contains clips of up to 50 s. Each clip left out is reported as a problem; its
     * recording keeps its other clips, and is left out if there are none.
     *
     * <p>A clip's duration is the time from its first frame to the end of its last, according to
     * the time stamps of its packets, or else the duration given by its container. Durations are
     * determined without decoding, but every clip is read once, which listing otherwise does not
     * do. Clips that cannot be opened remain listed.
     *
     * @param longest maximum duration, above 0; unlimited by default
     */
    public NeuroBioSense withLongestClip(Duration longest) {
        checkArgument(
                !longest.isNegative() && !longest.isZero(),
                "a longest clip of %s is not above 0",
                longest);
        return new NeuroBioSense(
                folder, source, rights, unit, Optional.of(longest), groups, answers);
    }

    /**
     * Returns a copy with additional columns of the questionnaire as {@link Recording#groups()};
     * none by default. Like gender and age, they are properties of a participant, of which the
     * first value is used.
     *
     * @param columns column names, of which only letters and digits are compared, ignoring case
     * @throws IllegalArgumentException if a name is not a valid column name of {@link Groups}
     */
    public NeuroBioSense withGroups(String... columns) {
        return new NeuroBioSense(
                folder, source, rights, unit, longestClip, GroupCells.named(columns), answers);
    }

    /**
     * Returns a copy in which other answers than yes, no, 1, 0, … in the column {@code INTERESTED
     * IN} are labels too, for example those on a scale from 1 to 5. Without them, no number is a
     * label if the column has numbers other than 0 and 1.
     */
    public NeuroBioSense withAnswers(LabelAnswers labels) {
        return new NeuroBioSense(folder, source, rights, unit, longestClip, groups, labels);
    }

    /**
     * Lists the recordings, ordered by category folder, participant, ad and emotion in natural
     * order.
     *
     * @throws InputException if the folder is missing or empty, has no {@code Advertisement
     *     Categories}, questionnaire or clips, or its questionnaire lacks a column
     */
    @Override
    public SourceListing list() throws IOException {
        NeuroBioSenseParts parts = NeuroBioSenseParts.locate(folder);
        NeuroBioSenseLayout layout = NeuroBioSenseLayout.scan(folder, parts.categories());
        if (layout.clipFolders().isEmpty()) {
            throw new InputException(
                    Problem.Kind.EMPTY,
                    parts.categories(),
                    "contains no clip in <category>/<participant>/<ad>/<emotion>/"
                            + firstOf(layout.problems()),
                    "unpack the archive again, or choose another folder");
        }
        Questionnaire questionnaire = Questionnaire.read(parts.questionnaire(), groups);
        LabelJoin join =
                LabelJoin.of(
                        Candidate.all(layout.clipFolders(), unit, folder),
                        questionnaire,
                        rights,
                        answers);
        List<Problem> problems = new ArrayList<>(parts.problems());
        problems.addAll(layout.problems());
        problems.addAll(questionnaire.problems());
        problems.addAll(join.problems());
        List<Recording> recordings = join.recordings();
        if (longestClip.isPresent()) {
            LongestClip filter =
                    new LongestClip(seconds(longestClip.get()), LongestClip::seconds, folder)
                            .apply(recordings);
            recordings = filter.kept();
            problems.addAll(filter.problems());
        }
        problems.addAll(SharedClips.problems(recordings, folder));
        return new SourceListing(source, folder, recordings, List.of(), problems);
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    private static String firstOf(List<Problem> problems) {
        return problems.isEmpty() ? "" : "; the first entry found is: " + problems.get(0).message();
    }
}
