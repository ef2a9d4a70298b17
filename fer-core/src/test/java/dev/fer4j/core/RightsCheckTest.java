package dev.fer4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RightsCheckTest {

    private static final Rights BOTH = Rights.of("CC-BY-4.0", "written");

    private static Manifest manifest(String source, Rights... rights) {
        List<Sample> samples = new ArrayList<>();
        for (Rights terms : rights) {
            samples.add(
                    new Sample(
                            source + "/" + samples.size(),
                            Path.of("x.png").toAbsolutePath(),
                            Label.INTERESTED,
                            "p",
                            "r",
                            Optional.empty(),
                            Optional.empty(),
                            source,
                            new Origin.StillImage("x.png"),
                            Demographics.UNKNOWN,
                            terms,
                            "0".repeat(64)));
        }
        return new Manifest(source, samples, List.of());
    }

    @Test
    void countsBySourceAndTakesBlankForNone() {
        Rights licensed = new Rights(Optional.of("CC0-1.0"), Optional.of(" "));
        RightsCheck check =
                RightsCheck.of(
                        List.of(
                                manifest("youtube", Rights.UNKNOWN, licensed, BOTH),
                                manifest("baseline", BOTH, BOTH)));
        assertThat(check.sources())
                .isEqualTo(
                        Map.of(
                                "baseline", new RightsCheck.Counts(2, 0, 0),
                                "youtube", new RightsCheck.Counts(3, 1, 2)));
        assertThat(check.isComplete()).isFalse();
    }

    @Test
    void strictUseNamesEverySourceThatLacksSomething() {
        RightsCheck check =
                RightsCheck.of(
                        List.of(
                                manifest("youtube", Rights.UNKNOWN, BOTH),
                                manifest("lab", BOTH),
                                manifest("own", Rights.UNKNOWN)));
        assertThatThrownBy(check::requireComplete)
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("rights of source own: 1 of 1 have no licence")
                .hasMessageContaining("rights of source youtube: 1 of 2 have no licence")
                .hasMessageContaining("and 1 no consent")
                .hasMessageContaining("columns license and consent")
                .hasMessageNotContaining("lab");
    }

    @Test
    void completeRightsPass() {
        RightsCheck check = RightsCheck.of(List.of(manifest("lab", BOTH)));
        check.requireComplete();
        assertThat(check.problems()).isEmpty();
    }
}
