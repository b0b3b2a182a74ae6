package remfunnel.funnel;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PurityTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("remfunnel.funnel");

    @Test
    void dependsOnNothingButJavaAndTheJsonReader() {
        assertThat(CORE).hasSizeGreaterThan(50);

        classes()
                .that()
                .resideInAPackage("remfunnel.funnel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.math..",
                        "java.net..",
                        "java.nio.charset..",
                        "java.text..",
                        "java.time..",
                        "java.util..",
                        "remfunnel.funnel..",
                        "tools.jackson.core..")
                .allowEmptyShould(false)
                .check(CORE);
    }

    @Test
    void neverAsksTheClock() {
        classes()
                .should(never(callMethod(Instant.class, "now")))
                .allowEmptyShould(false)
                .check(CORE);
    }
}
