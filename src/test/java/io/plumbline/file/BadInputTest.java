package io.plumbline.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Approved;
import io.plumbline.RandomDesign;
import io.plumbline.model.Design;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
    @TempDir
    private Path folder;

    private final Map<String, byte[]> fileByFault = new LinkedHashMap<>();

    private void fault(String name, String text) {
        fault(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void fault(String name, byte[] bytes) {
        assertEquals(null, fileByFault.put(name, bytes), name);
    }

    private void element(String name, String kind, String json) {
        fault(name, of(kind, json));
    }

    private static String of(String kind, String json) {
        return """
                {"formatVersion": 1,
                 "elements": {
                   "migrationDomain": [{"id": "d-1", "name": "Zürich 🧭"}],
                   "vlan": [{"id": "vl-1"}, {"id": "vl-2"}],
                   "%s": [
                     %s
                   ]}}
                """.formatted(kind, json);
    }

    private void allFaults() {
        fault("empty", "");
        fault("blank", "\uFEFF \r\n\t\n");
        fault("zip", new byte[]{'P', 'K', 3, 4, 20, 0, 0});
        fault("binary", new byte[]{'{', 1, 2, 0, 3, (byte) 200});
        fault("UTF-16", "{\"formatVersion\": 1}".getBytes(StandardCharsets.UTF_16));
        fault("another text", "hostname TOR1\n!\n");
        fault("a list", "[]");
        fault("another JSON", "{\"name\": \"left-pad\", \"version\": \"1.0.0\"}");
        fault("newer format", "{\n  \"formatVersion\": 7,\n  \"title\": 5\n}");
        fault("much newer format", "{\"formatVersion\": 99999999999999999999}");
        fault("format 0", "{\"formatVersion\": 0}");
        fault("format as text", "{\"formatVersion\": \"1\"}");

        String whole = of("host", "{\"id\": \"h-1\", \"name\": \"HV1\"}");
        fault("cut off in a name", whole.substring(0, whole.indexOf("\"HV1") + 3));
        fault("cut off after a comma", whole.substring(0, whole.indexOf("\"name\": \"HV1") - 1));
        fault("cut off after an element", whole.substring(0, whole.lastIndexOf(']')));
        fault("cut off before the format version", "{\"title\": \"T\"");
        fault("something behind the end", whole + "{}");
        fault("comma missing", whole.replace("\"h-1\", ", "\"h-1\" "));
        fault("comma too many", whole.replace("\"HV1\"", "\"HV1\","));
        fault("colon missing", whole.replace("\"name\": \"HV1\"", "\"name\" \"HV1\""));
        fault("single quotes", whole.replace("\"HV1\"", "'HV1'"));
        fault("no quotes", whole.replace("\"HV1\"", "HV1"));
        fault("comment", whole.replace("{\"id\": \"h-1\"", "// HV1\n{\"id\": \"h-1\""));
        fault("line break in a text", whole.replace("HV1", "HV\n1"));
        fault("list not closed", whole.replace("]}}", "}}"));
        fault("bad escape", whole.replace("HV1", "HV\\1"));
        fault("not UTF-8", whole.replace("Zürich 🧭", "Zürich").getBytes(StandardCharsets.ISO_8859_1));
        fault("half a character", whole.replace("HV1", "HV\\ud83e"));
        fault("a number with plus", of("host", "{\"id\": \"h-1\", \"memoryGB\": +256}"));
        fault("NaN", of("host", "{\"id\": \"h-1\", \"memoryGB\": NaN}"));
        fault("200 MB of lists", "{\"formatVersion\": 1, \"x\": " + "[".repeat(100_000));
        fault("200 MB of objects", of("host", "{\"id\": \"h-1\", \"dcb\": " + "{\"dcb\": ".repeat(100_000)));
        fault("an absurd number", of("host", "{\"id\": \"h-1\", \"memoryGB\": " + "9".repeat(5_000) + "}"));

        element("a text for a number", "host", "{\"id\": \"h-1\", \"memoryGB\": \"256 GB\"}");
        element("a number with decimals", "host", "{\"id\": \"h-1\", \"memoryGB\": 256.0}");
        element("a number out of range", "host", "{\"id\": \"h-1\", \"memoryGB\": 99999999999}");
        element("an unknown word", "host", "{\"id\": \"h-1\", \"name\": \"Zürich 🧭\", \"osVersion\": \"2013\"}");
        element("an unknown number for a word", "clusterNetwork", "{\"id\": \"n-1\", \"role\": 2}");
        element("a VLAN out of range", "switch", "{\"id\": \"s-1\", \"jumboVlans\": [10, 5000]}");
        element("a list for a text", "host", "{\"id\": \"h-1\", \"name\": [\"HV1\"]}");
        element("a text for a list", "host", "{\"id\": \"h-1\", \"features\": \"hyperV\"}");
        element("an object for a truth", "host", "{\"id\": \"h-1\", \"hyperThreading\": {}}");
        element("null for a name", "host", "{\"id\": \"h-1\", \"name\": null}");
        element("null in a list", "host", "{\"id\": \"h-1\", \"features\": [null]}");
        element("null for a host", "vm", "{\"id\": \"vm-1\", \"host\": null}");
        element("a bad MAC address", "host", "{\"id\": \"h-1\", \"macPoolMin\": \"00-15-5D\"}");
        element("a bad subnet", "clusterNetwork", "{\"id\": \"n-1\", \"prefix\": \"10.10.1.0\"}");
        element("a bad date", "comment", "{\"id\": \"c-1\", \"date\": \"1.6.2014\"}");
        element("a bad name in a map", "switch", "{\"id\": \"s-1\", \"arpInspection\": {\"ten\": true}}");
        element("a bad value in a map", "switch", "{\"id\": \"s-1\", \"querier\": {\"10\": \"me\"}}");
        element("a name twice in a map", "switch",
                "{\"id\": \"s-1\", \"querier\": {\"10\": \"self\", \"10\": \"none\"}}");
        element("a bad value in a nested group", "host",
                "{\"id\": \"h-1\", \"lm\": {\"networks\": [{}, {\"prefix\": 1}]}}");
        element("a field twice", "host", "{\"id\": \"h-1\", \"name\": \"HV1\", \"name\": \"HV2\"}");
        element("a field twice in what nobody knows", "host", "{\"id\": \"h-1\", \"x\": [{\"a\": 1, \"a\": 1}]}");
        element("an element that is a text", "host", "\"h-1\"");
        element("a kind that is an object", "host\": {}, \"hosts", "");
        element("the project among the elements", "project", "{\"id\": \"project\"}");
        element("no id", "host", "{\"name\": \"HV1\"}");
        element("a blank id", "host", "{\"id\": \" \"}");
        element("an id twice", "host", "{\"id\": \"h-1\"}, {\"id\": \"h-2\"}, {\"id\": \"h-1\"}");
        element("an id twice in two kinds", "host", "{\"id\": \"vl-2\"}");
        element("the id of the project", "host", "{\"id\": \"project\"}");
        element("no host", "physicalNic", "{\"id\": \"n-1\", \"name\": \"NIC1\"}");
        element("a reference to nothing", "physicalNic", "{\"id\": \"n-1\", \"name\": \"NIC1\", \"host\": \"h-9\"}");
        element("a nested reference to nothing", "nlbCluster",
                "{\"id\": \"nlb-1\", \"nodes\": [{\"member\": \"vn-1\"}]}");
        element("a reference to the wrong kind", "physicalNic", "{\"id\": \"n-1\", \"host\": \"vl-1\"}");
        element("a reference to an unknown kind", "witness\": [{\"id\": \"w-1\"}], \"physicalNic",
                "{\"id\": \"n-1\", \"host\": \"w-1\"}");
        fault("a layout that is a list", "{\"formatVersion\": 1, \"layout\": []}");
        fault("a place without y", "{\"formatVersion\": 1, \"layout\": {\"views\": [{\"id\": \"v-1\", "
                + "\"nodes\": {\"project\": {\"x\": 1}}}]}}");
        fault("a place nowhere", "{\"formatVersion\": 1, \"layout\": {\"views\": [{\"id\": \"v-1\", "
                + "\"nodes\": {\"project\": {\"x\": 1, \"y\": 1e308}}}]}}");
        fault("a place for nothing", "{\"formatVersion\": 1, \"layout\": {\"views\": [{\"id\": \"v-1\", "
                + "\"nodes\": {\"h-1\": {\"x\": 1, \"y\": 1}}}]}}");
        fault("a view without id", "{\"formatVersion\": 1, \"layout\": {\"views\": [{\"name\": \"Physical\"}]}}");
        fault("a view twice", "{\"formatVersion\": 1, \"layout\": {\"views\": [{\"id\": \"v\"}, {\"id\": \"v\"}]}}");
    }

    @Test
    void everyFaultGetsOneMessageWithLineColumnPathAndRemedy() throws IOException {
        allFaults();
        StringBuilder said = new StringBuilder();
        for (Map.Entry<String, byte[]> fault : fileByFault.entrySet()) {
            Path file = folder.resolve("rack.plumb");
            Files.write(file, fault.getValue());
            UnreadableDesign refusal =
                    assertThrows(UnreadableDesign.class, () -> DesignFile.read(file), fault.getKey());
            String messages = refusal.problems().stream()
                    .map(problem -> problem.text().replace(file.toString(), "rack.plumb"))
                    .collect(Collectors.joining("\n    "));
            said.append(fault.getKey()).append("\n    ").append(messages).append('\n');
            assertEquals(1, refusal.problems().size(), messages);
            for (Problem problem : refusal.problems()) {
                assertTrue(problem.line() > 0 && problem.column() > 0 && problem.path().startsWith("$"), messages);
                assertTrue(problem.what().endsWith(".") && problem.remedy().endsWith("."), messages);
            }
            assertArrayEquals(fault.getValue(), Files.readAllBytes(file), fault.getKey());
            assertEquals(List.of(file), list(folder), fault.getKey());
        }
        Approved.check("file/bad-input.txt", said.toString());
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void twoHundredMegabytesOfNestingAreRefusedAtOnce() {
        byte[] start = "{\"formatVersion\": 1, \"x\": ".getBytes(StandardCharsets.UTF_8);
        long[] read = new long[1];
        Source nested = new Source("deep.plumb", () -> new InputStream() {
            private long at;

            @Override
            public int read() {
                read[0]++;
                return at < start.length ? start[(int) at++] : at++ < 200_000_000 ? '[' : -1;
            }
        });
        UnreadableDesign refusal =
                assertThrows(UnreadableDesign.class, () -> new DesignReader(Formats.ALL).open(nested));
        assertEquals("deep.plumb:1:127", refusal.getMessage().substring(0, 16));
        assertTrue(read[0] < 100_000, read[0] + " bytes read");
    }

    @Test
    void whatIsNoFileIsToldWithoutLine() {
        String missing = folder.resolve("gone.plumb").toString();
        assertEquals(missing + ": The file does not exist. Check the name and the folder.",
                assertThrows(UnreadableDesign.class, () -> DesignFile.read(Path.of(missing))).getMessage());
        assertEquals(folder + ": This is a folder. Choose a *.plumb file in it.",
                assertThrows(UnreadableDesign.class, () -> DesignFile.read(folder)).getMessage());
    }

    @Test
    void aFileThatMayNotBeReadIsTold() {
        Source closed = new Source("rack.plumb", () -> {
            throw new AccessDeniedException("rack.plumb");
        });
        assertEquals("rack.plumb: The file may not be read. Ask its owner for the permission, or choose another file.",
                assertThrows(UnreadableDesign.class, () -> new DesignReader(Formats.ALL).open(closed)).getMessage());
    }

    @Test
    void aDriveThatVanishesWhileReadingIsTold() {
        byte[] start = "{\"formatVersion\": 1, \"title\": \"".getBytes(StandardCharsets.UTF_8);
        Source broken = new Source("usb.plumb", () -> new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == start.length) {
                    throw new IOException("Input/output error");
                }
                return start[at++];
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                buffer[from] = (byte) read();
                return 1;
            }
        });
        assertEquals("usb.plumb: The file cannot be read: Input/output error. Choose another file.",
                assertThrows(UnreadableDesign.class, () -> new DesignReader(Formats.ALL).open(broken)).getMessage());
    }

    @Test
    void afterAHundredProblemsNobodyWantsMore() {
        String wrong = "{\"id\": \"h-%d\", \"memoryGB\": true}";
        List<String> hosts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            hosts.add(wrong.formatted(i));
        }
        UnreadableDesign refusal = assertThrows(UnreadableDesign.class,
                () -> RoundTripTest.read(of("host", String.join(",\n", hosts))));
        assertEquals(100, refusal.problems().size());
    }

    @Test
    void aFileWithBadElementsOpensWithoutThemAndWithoutWhatHangsOnThem() throws IOException, UnreadableDesign {
        Path file = folder.resolve("half.plumb");
        Files.writeString(file, """
                {"formatVersion": 1, "title": "Half",
                 "elements": {
                  "host": [{"id": "h-1", "osVersion": "2013", "memoryGB": 256}, {"id": ["h-2"]}, {"id": "h-3"}],
                  "physicalNic": [{"id": "n-1", "host": "h-1"}, {"id": "n-2"}, {"id": "n-3", "host": "h-1"}],
                  "team": [{"id": "t-1", "owner": "h-1", "members": [{"nic": "n-1"}, {"nic": "n-2"}, {"nic": "n-9"}]}],
                  "teamInterface": [{"id": "ti-1", "team": "t-1"}],
                  "cable": [{"id": "c-1", "endA": "n-2", "endB": "n-1"}, {"id": "c-2", "endA": "h-1", "endB": "n-1"}]},
                 "layout": {"views": [{"id": "v-1", "nodes": {"h-1": {"x": 1, "y": 1}, "n-2": {"x": 1, "y": 1}}}]}}
                """);
        Opened opened = DesignFile.open(file);
        Design design = opened.design();
        assertEquals(List.of("project", "h-1", "h-3", "n-1", "n-3", "t-1", "ti-1"),
                design.all().map(element -> element.id().text()).toList());
        Host host = design.element(new Id("h-1"), Host.class);
        assertTrue(host.osVersion().isUnknown() && host.memoryGB().is(256));
        assertEquals(List.of(new Id("n-1")), design.element(new Id("t-1"), Team.class).members().stream()
                .map(member -> member.nic()).toList());
        assertEquals(List.of(new Id("h-1")), List.copyOf(design.layout().view().placeById().keySet()));
        assertEquals(List.of("3:39 $.elements.host[0].osVersion", "3:72 $.elements.host[1].id",
                "4:49 $.elements.physicalNic[1]", "5:94 $.elements.team[0].members[2].nic",
                "7:80 $.elements.cable[1].endA"),
                opened.problems().stream().map(each -> each.line() + ":" + each.column() + " " + each.path()).toList());
        // The strict reading names the same.
        UnreadableDesign refusal = assertThrows(UnreadableDesign.class, () -> DesignFile.read(file));
        assertEquals(opened.problems(), refusal.problems());
    }

    @Test
    void aSoundFileOpensWithoutProblems() throws IOException, UnreadableDesign {
        Path file = folder.resolve("sound.plumb");
        Design design = RandomDesign.of(5);
        Files.writeString(file, DesignFile.write(design));
        Opened opened = DesignFile.open(file);
        assertEquals(new Opened(design, List.of(), 1), opened);
    }

    /// Whatever a damaged disk or a careless editor makes of a file: a design without references to nothing, or a
    /// refusal with a message; never anything else.
    @RepeatedTest(60)
    void aDamagedFileIsRefusedOrReadWhole(RepetitionInfo seed) throws IOException {
        Random random = new Random(seed.getCurrentRepetition());
        byte[] bytes = DesignFile.write(RandomDesign.of(random, 2)).getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("damaged.plumb");
        int refused = 0;
        for (int i = 0; i < 20; i++) {
            byte[] damaged = damaged(random, bytes);
            Files.write(file, damaged);
            try {
                Opened opened = DesignFile.open(file);
                Design design = opened.design();
                design.all().forEach(element -> assertEquals(List.of(),
                        Design.danglingReferences(element, design.elementById()::get)));
                assertEquals(design, RoundTripTest.read(DesignFile.write(design)));
                refused += opened.problems().isEmpty() ? 0 : 1;
            } catch (UnreadableDesign refusal) {
                assertTrue(!refusal.problems().isEmpty() && !refusal.getMessage().isBlank());
                refused++;
            }
        }
        assertTrue(refused > 0);
    }

    private static byte[] damaged(Random random, byte[] bytes) {
        byte[] damaged = bytes.clone();
        switch (random.nextInt(4)) {
            case 0 -> damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            case 1 -> damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            case 2 -> {
                int from = random.nextInt(damaged.length);
                int to = Math.min(damaged.length, from + random.nextInt(40));
                Arrays.fill(damaged, from, to, (byte) ' ');
            }
            default -> {
                int from = random.nextInt(damaged.length);
                int to = random.nextInt(damaged.length);
                int length = Math.min(random.nextInt(60), damaged.length - Math.max(from, to));
                System.arraycopy(bytes, from, damaged, to, length);
            }
        }
        return damaged;
    }

    @Test
    void anAttributeThatMayNotBeUnknownKeepsItsStandardWhenItIsWrong() throws IOException, UnreadableDesign {
        Path file = folder.resolve("name.plumb");
        Files.writeString(file, of("host\": [{\"id\": \"h-1\"}], \"physicalNic",
                "{\"id\": \"n-1\", \"host\": \"h-1\", \"name\": 7}"));
        Opened opened = DesignFile.open(file);
        assertEquals("", opened.design().element(new Id("n-1"), PhysicalNic.class).name());
        assertEquals(1, opened.problems().size());
    }
}
