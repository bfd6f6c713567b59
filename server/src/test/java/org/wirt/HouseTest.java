package org.wirt;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.wirt.operation.Rehearsed;
import org.wirt.operation.Verb;
import org.wirt.speech.Texts;

/// Keeps the picture of the house true: what each room may use, what a door may know, what every verb must say. Each
/// failure says what to write instead.
class HouseTest {

    private static final Set<String> DOORS = Set.of("web", "rest", "xml", "restv2");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.wirt", "jte.wirt");

    @Test
    void everyRoomUsesOnlyWhatItDeclaresAndNothingRunsInARing() {
        ApplicationModules.of(Wirt.class).verify();
    }

    @Test
    @Tag(Golden.TAG)
    void theHouseLooksLikeItsPicture() {
        Golden.check(Path.of("../docs/rooms.svg"), new RoomsPicture(Rooms.all()).svg());
    }

    @Test
    void valueIsPlainJava() {
        classes()
                .that()
                .resideInAPackage("org.wirt.value")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.wirt.value")
                .because("values are spoken in every room, also in those without Spring or a database; "
                        + "move what needs more into the room that needs it")
                .check(CLASSES);
    }

    @Test
    void doorsDoNotKnowEachOtherNorTheServers() {
        for (var room : Rooms.all()) {
            if (!DOORS.contains(room.name())) continue;
            assertThat(room.uses())
                    .as("door %s: what two doors share belongs in a room below them", room.name())
                    .doesNotContain("engine")
                    .doesNotContainAnyElementsOf(DOORS);
        }
    }

    /// Values are every room's; elsewhere a type is public because another package, a page or a public type of its own
    /// room names it.
    @Test
    void publicMeansUsedOutsideTheRoom() {
        var all = new ClassFileImporter().importPackages("org.wirt", "jte.wirt");
        var lonely = all.stream()
                .filter(HouseTest::isPublicFace)
                .filter(type -> type.getDirectDependenciesToSelf().stream()
                        .map(Dependency::getOriginClass)
                        .map(HouseTest::outermost)
                        .noneMatch(user -> !user.equals(type)
                                && (user.getModifiers().contains(JavaModifier.PUBLIC)
                                        || !user.getPackageName().equals(type.getPackageName()))))
                .map(JavaClass::getName)
                .sorted()
                .toList();

        assertThat(lonely)
                .as("public types that only their own package uses; write `class` instead of `public class`")
                .isEmpty();
    }

    private static boolean isPublicFace(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.isTopLevelClass()
                && type.getPackageName().startsWith("org.wirt.")
                && !type.getPackageName().startsWith("org.wirt.schema")
                && !type.getPackageName().equals("org.wirt.value")
                && type.getSource()
                        .map(source -> source.getUri().getPath().contains("/classes/"))
                        .orElse(false)
                && type.tryGetMethod("main", String[].class).isEmpty();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseTest::outermost).orElse(type);
    }

    @Test
    void everyVerbSpeaksGermanAndEnglish() {
        var missing = new ArrayList<String>();
        for (var language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            var texts = Texts.load(language);
            for (var verb : verbs()) {
                for (var key : List.of("verb.", "web.heading.one.", "web.heading.many.", "web.done.", "web.job.")) {
                    if (!texts.has(key + verb)) missing.add(language + ": " + key + verb);
                }
            }
        }
        assertThat(missing)
                .as("lines to add to the message files of the verb's page family")
                .isEmpty();
    }

    private static Set<String> verbs() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Verb.class))
                .map(type -> type.getAnnotationOfType(Verb.class).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A rehearsal is rolled back, which brings back no file.
    @Test
    void whatIsRehearsedTouchesNoFolder() {
        noClasses()
                .that()
                .implement(Rehearsed.class)
                .should()
                .transitivelyDependOnClassesThat()
                .haveFullyQualifiedName("org.wirt.hosting.Homes")
                .because(
                        "what a preview does is taken back by the database alone; do not mark a verb as Rehearsed that "
                                + "makes or removes folders")
                .check(CLASSES);
    }

    @Test
    void everyTableHasOneRoom() {
        var owners = new TreeMap<String, List<String>>();
        for (var migration : Migration.all()) {
            for (var table : migration.tables()) {
                owners.computeIfAbsent(table, _ -> new ArrayList<>()).add(migration.room());
            }
        }
        var rooms = Rooms.all().stream().map(Rooms.Room::name).collect(Collectors.toSet());

        assertThat(owners).isNotEmpty();
        owners.forEach((table, room) -> assertThat(room)
                .as("table %s: name its migration V00NN__<room>_<what>.sql after the one room that owns it", table)
                .hasSize(1)
                .allMatch(rooms::contains));
    }
}
