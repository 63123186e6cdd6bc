package io.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Approved;
import io.plumbline.check.Rules;
import io.plumbline.file.Backups;
import io.plumbline.settings.LogFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class PlumblineTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final String LIVE_MIGRATION = "sample-topologies/live-migration-any-network.plumb";
    private static final String JUMBO = "sample-topologies/jumbo-mixed-switches.plumb";
    private static final String UNICAST = "sample-topologies/nlb-unicast-teamed-single-switch.plumb";
    private static final String SOUND = "sample-topologies/two-node-converged-set.plumb";

    @TempDir
    private Path folder;

    private record Outcome(int exit, String out, String err) {}

    private static Outcome plumbline(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Plumbline.run(CLOCK, out, err, args);
        return new Outcome(exit, out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"),
                err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "validate", "runbook", "diagram", "import", "import os9", "ip2mac", "rules", "schema",
            "simulate", "simulate live-migration", "simulate mtu"})
    void everyCommandExplainsItself(String command) {
        String[] words = (command + " --help").strip().split(" ");
        Outcome outcome = plumbline(words);
        assertEquals(0, outcome.exit());
        assertTrue(outcome.out().startsWith("Usage: plumbline"), outcome.out());
        Approved.check("cli/help" + (command.isEmpty() ? "" : "-" + command.replace(' ', '-')) + ".txt", outcome.out());
    }

    @Test
    void aDesignCanComeThroughAPipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Thread writer = Thread.startVirtualThread(() -> {
            try {
                Files.write(pipe, Files.readAllBytes(Path.of(UNICAST)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Outcome outcome = plumbline("validate", pipe.toString());
        writer.join();
        assertEquals(1, outcome.exit(), outcome.err());
        assertTrue(outcome.out().startsWith(pipe + ": "), outcome.out());
    }

    @Test
    void aDefectIsOneSentenceAndAPlaceInTheLog() throws IOException {
        LogFile log = LogFile.ofThisUser();
        Files.deleteIfExists(log.path());
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream broken = new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void write(byte[] bytes, int from, int length) {
                throw new IllegalStateException("HV1 of Contoso");
            }
        };
        int exit = Plumbline.run(CLOCK, broken, new PrintStream(err, true, StandardCharsets.UTF_8), "rules");
        assertEquals(3, exit);
        assertEquals("Plumbline has a defect that stopped this command; please report it with the log " + log.path()
                + ".", err.toString(StandardCharsets.UTF_8).strip());
        String written = Files.readString(log.path());
        assertTrue(written.startsWith("2026-11-21T12:00:00Z Plumbline "), written);
        assertFalse(written.contains("Contoso"), written);
    }

    @Test
    void anImportOverADesignKeepsTheOldOneAmongTheBackups() throws IOException {
        Path rack = folder.resolve("rack.plumb");
        Files.copy(Path.of(SOUND), rack);
        String tor = "src/test/resources/io/plumbline/importer/dell-s4810-hyperv-rack/TOR1.cfg";
        assertEquals(0, plumbline("import", "os9", tor, "--out", rack.toString()).exit());
        assertEquals(-1, Files.mismatch(Path.of(SOUND), Backups.ofThisUser().of(rack).getFirst().path()));
    }

    @Test
    void aDesignWithErrorsExitsWithOne() {
        Outcome outcome = plumbline("validate", UNICAST);
        assertEquals(1, outcome.exit());
        assertTrue(outcome.out().contains("error NLB001"), outcome.out());
        assertEquals("", outcome.err());
    }

    @Test
    void aSoundDesignExitsWithZero() {
        assertEquals(0, plumbline("validate", SOUND).exit());
        assertEquals(0, plumbline("validate", "--fail-on", "warning", SOUND).exit());
    }

    @Test
    void failOnChoosesTheMildestSeverityThatFails() {
        assertEquals(0, plumbline("validate", LIVE_MIGRATION).exit());
        assertEquals(1, plumbline("validate", "--fail-on", "warning", LIVE_MIGRATION).exit());
        assertEquals(1, plumbline("validate", "--fail-on=advice", LIVE_MIGRATION).exit());
        assertEquals(0, plumbline("validate", "--fail-on", "never", UNICAST).exit());
    }

    @Test
    void anUnusableFileExitsWithTwoAndTheOthersAreStillChecked() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.plumb"), "{\"formatVersion\": 1,");
        Outcome outcome = plumbline("validate", broken.toString(), UNICAST, folder.resolve("missing.plumb").toString());
        assertEquals(2, outcome.exit());
        assertTrue(outcome.out().contains("error NLB001"), outcome.out());
        assertEquals(2, outcome.err().lines().filter(line -> line.contains(".plumb")).count(), outcome.err());
        assertFalse(outcome.err().contains("\tat "), outcome.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "validate --format xml a.plumb", "nonsense", "runbook a.plumb",
            "simulate mtu a.plumb", "simulate", "import", "import os9 missing.cfg --out /",
            "diagram a.plumb --out x.gif", "rules NOPE1", "ip2mac 239.1.1.1", "ip2mac 10.0.0", "ip2mac ::1",
            "diagram a.plumb --out x.png --scale 99", "import os9 missing.cfg --out x.plumb"})
    void wrongUseExitsWithTwoAndSaysWhy(String line) {
        Outcome outcome = plumbline(line.split(" "));
        assertEquals(2, outcome.exit());
        assertFalse(outcome.err().isBlank());
        assertFalse(outcome.err().contains("Exception"), outcome.err());
    }

    @Test
    void wrongUseIsToldInOneLine() {
        Map<String, String> messageByLine = new LinkedHashMap<>();
        messageByLine.put("validate", "Missing required parameter: 'FILE'; see \"plumbline validate --help\".");
        messageByLine.put("validat x", "There is no command \"validat\", but there is \"validate\"; "
                + "see \"plumbline --help\".");
        messageByLine.put("simulate",
                "A command is missing: live-migration or mtu; see \"plumbline simulate --help\".");
        messageByLine.put("ip2mac 10.0.0.1 x", "\"x\" is one word too many; see \"plumbline ip2mac --help\".");
        messageByLine.put("rules --all", "Unknown option: '--all'; see \"plumbline rules --help\".");
        messageByLine.put("validate --format xml a.plumb", "Invalid value for option '--format': expected one of "
                + "[text, json, sarif, junit] (case-insensitive) but was 'xml'; see \"plumbline validate --help\".");
        messageByLine.put("validate --format json --format json a.plumb", "Option '--format' (FORMAT) should be "
                + "specified only once; see \"plumbline validate --help\".");
        messageByLine.put("simulate mtu a.plumb --from A --to B --size x", "Invalid value for option '--size': 'x' is "
                + "no such number; see \"plumbline simulate mtu --help\".");
        messageByLine.put("validate @list", "@list: The file does not exist. Check the name and the folder.");
        messageByLine.put("validate - -", "Standard input can be read once; \"-\" is given more often.");
        messageByLine.put("import os9 a.cfg --out /", "/ is a folder; name a file.");
        messageByLine.forEach((line, message) -> assertEquals(new Outcome(2, "", message + "\n"),
                plumbline(line.split(" ")), line));
    }

    @Test
    void namesCannotSteerATerminal() throws IOException {
        String evil = Files.readString(Path.of(LIVE_MIGRATION)).replace("\"HV2\"", "\"HV\\u001b[31m\\u202e\\n2\"");
        String file = Files.writeString(folder.resolve("evil.plumb"), evil).toString();
        String told = plumbline("validate", file).out();
        assertTrue(told.contains("between HV1 and \"HV?[31m??2\", in both"), told);
        assertTrue(told.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c) || c == 0x202e), told);
        assertTrue(plumbline("simulate", "live-migration", file, "--from", "h-1", "--to", "h-2").out()
                .startsWith("HV1 -> \"HV?[31m??2\" over SMB"));
        assertEquals(file + ": there is no host \"HV2\"; there are HV1, HV?[31m??2.\n",
                plumbline("simulate", "live-migration", file, "--from", "HV1", "--to", "HV2").err());
    }

    @Test
    void lineEndsOfWindowsAndAByteOrderMarkAreRead() throws IOException {
        String sound = Files.readString(Path.of(SOUND));
        Path windows = Files.writeString(folder.resolve("windows.plumb"), "\uFEFF" + sound.replace("\n", "\r\n"));
        assertEquals(0, plumbline("validate", windows.toString()).exit());
    }

    @Test
    void aFullDiskIsToldAndAClosedPipeIsNot() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertEquals(2, Plumbline.run(CLOCK, failing("No space left on device"), err, "rules"));
        assertEquals("Standard output cannot be written: No space left on device.",
                err.toString(StandardCharsets.UTF_8).strip());
        err.reset();
        assertEquals(0, Plumbline.run(CLOCK, failing("Broken pipe"), err, "rules"));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void anImportNeverReplacesItsOwnSource() throws IOException {
        Path source = Files.copy(Path.of("src/test/resources/io/plumbline/importer/dell-s4810-hyperv-rack/TOR1.cfg"),
                folder.resolve("TOR1.cfg"));
        String before = Files.readString(source);
        assertEquals(new Outcome(2, "", "--out " + source + " is one of the configurations; it would be lost.\n"),
                plumbline("import", "os9", source.toString(), "--out", source.toString()));
        assertEquals(before, Files.readString(source));
    }

    @Test
    void everyCommandKnowsTheVersion() {
        assertEquals(plumbline("--version"), plumbline("simulate", "mtu", "--version"));
    }

    @Test
    void theJsonOfValidateIsStable() {
        Outcome outcome = plumbline("validate", "--format", "json", LIVE_MIGRATION);
        Approved.check("cli/validate.json",
                outcome.out().replaceFirst("\"plumbline\" : \"[^\"]*\"", "\"plumbline\" : \"VERSION\""));
        JsonNode root = new ObjectMapper().readTree(outcome.out());
        assertEquals(1, root.path("files").size());
        assertFalse(root.at("/files/0/findings").isEmpty());
    }

    @Test
    void theJsonOfSimulationsIsStable() {
        Approved.check("cli/simulate-live-migration.json", plumbline("simulate", "live-migration", LIVE_MIGRATION,
                "--from", "HV1", "--to", "HV2", "--format", "json").out());
        Approved.check("cli/simulate-mtu.json", plumbline("simulate", "mtu", JUMBO, "--from", "HV1", "--to", "HV3",
                "--size", "9572", "--format", "json").out());
    }

    @Test
    void sarifNamesRulesLevelsAndLines() throws IOException {
        Outcome outcome = plumbline("validate", "--format", "sarif", UNICAST);
        JsonNode run = new ObjectMapper().readTree(outcome.out()).at("/runs/0");
        assertEquals("Plumbline", run.at("/tool/driver/name").asString());
        assertFalse(run.path("results").isEmpty());
        List<String> lines = Files.readAllLines(Path.of(UNICAST));
        for (JsonNode result : run.path("results")) {
            assertEquals(result.path("ruleId"),
                    run.at("/tool/driver/rules/" + result.path("ruleIndex").asInt() + "/id"));
            int line = result.at("/locations/0/physicalLocation/region/startLine").asInt();
            String id = result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asString();
            assertTrue(lines.get(line - 1).contains("\"id\": \"" + id + "\""), lines.get(line - 1));
        }
    }

    @Test
    void aFixOfSarifIsTheFileAfterIt() throws Exception {
        List<String> lines = Files.readAllLines(Path.of(UNICAST));
        JsonNode run = new ObjectMapper().readTree(plumbline("validate", "--format", "sarif", UNICAST).out())
                .at("/runs/0");
        int fixes = 0;
        for (JsonNode result : run.path("results")) {
            for (JsonNode fix : result.path("fixes")) {
                List<String> fixed = new ArrayList<>(lines);
                List<JsonNode> replacements = new ArrayList<>();
                fix.at("/artifactChanges/0/replacements").forEach(replacements::addFirst);
                for (JsonNode each : replacements) {
                    int from = each.at("/deletedRegion/startLine").asInt() - 1;
                    fixed.subList(from, each.at("/deletedRegion/endLine").asInt() - 1).clear();
                    fixed.addAll(from, each.at("/insertedContent/text").asString().lines().toList());
                }
                Path file = folder.resolve("fixed.plumb");
                Files.write(file, fixed);
                String rule = result.path("ruleId").asString();
                assertFalse(plumbline("validate", file.toString()).out().contains(
                        " " + rule + ": " + result.at("/message/text").asString()),
                        fix.at("/description/text").asString());
                fixes++;
            }
        }
        assertTrue(fixes > 0, "there are fixes");
    }

    @Test
    void junitCountsFindingsAsTests() throws Exception {
        String xml = plumbline("validate", "--format", "junit", UNICAST, LIVE_MIGRATION).out();
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        NodeList suites = document.getElementsByTagName("testsuite");
        assertEquals(2, suites.getLength());
        for (int i = 0; i < 2; i++) {
            org.w3c.dom.Element suite = (org.w3c.dom.Element) suites.item(i);
            assertEquals(suite.getAttribute("tests"),
                    Integer.toString(suite.getElementsByTagName("testcase").getLength()));
            assertEquals(suite.getAttribute("failures"),
                    Integer.toString(suite.getElementsByTagName("failure").getLength()));
            assertTrue(suite.getElementsByTagName("testcase").getLength() >= Rules.ALL.size() - 10);
        }
        assertTrue(((org.w3c.dom.Element) suites.item(0)).getElementsByTagName("failure").getLength() > 0);
        assertEquals(0, ((org.w3c.dom.Element) suites.item(1)).getElementsByTagName("failure").getLength());
        assertTrue(plumbline("validate", "--format", "junit", "--fail-on", "warning", LIVE_MIGRATION).out()
                .contains("<failure type=\"warning\" message=\"HVC1 selects CSV1+LM2"));
    }

    @Test
    void aMigrationIsToldStepByStep() {
        Outcome outcome = plumbline("simulate", "live-migration", LIVE_MIGRATION, "--from", "HV1", "--to", "HV2");
        assertEquals(0, outcome.exit());
        Approved.check("cli/simulate-live-migration.txt", outcome.out());
        JsonNode json = new ObjectMapper().readTree(
                plumbline("simulate", "live-migration", LIVE_MIGRATION, "--from", "h-1", "--to", "h-2", "--format",
                        "json").out());
        assertEquals(2, json.path("carriers").size());
        assertTrue(json.path("surprise").asBoolean());
    }

    @Test
    void aPingDiesWhereTheSmallestSwitchIs() {
        Outcome outcome = plumbline("simulate", "mtu", JUMBO, "--from", "HV1", "--to", "HV3", "--size", "9572");
        assertEquals(1, outcome.exit());
        Approved.check("cli/simulate-mtu.txt", outcome.out());
        assertEquals(0, plumbline("simulate", "mtu", JUMBO, "--from", "HV1", "--to", "HV2", "--size", "9572").exit());
        assertEquals(0, plumbline("simulate", "mtu", JUMBO, "--from", "HV1/SLOT41-CSV1+LM2", "--to", "n-21").exit());
    }

    @Test
    void whoIsNotInTheDesignIsNamed() {
        Outcome outcome = plumbline("simulate", "live-migration", LIVE_MIGRATION, "--from", "HV9", "--to", "HV2");
        assertEquals(2, outcome.exit());
        assertEquals(LIVE_MIGRATION + ": there is no host \"HV9\"; there are HV1, HV2.\n", outcome.err());
    }

    @Test
    void ip2macPrintsEveryNotation() {
        Approved.check("cli/ip2mac.txt", plumbline("ip2mac", "172.31.3.232").out());
        assertEquals("03-BF-BC-1F-01-64 is the cluster MAC of 188.31.1.100 in multicast mode.\n",
                plumbline("ip2mac", "03bf.bc1f.0164").out());
    }

    @Test
    void rulesAreListedAndExplained() {
        assertTrue(plumbline("rules").out().contains("NLB001  "));
        String page = plumbline("rules", "nlb001").out();
        assertTrue(page.startsWith("NLB001: "), page);
        assertTrue(page.contains("\nWhat to do\n----------\n"), page);
    }

    @Test
    void aRunbookIsTwoFormatsAndADrawing() throws IOException {
        Path out = folder.resolve("new/runbook");
        assertEquals(0, plumbline("runbook", LIVE_MIGRATION, "--out", out.toString()).exit());
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(List.of("diagram.svg", "runbook.html", "runbook.md"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        String markdown = Files.readString(out.resolve("runbook.md"));
        assertTrue(markdown.contains("| Date | 2026-11-21 |"), markdown);
        assertTrue(markdown.contains("![Diagram of Live migration on any network](diagram.svg)"), markdown);
        assertTrue(Files.readString(out.resolve("runbook.html")).contains("<svg"), "The drawing is inside.");
        Path alone = folder.resolve("md");
        assertEquals(0, plumbline("runbook", LIVE_MIGRATION, "--out", alone.toString(), "--formats", "html").exit());
        assertFalse(Files.exists(alone.resolve("runbook.md")));
    }

    @Test
    void aFileIsNoFolderForARunbook() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Outcome outcome = plumbline("runbook", LIVE_MIGRATION, "--out", file.toString());
        assertEquals(2, outcome.exit());
        assertEquals(file + " is a file; --out takes a folder.\n", outcome.err());
    }

    @Test
    void aDiagramIsDrawnWithoutADisplay() throws IOException {
        Path png = folder.resolve("d.png");
        assertEquals(0, plumbline("diagram", LIVE_MIGRATION, "--out", png.toString(), "--theme", "dark", "--scale", "1")
                .exit());
        assertTrue(ImageIO.read(png.toFile()).getWidth() > 400);
        Path svg = folder.resolve("d.svg");
        assertEquals(0, plumbline("diagram", LIVE_MIGRATION, "--out", svg.toString()).exit());
        assertTrue(Files.readString(svg).contains("HV1"));
    }

    @Test
    void theRealRackIsImportedWithItsReport() {
        String configurations = "src/test/resources/io/plumbline/importer/dell-s4810-hyperv-rack/";
        Path rack = folder.resolve("rack.plumb");
        Outcome outcome = plumbline("import", "os9", configurations + "TOR1.cfg", configurations + "TOR2.cfg", "--out",
                rack.toString());
        assertEquals(0, outcome.exit(), outcome.err());
        assertTrue(outcome.out().contains("TOR2.cfg:"), outcome.out());
        Outcome validated = plumbline("validate", rack.toString());
        assertTrue(validated.exit() < 2, validated.err());
        assertEquals(0, plumbline("runbook", rack.toString(), "--out", folder.resolve("rack").toString()).exit());
        assertEquals(0, plumbline("diagram", rack.toString(), "--out", folder.resolve("rack.svg").toString()).exit());
    }

    @Test
    void theSchemaIsPrinted() {
        Outcome outcome = plumbline("schema");
        assertEquals(0, outcome.exit());
        assertEquals("urn:plumbline:design:1", new ObjectMapper().readTree(outcome.out()).path("$id").asString());
        assertEquals("There is no format 99; the newest is 1.\n", plumbline("schema", "--format-version", "99").err());
    }

    @Test
    void theVersionNamesTheBuildAndJava() {
        assertTrue(plumbline("--version").out().matches("(?s)Plumbline .* \\(build of .*, Java .*\\)\\n"));
    }

    @Test
    void aProfileIsListedExportedAndApplied() throws IOException {
        Outcome list = plumbline("profile", "list");
        assertEquals(0, list.exit());
        assertTrue(list.out().startsWith(
                "Production: Every rule as the catalogue has it. [0 off, 0 of another severity]\n"), list.out());
        Path design = Files.copy(Path.of(JUMBO), folder.resolve("jumbo.plumb"));
        Path profile = folder.resolve("lab.json");
        assertEquals(new Outcome(0, "", ""), plumbline("profile", "export", "lab or training", "--out",
                profile.toString()));
        assertEquals(0, plumbline("profile", "apply", profile.toString(), design.toString()).exit());
        assertTrue(Files.readString(design).contains("\"ruleProfile\": \"Lab or training\""));
        assertTrue(plumbline("validate", design.toString()).out().contains("0 warnings"));
        assertEquals(Files.readString(profile).replaceAll("(?m)^  \"description\".*\n", ""),
                plumbline("profile", "export", design.toString()).out());
    }

    @Test
    void aProfileThatCannotBeUsedChangesNothing() throws IOException {
        Path design = Files.copy(Path.of(JUMBO), folder.resolve("jumbo.plumb"));
        Path profile = Files.writeString(folder.resolve("p.json"), """
                {"plumblineRuleProfile": 1, "name": "x", "rules": [{"rule": "MTU999", "level": "error"}]}""");
        assertEquals(new Outcome(2, "", "The profile \"x\" names the rule \"MTU999\", which this version does not "
                + "have. \"plumbline rules\" lists the rules.\n"),
                plumbline("profile", "apply", profile.toString(), design.toString()));
        assertEquals(new Outcome(2, "", "There is no profile \"Lab\"; \"plumbline profile list\" lists them.\n"),
                plumbline("profile", "apply", "Lab", design.toString()));
        assertEquals(2, plumbline("profile", "apply", "Production", design.toString(), "missing.plumb").exit());
        assertEquals(2, plumbline("profile", "apply", "Production", "-").exit());
        assertEquals(2, plumbline("profile").exit());
        assertEquals(Files.readString(Path.of(JUMBO)), Files.readString(design));
    }
}
