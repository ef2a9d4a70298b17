package dev.fer4j.eval.report.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.Seed;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.report.literature.Literature;
import dev.fer4j.eval.report.literature.Methods;
import dev.fer4j.eval.report.model.Citation;
import dev.fer4j.eval.report.model.PlainWords;
import dev.fer4j.eval.study.StudyResult;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MethodsSectionTest {

    private static final Pattern ENTRY = Pattern.compile("@[a-z]+\\{([a-zA-Z0-9-]+),");

    private static String words(StudyResult study, Methods methods) {
        return PlainWords.of(
                new MethodsSection(study, StudyInference.of(study, new Seed(1)), methods)
                        .section());
    }

    private static List<String> keys(String words) {
        return ENTRY.matcher(words).results().map((MatchResult entry) -> entry.group(1)).toList();
    }

    @Test
    void citesWhatItSaysAndNothingElse() {
        String words =
                words(
                        MadeUpStudy.standard(1),
                        Methods.ofEvaluation()
                                .withData(
                                        "Recordings came from a laboratory",
                                        Literature.NEUROBIOSENSE)
                                .withTraining("The network was Xception", Literature.XCEPTION)
                                .withTraining("Adam ran for 300 epochs", Literature.ADAM));

        assertThat(words)
                .contains("Recordings came from a laboratory (Kocaçınar et al., 2024).")
                .contains(
                        "The network was Xception (Chollet, 2017). Adam ran for 300 epochs (Kingma"
                                + " & Ba, 2015).")
                .contains("Each condition was trained once")
                .contains("adjusted by Holm's method (Holm, 1979)");
        assertThat(keys(words))
                .doesNotHaveDuplicates()
                .contains("alipour2025", "kocacinar2024", "chollet2017", "kingma2015", "holm1979")
                .doesNotContain("delong1988", "friedman1937", "obuchowski1995", "karras2020");
    }

    @Test
    void saysHowSeveralSeedsWereAnalysed() {
        String words =
                words(
                        MadeUpStudy.of(MadeUpStudy.PAPER_PLAN.withSeeds(2), 1),
                        Methods.ofEvaluation());

        assertThat(words).contains("trained with 2 random seeds").contains("seeds as blocks");
        assertThat(keys(words)).contains("obuchowski1995", "greenhouse1959");
    }

    @Test
    void everyWorkOfTheLiteratureIsAnEntryOfItsOwn() throws IllegalAccessException {
        List<Citation> all = new ArrayList<>();
        for (var field : Literature.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                all.add((Citation) field.get(null));
            }
        }

        assertThat(all).hasSizeGreaterThan(20);
        assertThat(all).extracting(Citation::key).doesNotHaveDuplicates();
        for (Citation citation : all) {
            String entry = citation.toBibTeX();
            assertThat(keys(entry)).containsExactly(citation.key());
            assertThat(count(entry, '{')).as(entry).isEqualTo(count(entry, '}'));
            // The year in the text is that of the entry.
            assertThat(citation.inText()).endsWith(citation.fields().get("year"));
        }
    }

    @Test
    void worksOfOnesOwnAreReadFromBibTeX() {
        String entries =
                """
                @book{one-1, author = {One, A.}, title = {{B}oth}, year = {2001}
                }
                @misc{two,
                  author = {One, A. and Two, B.},
                  title  = {Two},
                  year   = {2002}
                }
                @misc{three,
                  author = {One, A. and Two, B. and Three, C.},
                  title = {Three},
                  year = {2003}
                }
                @misc{many,
                  author = {One, A. and others},
                  title = {Many},
                  year = {2004}
                }
                """;
        assertThat(Citation.ofBibTeX(entries))
                .extracting(Citation::inText)
                .containsExactly(
                        "One, 2001", "One & Two, 2002", "One et al., 2003", "One et al., 2004");
        assertThat(Citation.ofBibTeX(entries).get(0).fields()).containsEntry("title", "{B}oth");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Citation.ofBibTeX("@misc{k,\n  title = {T}\n}"))
                .withMessageContaining("k needs author and year");
    }

    private static long count(String text, char c) {
        return Arrays.stream(text.split("")).filter(s -> s.equals(String.valueOf(c))).count();
    }

    @Test
    void sentencesAndCitationsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Methods.ofEvaluation().withData("It ends."))
                .withMessageContaining("full stop");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Citation("k", "misc", "A, 2020", Map.of("title", "t")))
                .withMessageContaining("author");
    }
}
