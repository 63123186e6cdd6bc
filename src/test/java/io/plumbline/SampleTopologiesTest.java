package io.plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.check.Finding;
import io.plumbline.check.Report;
import io.plumbline.file.DesignFile;
import io.plumbline.file.UnreadableDesign;
import io.plumbline.model.Design;
import io.plumbline.topology.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every sample opens, is the design that the code builds, and says exactly what is approved about it.
class SampleTopologiesTest {

    private static final Path FOLDER = Path.of("sample-topologies");

    @Test
    void everyFileIsASampleAndEverySampleAFile() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".plumb"))
                            .sorted().toList();
            assertTrue(!names.isEmpty(), "No sample was found.");
            assertEquals(SampleTopologies.ALL.keySet().stream().map(name -> name + ".plumb").sorted().toList(), names);
        }
    }

    @TestFactory
    Stream<DynamicTest> theFileHoldsTheDesign() {
        return SampleTopologies.ALL.entrySet().stream().map(sample -> DynamicTest.dynamicTest(sample.getKey(),
                () -> holds(sample.getKey(), sample.getValue())));
    }

    private static void holds(String name, Supplier<Design> sample) throws IOException, UnreadableDesign {
        Path file = FOLDER.resolve(name + ".plumb");
        write(name);
        assertEquals(DesignFile.write(sample.get()), Files.readString(file));
        assertEquals(Files.readString(file), DesignFile.write(DesignFile.read(file)));
    }

    private static void write(String name) throws IOException {
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".plumb"), DesignFile.write(SampleTopologies.ALL.get(name).get()));
        }
    }

    @TestFactory
    Stream<DynamicTest> theFindingsAreTheApprovedOnes() {
        return SampleTopologies.ALL.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name,
                        () -> Approved.check("samples/" + name + ".txt", said(name))));
    }

    private static String said(String name) throws IOException, UnreadableDesign {
        write(name);
        Design design = DesignFile.read(FOLDER.resolve(name + ".plumb"));
        Report report = Report.of(design);
        List<String> lines = new ArrayList<>();
        for (Finding finding : report.findings()) {
            lines.add(finding.severity().word() + " " + finding.rule() + finding.variant() + ": " + finding.message());
            finding.because().forEach(sentence -> lines.add("    " + sentence));
        }
        report.withheld().forEach(finding -> lines.add("withheld " + finding.rule() + finding.variant() + ": "
                + finding.message()));
        report.notChecked()
                .forEach(gap -> lines.add("not checked " + gap.rule() + ": " + Names.of(design).of(gap.primary())
                        + ": " + gap.reason()));
        report.toDos().forEach(toDo -> lines.add("to do: " + toDo.text()));
        report.defects().forEach(defect -> lines.add("defect " + defect.rule() + ": " + defect.reason()));
        return String.join("\n", lines) + "\n";
    }
}
