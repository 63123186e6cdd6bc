package io.plumbline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class FormatsTest {
    /// Never approved anew: a file of each version, as it was written then.
    private static final Path KEPT = Path.of("src/test/resources/approved/file");

    /// A make-believe history: version 1 called a title "name", version 2 counted memory in MB.
    private static final Formats THREE = new Formats(List.of(file -> file.set("title", file.remove("name")),
            file -> file.path("elements").path("host").forEach(FormatsTest::toGigabytes)));

    private static void toGigabytes(JsonNode host) {
        ((ObjectNode) host).put("memoryGB", host.path("memoryMB").asInt() / 1024).remove("memoryMB");
    }

    private static Opened open(Formats formats, String text) throws UnreadableDesign, IOException {
        return new DesignReader(formats).open(
                Source.of("old.plumb", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aFileOfEveryVersionIsKeptAndOpens() throws UnreadableDesign {
        for (int version = 1; version <= DesignFile.FORMAT_VERSION; version++) {
            Opened opened = DesignFile.open(KEPT.resolve("format-" + version + ".plumb"));
            assertEquals(List.of(), opened.problems());
            assertEquals(version, opened.formatVersion());
            for (Kind kind : Kind.values()) {
                assertFalse(opened.design().all(kind).isEmpty(), "version " + version + " shows no " + kind.word());
            }
        }
    }

    @Test
    void whatTodaysFormatSaysIsWrittenAgainAsItWas() throws IOException, UnreadableDesign {
        Path today = KEPT.resolve("format-" + DesignFile.FORMAT_VERSION + ".plumb");
        assertEquals(Files.readString(today), DesignFile.write(DesignFile.read(today)));
    }

    @Test
    void anOldFileGoesThroughAllMigrationsSinceItsVersion() throws Exception {
        Opened first = open(THREE, """
                {"formatVersion": 1, "name": "Old", "elements": {"host": [{"id": "h-1", "memoryMB": 262144}]}}
                """);
        Opened second = open(THREE, """
                {"formatVersion": 2, "title": "Old", "elements": {"host": [{"id": "h-1", "memoryMB": 262144}]}}
                """);
        Opened third = open(THREE, """
                {"formatVersion": 3, "title": "Old", "elements": {"host": [{"id": "h-1", "memoryGB": 256}]}}
                """);
        assertEquals(third.design(), first.design());
        assertEquals(third.design(), second.design());
        assertEquals(List.of(1, 2, 3),
                List.of(first.formatVersion(), second.formatVersion(), third.formatVersion()));
    }

    @Test
    void problemsOfAnOldFileHaveAPathButNoLine() throws Exception {
        Opened opened = open(THREE, """
                {"formatVersion": 2, "elements": {"host": [{"id": "h-1", "memoryMB": 1024, "osVersion": "2013"}]}}
                """);
        assertEquals("old.plumb: $.elements.host[0].osVersion: \"2013\" is not one of 2012, 2012R2, 2016, 2019, 2022, "
                + "2025. Correct it, or write null if it is not known.", opened.problems().getFirst().text());
        assertTrue(opened.design().find(new Id("h-1")).isPresent());
    }

    @Test
    void anOldFileThatIsCutOffIsRefusedWithItsLine() {
        UnreadableDesign refusal = assertThrows(UnreadableDesign.class,
                () -> open(THREE, "{\"formatVersion\": 1,\n \"name\": \"Old\""));
        assertEquals("old.plumb:2:15: $.name: The file ends in the middle of this; it was cut off. "
                + "Restore the file from a backup.", refusal.getMessage());
    }

    @Test
    void anOldFileThatIsNestedWithoutEndIsRefused() {
        assertThrows(UnreadableDesign.class,
                () -> open(THREE, "{\"formatVersion\": 1, \"x\": " + "[".repeat(100_000)));
    }

    @Test
    void aVersionThatNeverWasIsRefused() {
        for (String version : List.of("0", "-1", "4", "1.0", "null", "true", "{}")) {
            assertThrows(UnreadableDesign.class, () -> open(THREE, "{\"formatVersion\": " + version + "}"), version);
        }
    }

    @Test
    void migrationsDoNotTouchAnEmptyDesign() throws Exception {
        Design design = open(Formats.ALL, DesignFile.write(Design.empty("Empty"))).design();
        assertEquals(Design.empty("Empty"), design);
    }
}
