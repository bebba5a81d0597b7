package io.hackhub.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.hackhub.core.shared.JsonSerializable;
import org.junit.jupiter.api.Test;

class PackageRulesTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.hackhub.core");

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("io.hackhub.core.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void coreKnowsNoHttp() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.pekko.http..", "io.hackhub.http..", "io.netty..")
                .check(CORE);
    }

    @Test
    void nothingOfOursTouchesSlick() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("slick..").check(CORE);
    }

    @Test
    void storedTypesAreRecordsEnumsOrSealedInterfaces() {
        classes()
                .that()
                .areAssignableTo(JsonSerializable.class)
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .check(CORE);
    }
}
