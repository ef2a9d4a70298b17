package dev.fer4j.core.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.Label;
import org.junit.jupiter.api.Test;

class LabelNamesTest {

    @Test
    void constantsBecomeWords() {
        LabelNames names = LabelNames.INTEREST;
        assertThat(names.of(Label.NOT_INTERESTED)).isEqualTo("NOT_INTERESTED");
        assertThat(names.inWords(Label.NOT_INTERESTED)).isEqualTo("not interested");
        assertThat(names.atStart(Label.NOT_INTERESTED)).isEqualTo("Not interested");
        assertThat(names.inTables(Label.NOT_INTERESTED)).isEqualTo("not-interested");
        assertThat(names.topic()).isEqualTo("interest");
    }

    @Test
    void otherNamesStayAsTheyAre() {
        LabelNames names = new LabelNames("no smile", "AU12");
        assertThat(names.inWords(Label.POSITIVE)).isEqualTo("AU12");
        assertThat(names.atStart(Label.POSITIVE)).isEqualTo("AU12");
        assertThat(names.atStart(Label.NOT_INTERESTED)).isEqualTo("No smile");
        assertThat(names.inTables(Label.NOT_INTERESTED)).isEqualTo("no-smile");
        assertThat(names.topic()).isEqualTo("the label");
    }

    @Test
    void twoClassesHaveTwoNames() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LabelNames("a", "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new LabelNames("a", " "));
    }
}
