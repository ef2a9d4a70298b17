package dev.fer4j.cli.option;

import dev.fer4j.core.design.LabelNames;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option for the names of the labels. */
public final class LabelOptions {

    /** Reads two names, that of the positive class first. */
    static final class OfNames implements ITypeConverter<LabelNames> {
        @Override
        public LabelNames convert(String text) {
            List<String> names = List.of(text.split(",", -1));
            if (names.size() != 2) {
                throw new TypeConversionException(
                        "'" + text + "': expected two names, such as smiling,neutral");
            }
            try {
                return new LabelNames(names.get(1).strip(), names.get(0).strip());
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    @Option(
            names = "--label-names",
            paramLabel = "POSITIVE,NEGATIVE",
            converter = OfNames.class,
            description =
                    "What the two labels are called in tables, report, model files and cards."
                            + " Default: INTERESTED,NOT_INTERESTED.")
    private LabelNames names = LabelNames.INTEREST;

    /** The names. */
    public LabelNames names() {
        return names;
    }
}
