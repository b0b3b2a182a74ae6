package remfunnel.systemtests.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** Which part may know which; a rule that matches no class fails. */
@AnalyzeClasses(packages = "remfunnel", importOptions = DoNotIncludeTests.class)
class DependenciesTest {
    @ArchTest
    static final ArchRule INGEST_KNOWS_NO_OTHER_SERVICE = apart("ingest", "transform", "config");

    @ArchTest
    static final ArchRule TRANSFORM_KNOWS_NO_OTHER_SERVICE = apart("transform", "ingest", "config");

    @ArchTest
    static final ArchRule CONFIG_KNOWS_NO_OTHER_SERVICE = apart("config", "ingest", "transform");

    @ArchTest
    static final ArchRule SCHEMAS_KNOW_NO_SERVICE = apart("schemas", "ingest", "transform", "config");

    @ArchTest
    static final ArchRule THE_SIMULATOR_KNOWS_NOTHING_OF_US =
            apart("simulator", "ingest", "transform", "config", "schemas", "funnel");

    @ArchTest
    static final ArchRule THE_MEANING_IS_PURE = classes()
            .that()
            .resideInAPackage("remfunnel.funnel..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("remfunnel.funnel..", "java..", "tools.jackson.core..");

    private static ArchRule apart(String part, String... others) {
        var packages =
                Arrays.stream(others).map(other -> "remfunnel." + other + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("remfunnel." + part + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
