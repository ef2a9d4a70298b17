package dev.fer4j.cli.output;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Strings;
import dev.fer4j.core.design.TrainingMetric;
import dev.fer4j.data.image.ImageFit;
import dev.fer4j.synthesis.projection.ProjectionPlan;
import dev.fer4j.synthesis.recipe.VariantCounts;
import dev.fer4j.train.device.Arithmetic;
import dev.fer4j.train.plan.Sampling;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads an enum constant by its name on the command line and in reports: in lower case, with
 * hyphens.
 *
 * @param <E> the enum
 */
public abstract class EnumName<E extends Enum<E>> implements ITypeConverter<E> {

    private final List<E> values;

    public EnumName(Class<E> type) {
        values = List.of(type.getEnumConstants());
    }

    /** Reads how images are sampled. */
    public static final class OfSampling extends EnumName<Sampling> {
        OfSampling() {
            super(Sampling.class);
        }
    }

    /** Reads the watched metric. */
    public static final class OfMetric extends EnumName<TrainingMetric> {
        OfMetric() {
            super(TrainingMetric.class);
        }
    }

    /** Reads the space of a projection. */
    public static final class OfSpace extends EnumName<ProjectionPlan.Space> {
        OfSpace() {
            super(ProjectionPlan.Space.class);
        }
    }

    /** Reads how frames are grouped into cells. */
    public static final class OfCells extends EnumName<VariantCounts.Cells> {
        OfCells() {
            super(VariantCounts.Cells.class);
        }
    }

    /** Reads a way to make images square. */
    public static final class OfFit extends EnumName<ImageFit> {
        OfFit() {
            super(ImageFit.class);
        }
    }

    /** Reads a precision. */
    public static final class OfPrecision extends EnumName<Arithmetic.Precision> {
        OfPrecision() {
            super(Arithmetic.Precision.class);
        }
    }

    /** Reads a layout. */
    public static final class OfLayout extends EnumName<Arithmetic.Layout> {
        OfLayout() {
            super(Arithmetic.Layout.class);
        }
    }

    /** The name of a constant on the command line. */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public E convert(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return values.stream()
                .filter(value -> of(value).equals(wanted))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "expected one of %s, but was '%s'%s"
                                                .formatted(
                                                        values.stream()
                                                                .map(EnumName::of)
                                                                .collect(joining(", ")),
                                                        text,
                                                        meant(wanted))));
    }

    private String meant(String wanted) {
        return values.stream()
                .map(EnumName::of)
                .filter(name -> !Strings.commonPrefix(name, wanted).isEmpty())
                .findFirst()
                .map(name -> " (did you mean '" + name + "'?)")
                .orElse("");
    }
}
