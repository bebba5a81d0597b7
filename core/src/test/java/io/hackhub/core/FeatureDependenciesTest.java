package io.hackhub.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The map of the code: which feature may import which. A new arrow is a decision, made here and in ARCHITECTURE.md.
class FeatureDependenciesTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.hackhub.core");

    private static final Map<String, List<String>> MAY_IMPORT = new LinkedHashMap<>();

    static {
        allow("shared");
        allow("access");
        allow("projection");
        allow("account", "access");
        allow("organization", "account", "access");
        allow("live", "access");
        allow("room", "live", "access");
        allow("session", "room", "live");
        allow("hackathon", "room", "live", "account", "organization", "access", "projection");
        allow("team", "hackathon", "room", "live", "account", "access", "projection");
        allow("judging", "hackathon", "team", "live", "access", "projection");
        allow("announcement", "hackathon", "team", "room", "live", "account", "access", "projection");
        allow("statistics", "room");
        allow("adapter", "account");
    }

    private static void allow(String feature, String... others) {
        MAY_IMPORT.put(
                feature,
                Stream.concat(Stream.of("shared"), Stream.of(others)).distinct().toList());
    }

    @Test
    void everyFeatureImportsOnlyWhatTheMapAllows() {
        var map = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (var feature : MAY_IMPORT.keySet()) {
            map = map.layer(feature).definedBy("io.hackhub.core." + feature + "..");
        }
        for (var entry : MAY_IMPORT.entrySet()) {
            map = map.whereLayer(entry.getKey())
                    .mayOnlyAccessLayers(entry.getValue().toArray(String[]::new));
        }
        map.check(CORE);
    }

    @Test
    void everyPackageIsOnTheMap() {
        classes()
                .should()
                .resideInAnyPackage(MAY_IMPORT.keySet().stream()
                        .map(feature -> "io.hackhub.core." + feature + "..")
                        .toArray(String[]::new))
                .check(CORE);
    }
}
