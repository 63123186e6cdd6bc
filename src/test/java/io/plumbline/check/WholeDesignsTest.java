package io.plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.file.DesignFile;
import io.plumbline.file.UnreadableDesign;
import io.plumbline.model.Design;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A false alarm is a defect: nothing is said about the designs in `never-flag`, and what is broken in those of `must-flag`
/// is found. The reason is the name of the file. Running with `-Dapprove=true` writes the files anew.
class WholeDesignsTest {

    private static final Path NEVER = Path.of("src/test/resources/never-flag");
    private static final Path MUST = Path.of("src/test/resources/must-flag");
    private static final Pattern RULE = Pattern.compile("[A-Z]+[0-9]{3} ");

    @TestFactory
    Stream<DynamicTest> nothingIsSaidAboutASoundDesign() throws IOException {
        return designs(NEVER, WholeDesigns.SOUND, file -> assertEquals(List.of(),
                report(file).findings().stream().map(WholeDesignsTest::line).toList()));
    }

    @TestFactory
    Stream<DynamicTest> whatIsBrokenIsFoundAndNothingElse() throws IOException {
        return designs(MUST, WholeDesigns.BROKEN, file -> {
            Set<String> expected = rules(file.getFileName().toString());
            assertFalse(expected.isEmpty(), "The name of the file begins with no rule.");
            Report report = report(file);
            assertEquals(expected, report.findings().stream().filter(each -> each.severity() != Severity.ADVICE)
                    .map(Finding::rule).collect(Collectors.toCollection(TreeSet::new)),
                    () -> report.findings().stream().map(WholeDesignsTest::line).collect(Collectors.joining("\n")));
        });
    }

    private static Set<String> rules(String name) {
        Set<String> rules = new TreeSet<>();
        Matcher matcher = RULE.matcher(name);
        while (matcher.lookingAt()) {
            rules.add(matcher.group().strip());
            matcher.region(matcher.end(), name.length());
        }
        return rules;
    }

    private interface Judge {
        void judge(Path file) throws IOException, UnreadableDesign;
    }

    private static Stream<DynamicTest> designs(Path folder, Map<String, Supplier<Design>> built, Judge judge)
            throws IOException {
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(folder);
            for (Map.Entry<String, Supplier<Design>> each : built.entrySet()) {
                Files.writeString(folder.resolve(each.getKey() + ".plumb"), DesignFile.write(each.getValue().get()));
            }
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(".plumb")).sorted().toList();
        }
        assertFalse(files.isEmpty(), () -> "No design was found in " + folder + ".");
        assertTrue(files.stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet())
                .containsAll(built.keySet().stream().map(name -> name + ".plumb").toList()), "A design has no file.");
        return files.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(),
                () -> judge.judge(file)));
    }

    private static Report report(Path file) throws IOException, UnreadableDesign {
        Report report = Report.of(DesignFile.read(file));
        assertEquals(List.of(), report.defects());
        return report;
    }

    private static String line(Finding finding) {
        return finding.severity().word() + " " + finding.rule() + finding.variant() + ": " + finding.message();
    }
}
