package dev.fer4j.cli.option;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.design.CategorySplit;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for training, validation and test categories. */
public final class SplitOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Reads the id of a category. */
    static final class OfCategory implements ITypeConverter<AdCategory> {
        @Override
        public AdCategory convert(String id) {
            return new AdCategory(id);
        }
    }

    @Option(
            names = "--train-on",
            paramLabel = "CATEGORY,…",
            split = ",",
            hideParamSyntax = true,
            converter = OfCategory.class,
            description = "Training categories, separated by commas. Default: food-market.")
    private Set<AdCategory> train = CategorySplit.paper().train();

    @Option(
            names = "--validate-on",
            paramLabel = "CATEGORY,…",
            split = ",",
            hideParamSyntax = true,
            converter = OfCategory.class,
            description = "Validation categories. Default: cosmetics-fashion.")
    private Set<AdCategory> validate = CategorySplit.paper().validate();

    @Option(
            names = "--test-on",
            paramLabel = "CATEGORY,…",
            split = ",",
            hideParamSyntax = true,
            converter = OfCategory.class,
            description = "Test categories. Default: car-technology.")
    private Set<AdCategory> test = CategorySplit.paper().test();

    public CategorySplit split() {
        try {
            return new CategorySplit(train, validate, test);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
