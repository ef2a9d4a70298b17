package dev.fer4j.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Whoever uses a module needs neither Guava nor its internals to name what it takes and gives. */
@AnalyzeClasses(packages = "dev.fer4j", importOptions = MainCode.class)
class PublicSignaturesTest {

    @ArchTest
    static final ArchRule SHOW_NEITHER_GUAVA_NOR_INTERNALS =
            members()
                    .that()
                    .areDeclaredInClassesThat()
                    .arePublic()
                    .and()
                    .areDeclaredInClassesThat()
                    .resideOutsideOfPackage("..internal..")
                    .should(showNeitherGuavaNorInternals());

    private static ArchCondition<JavaMember> showNeitherGuavaNorInternals() {
        return new ArchCondition<>("show neither Guava's types nor those of internal packages") {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                if (member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED)) {
                    member.getAllInvolvedRawTypes().stream()
                            .filter(PublicSignaturesTest::isHidden)
                            .forEach(
                                    type ->
                                            events.add(
                                                    SimpleConditionEvent.violated(
                                                            member,
                                                            member.getFullName()
                                                                    + " shows "
                                                                    + type.getName())));
                }
            }
        };
    }

    private static boolean isHidden(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("com.google.common") || (name + ".").contains(".internal.");
    }
}
