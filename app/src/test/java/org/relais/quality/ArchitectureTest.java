package org.relais.quality;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The house as drawn in docs/architecture.md: who may import whom, and what each room may know. */
class ArchitectureTest {
    private static final String ROOT = "org.relais";
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** Room to the rooms it may import; every room may import itself and the kernel. */
    static final Map<String, List<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("kernel", List.of()),
            Map.entry("journal", List.of()),
            Map.entry("hl7", List.of()),
            Map.entry("access", List.of("journal")),
            Map.entry("care", List.of("journal")),
            Map.entry("command", List.of("journal", "care")),
            Map.entry("feeds", List.of("journal", "hl7", "care")),
            Map.entry("paper", List.of("care", "command")),
            Map.entry("upkeep", List.of("journal", "access", "care", "command", "paper")),
            Map.entry("prepare", List.of("journal", "care")),
            Map.entry("demo", List.of()),
            Map.entry(
                    "web",
                    List.of(
                            "journal",
                            "hl7",
                            "access",
                            "care",
                            "command",
                            "feeds",
                            "paper",
                            "prepare",
                            "upkeep",
                            "demo",
                            "templates")),
            Map.entry(
                    "cli", List.of("journal", "hl7", "access", "care", "command", "feeds", "paper", "upkeep", "demo")),
            Map.entry("templates", List.of("web", "access", "care", "command", "feeds"))));

    static final int KERNEL_TYPES = 40;

    @Test
    void importsFollowTheTable() {
        MAY_IMPORT.forEach((room, others) -> {
            String[] allowed = java.util.stream.Stream.concat(
                            java.util.stream.Stream.of("kernel", room), others.stream())
                    .map(name -> ROOT + "." + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + room + "..")
                    .should()
                    .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(ROOT + "..")
                            .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                    JavaClass.Predicates.resideInAnyPackage(allowed))))
                    .allowEmptyShould(true)
                    .as(room + " imports only " + others)
                    .check(PRODUCT);
        });
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(JavaClass.Predicates.resideInAPackage(ROOT + ".templates.."), alwaysTrue())
                .check(PRODUCT);
    }

    @Test
    void everyRoomIsInTheTable() {
        List<String> rooms = PRODUCT.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1).split("\\.")[0])
                .distinct()
                .filter(room -> !room.equals("wiring"))
                .toList();
        assertThat(MAY_IMPORT.keySet()).containsAll(rooms);
    }

    @Test
    void onlyTheStoreKnowsJdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".journal.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .check(PRODUCT);
    }

    @Test
    void springStaysAtTheEdges() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".web..", ROOT + ".wiring..", ROOT + ".access.spring..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta.servlet..")
                .check(PRODUCT);
    }

    @Test
    void librariesStayInTheirRooms() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".paper..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.openpdf..", "com.google.zxing..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".journal..", ROOT + ".access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bouncycastle..")
                .check(PRODUCT);
    }

    @Test
    void theKernelStaysSmallAndDoesNoWork() {
        List<String> types = PRODUCT.stream()
                .filter(type -> type.getPackageName().equals(ROOT + ".kernel"))
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .toList();
        assertThat(types).hasSizeLessThanOrEqualTo(KERNEL_TYPES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
                .check(PRODUCT);
    }

    @Test
    void noClassIsNamedForNothing() {
        classes()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Dto|Service)")
                .check(PRODUCT);
    }
}
