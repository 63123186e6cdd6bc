package io.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.check.Report;
import io.plumbline.exporter.CheckedFile;
import io.plumbline.exporter.FindingsJson;
import io.plumbline.exporter.FindingsSarif;
import io.plumbline.exporter.Fix;
import io.plumbline.file.DesignFile;
import io.plumbline.file.UnreadableDesign;
import io.plumbline.model.About;
import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.RuleLevel;
import io.plumbline.model.RuleSetting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The page about the command line says everything that there is, and nothing that there is not.
class CommandLineDocumentTest {

    private static final Path PAGE = Path.of("src/docs/cli.md");
    private static final String SAMPLES = "sample-topologies/";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|.*");

    @TempDir
    private Path folder;

    private record Outcome(int exit, String text) {}

    private static Outcome plumbline(String... args) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        int exit = Plumbline.run(CLOCK, both, both, args);
        return new Outcome(exit, both.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    private static String json(String... args) {
        return plumbline(Stream.concat(Arrays.stream(args), Stream.of("--format", "json")).toArray(String[]::new))
                .text();
    }

    /// The part of the page under a heading, up to the next of the same level or above.
    private static String section(String heading) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("\n" + heading + "\n");
        assertTrue(start >= 0, () -> PAGE + " has no heading \"" + heading + "\".");
        String rest = page.substring(start + heading.length() + 2);
        String level = heading.substring(0, heading.indexOf(' '));
        return Pattern.compile("(?m)^#{2," + level.length() + "} ").split(rest, 2)[0];
    }

    private static SortedSet<String> rows(String section) {
        return section.lines().map(ROW::matcher).filter(matcher -> matcher.matches()).map(matcher -> matcher.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Every path of a JSON value: "files[].counts.error". Values by a name of their own are "facts.*".
    private static void collect(JsonNode node, String path, SortedSet<String> paths) {
        if (!path.isEmpty()) {
            paths.add(path);
        }
        if (node.isArray()) {
            node.forEach(each -> collect(each, path + "[]", paths));
        }
        boolean open = path.endsWith(".facts") || path.endsWith(".otherCauses");
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            collect(field.getValue(), (path.isEmpty() ? "" : path + ".") + (open ? "*" : field.getKey()), paths);
        }
    }

    private static SortedSet<String> paths(String... jsons) {
        SortedSet<String> paths = new TreeSet<>();
        for (String json : jsons) {
            collect(new ObjectMapper().readTree(json), "", paths);
        }
        return paths;
    }

    /// What a row may leave to another: containers, and the fields of a part that has those of one described above.
    private static SortedSet<String> withoutParts(SortedSet<String> paths, Map<String, String> twinByPart) {
        SortedSet<String> left = new TreeSet<>();
        for (String path : paths) {
            String own = path;
            for (Map.Entry<String, String> twin : twinByPart.entrySet()) {
                if (path.startsWith(twin.getKey() + ".")
                        && paths.contains(twin.getValue() + path.substring(twin.getKey().length()))) {
                    own = twin.getValue() + path.substring(twin.getKey().length());
                }
            }
            left.add(own);
        }
        return left;
    }

    /// Rows for leaves are demanded; rows for what holds others are welcome.
    private static void assertDescribed(SortedSet<String> paths, SortedSet<String> rows) {
        SortedSet<String> leaves = new TreeSet<>(paths);
        leaves.removeIf(path -> !path.endsWith(".*") && paths.stream()
                .anyMatch(other -> other.startsWith(path + ".") || other.startsWith(path + "[]")));
        SortedSet<String> missing = new TreeSet<>(leaves);
        missing.removeAll(rows);
        assertEquals(new TreeSet<>(), missing, "fields that the page does not describe");
        SortedSet<String> invented = new TreeSet<>(rows);
        invented.removeAll(paths);
        assertEquals(new TreeSet<>(), invented, "fields that the page describes and no output has");
    }

    /// All that a report can hold: findings, an accepted risk, things to do, gaps, and a rule that failed.
    private static CheckedFile everything() throws UnreadableDesign {
        Design design = DesignFile.read(Path.of(SAMPLES + "live-migration-any-network.plumb"));
        var risky = Report.of(design).findings().getFirst();
        Element risk = new AcceptedRisk(new Id("ar-1"), About.of(""), risky.rule(), Attribute.of(risky.variant()),
                List.copyOf(risky.elements()), Attribute.unset(), "Known, and measured twice.", "A. Architect",
                Attribute.unset(), Attribute.unset(), Attribute.unset());
        Element old = new AcceptedRisk(new Id("ar-2"), About.of(""), "LM014", Attribute.unset(),
                List.of(risky.primary()), Attribute.unset(), "It was slow once.", "A. Architect", Attribute.unset(),
                Attribute.unset(), Attribute.unset());
        Design more =
                design.with(risk, old, Host.of(new Id("h-9"), "HV9"),
                        PhysicalNic.of(new Id("n-9"), "NIC", new Id("h-9")),
                        Element.with(design.element(new Id("n-11")), "jumboPacket", Attribute.unknown()));
        Report report = Report.of(more.with(Element.with(more.project(), "ruleSettings",
                List.of(RuleSetting.of("HA001", RuleLevel.ADVICE, "The second switch is ordered.")))));
        assertEquals(1, report.accepted().size());
        assertEquals(1, report.unneeded().size());
        assertEquals(1, report.tuned().size());
        Report all =
                new Report(report.design(), report.findings(), report.accepted(), report.unneeded(), report.withheld(),
                        report.notChecked(), report.tuned(), report.toDos(),
                        List.of(new Report.Defect("LM001", "It stumbled.")));
        return new CheckedFile("design.plumb", all, Map.of(risky.primary(), 12), Map.of(all.findings().getFirst(),
                List.of(new Fix("Mend it", List.of(new Fix.Replacement(12, 1, "x"))))));
    }

    private static List<CheckedFile> samples() throws IOException {
        List<CheckedFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(Path.of(SAMPLES))) {
            for (Path path : paths.filter(each -> each.toString().endsWith(".plumb")).sorted().toList()) {
                Input input = Input.read(path.toString(), System.in);
                files.add(new CheckedFile(input.name(), Report.of(input.design()), input.lineById()));
            }
        }
        return files;
    }

    @Test
    void everyFieldOfTheFindingsIsDescribed() throws Exception {
        SortedSet<String> paths = paths(FindingsJson.write(List.of(everything()), "1"),
                FindingsJson.write(samples(), "1"));
        assertDescribed(withoutParts(paths, Map.of("files[].accepted[]", "files[].findings[]")),
                rows(section("### JSON")));
    }

    @Test
    void everyFieldOfSarifIsDescribed() throws Exception {
        String sarif = FindingsSarif.write(List.of(everything()), "1");
        SortedSet<String> paths = new TreeSet<>();
        new ObjectMapper().readTree(sarif).path("runs").forEach(run -> collect(run, "", paths));
        assertDescribed(paths, rows(section("### SARIF")));
    }

    @Test
    void everyFieldOfALiveMigrationIsDescribed() throws IOException {
        String sample = SAMPLES + "live-migration-any-network.plumb";
        assertDescribed(paths(json("simulate", "live-migration", sample, "--from", "HV1", "--to", "HV2"),
                json("simulate", "live-migration", SAMPLES + "jumbo-repaired.plumb", "--from", "HV1", "--to", "HV2"),
                json("simulate", "live-migration", SAMPLES + "two-node-converged-set.plumb", "--from", "HV1", "--to",
                        "HV2")),
                rows(section("## plumbline simulate live-migration")));
    }

    @Test
    void everyFieldOfAPingIsDescribed() throws IOException {
        SortedSet<String> paths = paths(json("simulate", "mtu", SAMPLES + "jumbo-mixed-switches.plumb", "--from", "HV1",
                "--to", "HV3", "--size", "9572"));
        assertDescribed(
                withoutParts(paths, Map.of("ways[].hops[]", "ways[].sends", "ways[].takes", "ways[].sends")),
                rows(section("## plumbline simulate mtu")));
    }

    @Test
    void everyCommandOptionAndWordIsDescribed() throws IOException {
        List<CommandLine> commands = Plumbline.everyCommand(Plumbline.commands(CLOCK)).skip(1).toList();
        assertTrue(commands.size() > 9, "All commands are looked at.");
        List<String> missing = new ArrayList<>();
        for (CommandLine line : commands) {
            CommandSpec command = line.getCommandSpec();
            String section = section("## " + command.qualifiedName());
            for (ArgSpec each : command.args()) {
                String name = each instanceof OptionSpec option ? option.longestName() : each.paramLabel();
                boolean common = List.of("--help", "--version").contains(name);
                if (!common && !section.contains("`" + name + "`")) {
                    missing.add(command.qualifiedName() + " " + name);
                }
                if (each.typeInfo().isEnum() || each.completionCandidates() != null) {
                    each.completionCandidates().forEach(word -> {
                        if (!section.contains("`" + word + "`")) {
                            missing.add(command.qualifiedName() + " " + name + " " + word);
                        }
                    });
                }
            }
        }
        assertEquals(List.of(), missing);
        String common = section("## Common to all commands");
        Stream.of("`-h`", "`--help`", "`-V`", "`--version`", "| 0 |", "| 1 |", "| 2 |", "| 3 |")
                .forEach(each -> assertTrue(common.contains(each), each));
    }

    /// An example is a line `$ plumbline ...` with what comes out below it; "..." stands for anything, OUT for a folder.
    @Test
    void everyExampleDoesWhatThePageShows() throws IOException {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (String block : Files.readString(PAGE).split("```console\n")) {
            if (!block.contains("```") || !block.startsWith("$ ")) {
                continue;
            }
            for (String example : block.substring(2, block.indexOf("```")).split("(?m)^\\$ ")) {
                seen++;
                String[] parts = example.replace("OUT", folder.toString()).split("\n", 2);
                String[] words = parts[0].split(" ");
                Outcome outcome = plumbline(Arrays.copyOfRange(words, 1, words.length));
                String shown = outcome.text() + (outcome.exit() == 0 ? "" : "(exit code " + outcome.exit() + ")\n");
                String expected = Arrays.stream(parts[1].split("\\.\\.\\.", -1)).map(Pattern::quote)
                        .collect(Collectors.joining(".*"));
                if (!Pattern.compile(expected, Pattern.DOTALL).matcher(shown).matches()) {
                    wrong.add(parts[0] + "\n" + shown);
                }
            }
        }
        assertTrue(seen > 14, "Examples are run: " + seen);
        assertEquals(List.of(), wrong);
    }
}
