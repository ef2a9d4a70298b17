package dev.fer4j.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md, held by the build. */
@AnalyzeClasses(packages = "dev.fer4j", importOptions = MainCode.class)
class ArchitectureTest {
    private static final String ROOT = "dev.fer4j.";

    /** Which modules a module may use: the last column of the table of docs/architecture.md. */
    private static final Map<String, Set<String>> MAY_USE =
            Map.of(
                    "core", Set.of(),
                    "data", Set.of("core"),
                    "augment", Set.of("core"),
                    "eval", Set.of("core"),
                    "train", Set.of("core", "data", "augment", "eval"),
                    "synthesis", Set.of("core", "data", "train"),
                    "study", Set.of("core", "data", "augment", "eval", "train", "synthesis"),
                    "toy", Set.of("core", "data", "augment", "train", "synthesis"),
                    "cli",
                            Set.of(
                                    "core",
                                    "data",
                                    "augment",
                                    "eval",
                                    "train",
                                    "synthesis",
                                    "study",
                                    "toy"),
                    "examples",
                            Set.of(
                                    "core",
                                    "data",
                                    "augment",
                                    "eval",
                                    "train",
                                    "synthesis",
                                    "study",
                                    "toy",
                                    "cli"));

    /** All of fer-eval that training and synthesis see: each number is computed there. */
    private static final Set<String> NUMBERS =
            Set.of(ROOT + "eval.metric", ROOT + "eval.calibration");

    private static final Set<String> LOADS_ENGINE =
            Set.of(
                    "ai.djl.engine.Engine.getEngine",
                    "ai.djl.engine.Engine.getInstance",
                    "ai.djl.ndarray.NDManager.newBaseManager",
                    "ai.djl.Model.newInstance");

    private static final int LARGEST_PACKAGE = 25;

    @ArchTest
    static void modulesUseOnlyWhatTheTableAllows(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        for (Dependency dependency : dependencies(classes)) {
            String from = module(dependency.getOriginClass());
            String to = module(dependency.getTargetClass());
            if (!from.equals(to) && !MAY_USE.get(from).contains(to)) {
                found.add(dependency.getDescription());
            }
        }
        assertThat(found).isEmpty();
    }

    @ArchTest
    static void everyModuleIsSeen(JavaClasses classes) {
        assertThat(classes.stream().map(ArchitectureTest::module).distinct().sorted())
                .containsExactlyElementsOf(new TreeSet<>(MAY_USE.keySet()));
    }

    @ArchTest
    static void trainingSeesOfEvaluationOnlyMetricsAndCalibration(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        for (Dependency dependency : dependencies(classes)) {
            String target = dependency.getTargetClass().getPackageName();
            if (Set.of("train", "synthesis").contains(module(dependency.getOriginClass()))
                    && target.startsWith(ROOT + "eval")
                    && !NUMBERS.contains(target)) {
                found.add(dependency.getDescription());
            }
        }
        assertThat(found).isEmpty();
    }

    @ArchTest
    static final ArchRule ENGINES_STAY_BELOW_TRAINING =
            noClasses()
                    .that()
                    .resideInAnyPackage(ROOT + "core..", ROOT + "eval..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("ai.djl..", "org.opencv..", "org.bytedeco..");

    @ArchTest
    static final ArchRule DATA_AND_AUGMENTATION_KNOW_NO_ENGINE =
            noClasses()
                    .that()
                    .resideInAnyPackage(ROOT + "data..", ROOT + "augment..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.fer4j.(**)").should().beFreeOfCycles();

    @ArchTest
    static void internalsAreUsedOnlyByTheirParent(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        for (Dependency dependency : dependencies(classes)) {
            String target = dependency.getTargetClass().getPackageName();
            if (isInternal(target)) {
                String parent = target.substring(0, (target + ".").indexOf(".internal."));
                if (!(dependency.getOriginClass().getPackageName() + ".")
                        .startsWith(parent + ".")) {
                    found.add(dependency.getDescription());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @ArchTest
    static void packagesAreSmallEnoughToKeepInMind(JavaClasses classes) {
        Map<String, Integer> sizes = new TreeMap<>();
        classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .forEach(type -> sizes.merge(type.getPackageName(), 1, Integer::sum));
        sizes.values().removeIf(size -> size <= LARGEST_PACKAGE);
        assertThat(sizes).isEmpty();
    }

    @ArchTest
    static void aTypeNameHasOneMeaning(JavaClasses classes) {
        Map<String, Set<String>> packages = new TreeMap<>();
        classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .forEach(
                        type ->
                                packages.computeIfAbsent(
                                                type.getSimpleName(), name -> new TreeSet<>())
                                        .add(type.getPackageName()));
        packages.values().removeIf(names -> names.size() == 1);
        assertThat(packages).isEmpty();
    }

    @ArchTest
    static final ArchRule STATIC_STATE_IS_CONSTANT = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule LIBRARIES_DO_NOT_PRINT =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "cli..", ROOT + "examples..")
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

    /** Offering DJL the CUDA runtime must precede all use of the engine. */
    @ArchTest
    static final ArchRule THE_ENGINE_IS_LOADED_IN_ONE_PLACE =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(ROOT + "train.device.PyTorch")
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.describe(
                                    "loads an engine of DJL",
                                    (JavaMethodCall call) ->
                                            LOADS_ENGINE.contains(
                                                    call.getTargetOwner().getName()
                                                            + "."
                                                            + call.getName())));

    /** DJL's default device is the first GPU, whatever the user chose. */
    @Test
    void managersAreMadeForANamedDevice() throws IOException {
        Pattern withoutDevice = Pattern.compile("newBaseManager\\(\\s*[\")]");
        for (Path source : sources()) {
            assertThat(Files.readString(source))
                    .as(source.toString())
                    .doesNotContainPattern(withoutDevice);
        }
    }

    @Test
    void everyPackageSaysWhatEntersAndLeaves() throws IOException {
        List<Path> sources =
                sources().stream()
                        .filter(
                                path ->
                                        path.toString()
                                                .replace('\\', '/')
                                                .contains("src/main/java/dev/"))
                        .toList();
        assertThat(sources.stream().map(Path::getParent).distinct())
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> tree = Files.walk(Path.of(".."))) {
            return tree.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }

    /** What classes of the project use of each other. */
    private static List<Dependency> dependencies(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> dependency.getTargetClass().getPackageName().startsWith(ROOT))
                .toList();
    }

    private static String module(JavaClass type) {
        String inside = type.getPackageName().substring(ROOT.length());
        return inside.contains(".") ? inside.substring(0, inside.indexOf('.')) : inside;
    }

    private static boolean isInternal(String packageName) {
        return (packageName + ".").contains(".internal.");
    }
}
