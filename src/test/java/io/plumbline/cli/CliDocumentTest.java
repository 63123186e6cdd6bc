package io.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.check.Finding;
import io.plumbline.check.NotChecked;
import io.plumbline.check.Report;
import io.plumbline.check.ToDo;
import io.plumbline.exporter.CheckedFile;
import io.plumbline.exporter.FindingsJson;
import io.plumbline.file.DesignFile;
import io.plumbline.file.UnreadableDesign;
import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds `src/docs/cli.md` against the program: every command, every option, every field, and nothing else.
class CliDocumentTest {
    private static final Path DOCUMENT = Path.of("src/docs/cli.md");
    private static final Path LIVE_MIGRATION = Path.of("sample-topologies/live-migration-any-network.plumb");
    private static final Path JUMBO = Path.of("sample-topologies/jumbo-mixed-switches.plumb");

    /// Their names are values.
    private static final Set<String> OPEN = Set.of("facts", "otherCauses");

    private static String section(String heading) throws IOException {
        String document = Files.readString(DOCUMENT);
        int start = document.indexOf("\n## " + heading);
        assertTrue(start > 0, "There is no section \"" + heading + "\".");
        int end = document.indexOf("\n## ", start + 1);
        return document.substring(start, end < 0 ? document.length() : end);
    }

    private static TreeSet<String> documented(String heading) throws IOException {
        TreeSet<String> fields = new TreeSet<>();
        Matcher row = Pattern.compile("(?m)^\\| `([^`]+)` \\| .+ \\|$").matcher(section(heading));
        while (row.find()) {
            fields.add(row.group(1));
        }
        return fields;
    }

    private static JsonNode plumbline(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Plumbline.run(Clock.systemUTC(), new PrintStream(out, true, StandardCharsets.UTF_8), System.err, args);
        return new JsonMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private static void collect(JsonNode node, String path, String name, Set<String> fields) {
        if (node.isArray()) {
            for (JsonNode item : node) {
                collect(item, path + "[]", "", fields);
            }
        } else if (node.isObject() && !OPEN.contains(name)) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                collect(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                        field.getKey(), fields);
            }
        } else {
            fields.add(path);
        }
    }

    @Test
    void everyCommandAndEveryOptionIsDescribed() throws IOException {
        List<String> missing = new ArrayList<>();
        int options = describe(Plumbline.commands(Clock.systemUTC()).getCommandSpec(), "plumbline",
                missing);
        assertEquals(List.of(), missing);
        assertTrue(options > 10, options + " options");
    }

    private static int describe(CommandSpec command, String name, List<String> missing) throws IOException {
        int options = 0;
        for (Map.Entry<String, CommandLine> each : command.subcommands().entrySet()) {
            CommandSpec spec = each.getValue().getCommandSpec();
            String called = name + " " + each.getKey();
            options += describe(spec, called, missing);
            if (!spec.subcommands().isEmpty()) {
                continue;
            }
            String section = section(called);
            for (OptionSpec option : spec.options()) {
                options++;
                if (!section.contains("`" + option.longestName() + "`")
                        && !Set.of("--help", "--version").contains(option.longestName())) {
                    missing.add(called + " " + option.longestName());
                }
            }
        }
        return options;
    }

    @Test
    void everyFieldOfValidateIsDescribed() throws IOException, UnreadableDesign {
        Design design = DesignFile.read(LIVE_MIGRATION);
        Report plain = Report.of(design);
        Id host = new Id("h-1");
        Finding finding = plain.findings().getFirst();
        AcceptedRisk risk = AcceptedRisk.of(new Id("r-1"), "");
        Report full = new Report(design, List.of(finding.because("because of that")),
                List.of(new Report.Accepted(finding.because("because of that"), risk, false)), List.of(),
                List.of(new NotChecked("LM003", host, "needs more")), List.of(new ToDo(host, "cable it")),
                List.of(new Report.Defect("LM003", "fell over")));
        JsonNode json = new JsonMapper().readTree(
                FindingsJson.write(List.of(new CheckedFile("a.plumb", full, Map.of())), "0"));
        Set<String> written = new TreeSet<>();
        collect(json, "", "", written);
        // What an accepted finding shares with any other is said once.
        Set<String> shared = new TreeSet<>();
        written.stream().filter(path -> path.startsWith("files[].findings[]"))
                .forEach(path -> shared.add(path.replace("findings[]", "accepted[]")));
        assertTrue(written.containsAll(shared));
        written.removeAll(shared);
        written.add("files[].accepted[]");
        assertEquals(written, documented("plumbline validate"));
    }

    @Test
    void everyFieldOfALiveMigrationIsDescribed() throws IOException {
        Set<String> written = new TreeSet<>();
        for (String[] pair : List.of(new String[]{"h-1", "h-2"}, new String[]{"h-2", "h-1"})) {
            for (Path design : List.of(LIVE_MIGRATION, Path.of("sample-topologies/two-node-converged-set.plumb"))) {
                collect(plumbline("simulate", "live-migration", design.toString(), "--from", pair[0], "--to", pair[1],
                        "--format", "json"), "", "", written);
            }
        }
        assertEquals(written, documented("plumbline simulate live-migration"));
    }

    @Test
    void everyFieldOfAnMtuProbeIsDescribed() throws IOException {
        Set<String> written = new TreeSet<>();
        collect(plumbline("simulate", "mtu", JUMBO.toString(), "--from", "HV1", "--to", "HV3", "--size", "9000",
                "--format", "json"), "", "", written);
        assertEquals(written, documented("plumbline simulate mtu"));
    }
}
