package io.plumbline;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The package diagram, executable. To allow a new dependency, add it to the table; there are no exemptions.
///
/// Every law is also tried on [io.plumbline.planted], classes that break it on purpose, and must name just those.
class ArchitectureTest {
    private static final Set<String> JACKSON = Set.of("tools.jackson", "com.fasterxml.jackson.annotation");
    private static final Set<String> JAVA_DESKTOP = Set.of("java.awt", "javax.imageio");
    private static final Set<String> WINDOW =
            Set.of("javafx", "org.controlsfx", "impl.org.controlsfx", "atlantafx", "org.commonmark");

    /// What a package may use besides itself and `java.base`. A package stands for its sub-packages.
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("model", Set.of("org.pcollections")),
            entry("catalog", and(JACKSON, "model")),
            entry("edit", Set.of("model", "org.pcollections")),
            entry("topology", Set.of("model")),
            entry("predict", Set.of("model", "topology")),
            entry("check", Set.of("model", "edit", "topology", "predict")),
            entry("layout", Set.of("model", "edit", "topology", "diagram", "org.eclipse.elk")),
            entry("settings", and(JACKSON, "model", "file")),
            entry("cli", Set.of("model", "catalog", "edit", "topology", "predict", "check", "layout", "settings",
                    "diagram", "runbook", "file", "importer", "exporter", "lesson", "picocli", "com.github.difflib")),
            entry("diagram", Set.of("model", "topology", "org.pcollections")),
            entry("runbook", Set.of("model", "edit", "topology", "predict", "check", "diagram")),
            entry("file", and(JACKSON, "model", "org.pcollections")),
            entry("importer", and(JACKSON, "model", "edit", "catalog", "topology")),
            entry("exporter", and(and(JACKSON, JAVA_DESKTOP), "model", "edit", "topology", "predict", "check",
                    "runbook", "diagram", "org.commonmark")),
            entry("lesson", Set.of("model", "edit", "predict", "check", "file")),
            entry("workbench", Set.of("model", "edit", "topology", "predict", "check", "lesson", "settings",
                    "javafx.beans")),
            entry("ui", and(WINDOW, "model", "catalog", "edit", "topology", "predict", "check", "layout", "settings",
                    "diagram", "runbook", "file", "importer", "exporter", "lesson", "workbench")));

    /// The rest of `java.*` (windows, databases, the network, other people's beans) belongs to no package by default.
    private static final Pattern JAVA_BASE = Pattern.compile(
            "java\\.(io|lang|math|net|nio|security|text|time|util)\\.(?!logging\\.|prefs\\.|http\\.).*");

    private static final Pattern FORBIDDEN_NAME =
            Pattern.compile("Abstract.*|.*(Manager|Helper|Utils?|Impl)");

    private static final House PRODUCT = House.of("io.plumbline", new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.plumbline"));
    private static final House PLANTED = House.of("io.plumbline.planted",
            new ClassFileImporter().importPackages("io.plumbline.planted"));

    @Test
    void theScanSeesTheProgram() {
        assertTrue(PRODUCT.names().contains("io.plumbline.Main"));
        assertTrue(PRODUCT.names().contains("io.plumbline.model.Design"));
        assertTrue(PRODUCT.names().stream().noneMatch(name -> name.endsWith("Test")));
    }

    @TestFactory
    List<DynamicTest> packagesUseOnlyWhatTheTableAllows() {
        return MAY_USE.keySet().stream().sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> assertEquals(List.of(), PRODUCT.forbiddenUses(name))))
                .toList();
    }

    @Test
    void everyPackageIsInTheTable() {
        assertEquals(Set.of(), without(PRODUCT.packages(), MAY_USE.keySet()));
    }

    @Test
    void theTableNamesOnlyWhatItHas() {
        var own = MAY_USE.values().stream().flatMap(Set::stream).filter(name -> !name.contains("."))
                .filter(name -> !Set.of("javafx", "atlantafx", "picocli").contains(name)).collect(Collectors.toSet());
        assertEquals(Set.of(), without(own, MAY_USE.keySet()));
    }

    @Test
    void packagesFormNoCycle() {
        assertEquals(List.of(), PRODUCT.cycle());
    }

    @Test
    void themesOfRulesDoNotKnowEachOther() {
        assertEquals(List.of(), PRODUCT.usesBetweenThemes());
    }

    @Test
    void theModelIsDataOnly() {
        assertEquals(List.of(), PRODUCT.behaviourIn("model"));
    }

    /// The validator is the one that follows edits, with what it keeps: decision 6.
    @Test
    void nothingChangesOnceMade() {
        assertEquals(List.of("check.Validator", "topology.Readers", "topology.Topology"), PRODUCT
                .variablesIn("model", "edit", "topology", "predict", "check", "diagram", "runbook").stream()
                .map(variable -> variable.substring(0, variable.lastIndexOf('.'))).distinct().toList());
    }

    @Test
    void nobodyButMainReadsTheClock() {
        assertEquals(List.of(), PRODUCT.readersOfTheClock());
    }

    @Test
    void namesSayWhatAThingIs() {
        assertEquals(List.of(), PRODUCT.emptyNames());
    }

    @Test
    void aPlantedUseIsFound() {
        assertEquals(List.of("model.Circle -> java.awt.Color", "model.Circle -> javafx.geometry.Point2D"),
                PLANTED.forbiddenUses("model"));
        assertEquals(List.of("edit.Clocked -> unlisted.Stray"), PLANTED.forbiddenUses("edit"));
    }

    @Test
    void aPlantedPackageIsFound() {
        assertEquals(Set.of("unlisted"), without(PLANTED.packages(), MAY_USE.keySet()));
    }

    @Test
    void aPlantedCycleIsFound() {
        assertEquals(List.of("edit", "unlisted"), PLANTED.cycle());
    }

    @Test
    void aPlantedAcquaintanceOfThemesIsFound() {
        assertEquals(List.of("check.nlb.Gossip -> check.mtu.Gossiped"), PLANTED.usesBetweenThemes());
    }

    @Test
    void plantedBehaviourIsFound() {
        assertEquals(List.of("model.Circle"), PLANTED.behaviourIn("model"));
    }

    @Test
    void aPlantedVariableIsFound() {
        assertEquals(List.of("model.Circle.radius"), PLANTED.variablesIn("model", "edit"));
    }

    @Test
    void plantedLooksAtTheClockAreFound() {
        assertEquals(List.of("edit.Clocked: java.lang.System.currentTimeMillis()",
                "edit.Clocked: java.time.Clock.systemUTC()", "edit.Clocked: java.time.Instant.now()",
                "edit.Clocked: java.time.LocalDate.now(java.time.ZoneId)", "edit.Clocked: java.util.Date.<init>()"),
                PLANTED.readersOfTheClock());
    }

    @Test
    void aPlantedEmptyNameIsFound() {
        assertEquals(List.of("unlisted.StrayManager"), PLANTED.emptyNames());
    }

    private static Set<String> and(Set<String> some, String... more) {
        return and(some, Set.of(more));
    }

    private static Set<String> and(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static SortedSet<String> without(Set<String> some, Set<String> less) {
        var rest = new TreeSet<>(some);
        rest.removeAll(less);
        return rest;
    }

    /// All classes under one root, and what speaks against them. Classes are named from the root on.
    private record House(String root, List<JavaClass> classes) {
        /// A class in no package below the root (`Main`) belongs to none of them and may use all.
        private static final String ROOM_OF_ITS_OWN = "";

        static House of(String root, JavaClasses classes) {
            return new House(root, classes.stream().filter(c -> (c.getPackageName() + ".").startsWith(root + "."))
                    .filter(c -> !c.getSimpleName().equals("package-info") && !c.getName().equals("module-info"))
                    .sorted((a, b) -> a.getName().compareTo(b.getName())).toList());
        }

        SortedSet<String> names() {
            return classes.stream().map(JavaClass::getName).collect(Collectors.toCollection(TreeSet::new));
        }

        SortedSet<String> packages() {
            var packages = classes.stream().map(c -> packageOf(c.getName()))
                    .collect(Collectors.toCollection(TreeSet::new));
            packages.remove(ROOM_OF_ITS_OWN);
            return packages;
        }

        List<String> forbiddenUses(String name) {
            return uses().filter(d -> packageOf(d.getOriginClass().getName()).equals(name))
                    .filter(d -> !isAllowed(name, target(d).getName())).map(this::text).distinct().sorted().toList();
        }

        private boolean isAllowed(String origin, String target) {
            return isOwn(target)
                    ? packageOf(target).equals(origin) || MAY_USE.get(origin).contains(packageOf(target))
                    : JAVA_BASE.matcher(target).matches()
                            || MAY_USE.get(origin).stream().anyMatch(prefix -> target.startsWith(prefix + "."));
        }

        /// The packages of one cycle, if there is one: what remains when all that use nothing that remains are gone.
        List<String> cycle() {
            SortedMap<String, Set<String>> uses = new TreeMap<>();
            packages().forEach(name -> uses.put(name, new TreeSet<>()));
            uses().filter(d -> isOwn(target(d).getName())).forEach(d -> {
                var origin = packageOf(d.getOriginClass().getName());
                var target = packageOf(target(d).getName());
                if (!origin.equals(target) && uses.containsKey(origin)) {
                    uses.get(origin).add(target);
                }
            });
            while (uses.values().removeIf(targets -> targets.stream().noneMatch(uses::containsKey))) {
                // Each round frees those that used only what the last one removed.
            }
            while (uses.keySet().removeIf(name -> uses.values().stream().noneMatch(t -> t.contains(name)))) {
                // And those that nothing in the cycle uses are no part of it.
            }
            return List.copyOf(uses.keySet());
        }

        List<String> usesBetweenThemes() {
            return uses().filter(d -> isTheme(d.getOriginClass()) && isTheme(target(d)))
                    .filter(d -> !d.getOriginClass().getPackageName().equals(target(d).getPackageName()))
                    .map(this::text).distinct().sorted().toList();
        }

        private boolean isTheme(JavaClass type) {
            return type.getPackageName().startsWith(root + ".check.");
        }

        /// An anonymous class is part of the one it is written in.
        List<String> behaviourIn(String name) {
            return in(name).filter(c -> !c.isRecord() && !c.isInterface() && !isEnum(c))
                    .filter(c -> !c.isAnonymousClass()).map(this::text).toList();
        }

        private static boolean isEnum(JavaClass type) {
            return type.isEnum() || type.getRawSuperclass().map(JavaClass::isEnum).orElse(false);
        }

        /// A private class is a tool of the one around it and is handed to nobody.
        List<String> variablesIn(String... names) {
            return Stream.of(names).flatMap(this::in).filter(c -> !c.getModifiers().contains(JavaModifier.PRIVATE))
                    .flatMap(c -> c.getFields().stream())
                    .filter(f -> !f.getModifiers().contains(JavaModifier.FINAL))
                    .filter(f -> !f.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .map(f -> text(f.getOwner()) + "." + f.getName()).sorted().toList();
        }

        List<String> readersOfTheClock() {
            var readers = new ArrayList<String>();
            for (var type : classes) {
                type.getCodeUnitAccessesFromSelf().stream().filter(access -> !packageOf(type.getName()).isEmpty())
                        .filter(access -> readsTheClock(access.getTargetOwner().getName(), access.getName(),
                                access.getTarget().getRawParameterTypes().stream().map(JavaClass::getName).toList()))
                        .map(access -> text(type) + ": " + access.getTarget().getFullName())
                        .forEach(readers::add);
            }
            return readers.stream().distinct().sorted().toList();
        }

        /// `System.nanoTime` is no clock: it measures how long something took. A `now` that is handed a clock is none
        /// either.
        private static boolean readsTheClock(String owner, String name, List<String> parameters) {
            return switch (owner) {
                case "java.lang.System" -> name.equals("currentTimeMillis");
                case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
                case "java.util.Date" -> name.equals("<init>") && parameters.isEmpty();
                case "java.util.Calendar" -> name.equals("getInstance");
                default -> owner.startsWith("java.time.") && name.equals("now")
                        && !parameters.equals(List.of(Clock.class.getName()));
            };
        }

        List<String> emptyNames() {
            return classes.stream().filter(c -> FORBIDDEN_NAME.matcher(c.getSimpleName()).matches())
                    .map(this::text).toList();
        }

        private Stream<JavaClass> in(String name) {
            return classes.stream().filter(c -> packageOf(c.getName()).equals(name))
                    .filter(c -> !c.getModifiers().contains(JavaModifier.SYNTHETIC));
        }

        private Stream<Dependency> uses() {
            return classes.stream().flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                    .filter(d -> !target(d).isPrimitive());
        }

        private static JavaClass target(Dependency dependency) {
            return dependency.getTargetClass().getBaseComponentType();
        }

        private boolean isOwn(String name) {
            return name.startsWith(root + ".");
        }

        private String packageOf(String name) {
            var parts = name.substring(root.length() + 1).split("\\.");
            return parts.length == 1 ? ROOM_OF_ITS_OWN : parts[0];
        }

        private String text(Dependency dependency) {
            return text(dependency.getOriginClass()) + " -> " + text(target(dependency));
        }

        private String text(JavaClass type) {
            return isOwn(type.getName()) ? type.getName().substring(root.length() + 1) : type.getName();
        }
    }
}
