package remfunnel.funnel;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PurityTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("remfunnel.funnel");

    /** Of java.net what parses an address, and nothing that opens one. */
    private static final DescribedPredicate<JavaClass> ALLOWED = resideInAnyPackage(
                    "java.lang..",
                    "java.math..",
                    "java.nio.charset..",
                    "java.text..",
                    "java.time..",
                    "java.util..",
                    "remfunnel.funnel..",
                    "tools.jackson.core..")
            .or(belongToAnyOf(URI.class, URISyntaxException.class));

    @Test
    void dependsOnNothingButJavaAndTheJsonReader() {
        assertThat(CORE).hasSizeGreaterThan(50);

        classes()
                .that()
                .resideInAPackage("remfunnel.funnel..")
                .should()
                .onlyDependOnClassesThat(ALLOWED)
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
