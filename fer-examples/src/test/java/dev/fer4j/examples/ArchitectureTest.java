package dev.fer4j.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of docs/architecture.md, held by the build. */
@AnalyzeClasses(packages = "dev.fer4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule CORE_KNOWS_NO_MODULE_AND_NO_NATIVES =
            mayNotUse(
                    "core",
                    "dev.fer4j.data..",
                    "dev.fer4j.augment..",
                    "dev.fer4j.train..",
                    "dev.fer4j.synthesis..",
                    "dev.fer4j.eval..",
                    "dev.fer4j.examples..",
                    "ai.djl..",
                    "org.opencv..",
                    "org.bytedeco..");

    @ArchTest
    static final ArchRule DATA_KNOWS_ONLY_CORE =
            mayNotUse(
                    "data",
                    "dev.fer4j.augment..",
                    "dev.fer4j.train..",
                    "dev.fer4j.synthesis..",
                    "dev.fer4j.eval..",
                    "dev.fer4j.examples..",
                    "ai.djl..");

    @ArchTest
    static final ArchRule AUGMENT_KNOWS_ONLY_CORE =
            mayNotUse(
                    "augment",
                    "dev.fer4j.data..",
                    "dev.fer4j.train..",
                    "dev.fer4j.synthesis..",
                    "dev.fer4j.eval..",
                    "dev.fer4j.examples..");

    @ArchTest
    static final ArchRule TRAIN_KNOWS_NEITHER_SYNTHESIS_NOR_EXAMPLES =
            mayNotUse("train", "dev.fer4j.synthesis..", "dev.fer4j.examples..");

    /** Each number is computed in one place, for training and prediction too. */
    @ArchTest
    static final ArchRule TRAIN_SEES_OF_EVALUATION_ONLY_NUMBERS =
            noClasses()
                    .that()
                    .resideInAPackage("dev.fer4j.train..")
                    .should()
                    .dependOnClassesThat(
                            JavaClass.Predicates.resideInAPackage("dev.fer4j.eval..")
                                    .and(
                                            JavaClass.Predicates.resideOutsideOfPackages(
                                                    "dev.fer4j.eval.metric",
                                                    "dev.fer4j.eval.calibration")));

    @ArchTest
    static final ArchRule SYNTHESIS_NEVER_SEES_EVALUATION =
            mayNotUse("synthesis", "dev.fer4j.eval..", "dev.fer4j.examples..");

    @ArchTest
    static final ArchRule EVAL_KNOWS_ONLY_CORE_AND_NO_ENGINE =
            mayNotUse(
                    "eval",
                    "dev.fer4j.data..",
                    "dev.fer4j.augment..",
                    "dev.fer4j.train..",
                    "dev.fer4j.synthesis..",
                    "dev.fer4j.examples..",
                    "ai.djl..",
                    "org.opencv..",
                    "org.bytedeco..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            SlicesRuleDefinition.slices().matching("dev.fer4j.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule INTERNALS_STAY_IN_THEIR_MODULE =
            noClasses()
                    .that()
                    .resideInAPackage("dev.fer4j.examples..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.fer4j..internal..");

    @ArchTest
    static final ArchRule STATIC_STATE_IS_CONSTANT = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule LIBRARIES_DO_NOT_PRINT =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.fer4j.examples..")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");

    @ArchTest
    static final ArchRule NOTHING_IS_A_UTIL =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils");

    @ArchTest
    static final ArchRule NO_FIELD_IS_PUBLIC_AND_CHANGES =
            noFields().that().arePublic().should().notBeFinal();

    @ArchTest
    static final ArchRule FAILURES_OF_USERS_SHARE_A_ROOT =
            classes()
                    .that(
                            DescribedPredicate.describe(
                                    "are public unchecked exceptions",
                                    (JavaClass type) ->
                                            type.isAssignableTo(RuntimeException.class)
                                                    && type.getModifiers()
                                                            .contains(JavaModifier.PUBLIC)))
                    .should()
                    .beAssignableTo("dev.fer4j.core.FerException");

    private static ArchRule mayNotUse(String module, String... packages) {
        return noClasses()
                .that()
                .resideInAPackage("dev.fer4j." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    @ArchTest
    static void everyModuleIsSeen(JavaClasses classes) {
        for (String module :
                List.of("core", "data", "augment", "train", "synthesis", "eval", "examples")) {
            assertThat(classes.stream().map(JavaClass::getPackageName))
                    .anyMatch(name -> name.startsWith("dev.fer4j." + module));
        }
    }

    @Test
    void everyPackageSaysWhatEntersAndLeaves() throws IOException {
        Path root = Path.of("..");
        List<Path> sources;
        try (Stream<Path> tree = Files.walk(root)) {
            sources =
                    tree.filter(path -> path.toString().endsWith(".java"))
                            .filter(
                                    path ->
                                            path.startsWith("../fer-")
                                                    || path.toString().contains("fer-"))
                            .filter(
                                    path ->
                                            path.toString()
                                                    .replace('\\', '/')
                                                    .contains("src/main/java/dev/"))
                            .toList();
        }
        assertThat(sources.stream().map(Path::getParent).distinct())
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
    }
}
