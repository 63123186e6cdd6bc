package io.plumbline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final SettingsFile.Loaded STANDARD =
            new SettingsFile.Loaded(Settings.STANDARD, Optional.empty());

    @TempDir
    private Path folder;
    private Path path;
    private SettingsFile file;

    @BeforeEach
    void inAFolderThatIsNotThereYet() {
        path = folder.resolve("plumbline").resolve("settings.json");
        file = new SettingsFile(path);
    }

    @Test
    void beforeTheFirstStartTheStandardHolds() {
        assertEquals(STANDARD, file.load());
        assertFalse(Files.exists(path));
    }

    @Test
    void whatWasChosenIsThereAtTheNextStart() {
        Preferences chosen = Preferences.STANDARD.withAppearance(Appearance.DARK).withFontSize(16)
                .withWheel(Wheel.ZOOMS).withSnap(false).withAnimations(false);
        assertEquals(Optional.empty(), file.update(settings -> settings.withPreferences(chosen)));
        assertEquals(Optional.empty(), file.update(settings -> settings.opened(folder.resolve("rack.plumb"))));
        Settings read = new SettingsFile(path).load().settings();
        assertEquals(chosen, read.preferences());
        assertEquals(List.of(new RecentFile(folder.resolve("rack.plumb"), false)), read.recent().files());
    }

    @Test
    void filtersOfFindingsAreKeptByName() {
        List<SavedFilter> filters = List.of(new SavedFilter("Jumbo", "ERRORS", "RULE", "MTU"));
        file.update(settings -> settings.withFilters(filters));
        file.update(settings -> settings.opened(folder.resolve("a.plumb")));
        assertEquals(filters, new SettingsFile(path).load().settings().filters());
    }

    @Test
    void twoWindowsDoNotForgetEachOthersFiles() {
        SettingsFile other = new SettingsFile(path);
        file.update(settings -> settings.opened(folder.resolve("a.plumb")));
        other.update(settings -> settings.opened(folder.resolve("b.plumb")));
        assertEquals(2, file.load().settings().recent().files().size());
    }

    @Test
    void aBrokenFileIsRenamedAndReported() throws IOException {
        for (String broken : List.of("{\"theme\": \"da", "", "[]", "nonsense")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, broken);
            SettingsFile.Loaded loaded = file.load();
            assertEquals(Settings.STANDARD, loaded.settings());
            assertEquals(
                    "The settings in %1$s are damaged; the standard ones hold. The old file is now called %1$s.broken."
                            .formatted(path),
                    loaded.warning().orElseThrow());
            assertEquals(broken, Files.readString(path.resolveSibling("settings.json.broken")));
            assertEquals(STANDARD, file.load());
        }
    }

    @Test
    void aValueThatDoesNotFitIsPassedOver() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, """
                {"theme": "pink", "fontSize": 900, "wheel": 7, "snap": "no idea", "animations": false,
                 "recent": [{"path": "relative.plumb"}, {"path": "\\u0000"}, 5, {"path": "/x/rack.plumb", "pinned": true}]}
                """);
        SettingsFile.Loaded loaded = file.load();
        assertEquals(Preferences.STANDARD.withAnimations(false), loaded.settings().preferences());
        assertEquals(List.of(new RecentFile(Path.of("/x/rack.plumb"), true)), loaded.settings().recent().files());
        assertEquals(Optional.empty(), loaded.warning());
    }

    @Test
    void settingsOfANewerVersionStay() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "{\"theme\": \"light\", \"keys\": {\"fit\": \"F\"}}");
        file.update(settings -> settings.withPreferences(settings.preferences().withSnap(false)));
        assertTrue(Files.readString(path).contains("\"fit\""), Files.readString(path));
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndNotFatal() throws IOException {
        Files.writeString(folder.resolve("plumbline"), "a file where a folder should be");
        assertTrue(
                file.update(settings -> settings).orElseThrow().startsWith("The settings cannot be saved in " + path));
        assertEquals(Settings.STANDARD, file.load().settings());
    }

    @Test
    void twentyFilesAreRememberedPinnedOnesFirst() {
        RecentFiles recent = RecentFiles.NONE;
        for (int i = 0; i < 25; i++) {
            recent = recent.opened(folder.resolve(i + ".plumb"));
            if (i == 2) {
                recent = recent.pinned(folder.resolve("2.plumb"));
            }
        }
        List<String> names = recent.files().stream().map(each -> each.path().getFileName().toString()).toList();
        assertEquals(RecentFiles.MOST, names.size());
        assertEquals(List.of("2.plumb", "24.plumb", "23.plumb"), names.subList(0, 3));
        assertEquals("6.plumb", names.getLast());
    }

    @Test
    void openingAPinnedFileAgainLeavesItPinned() {
        Path rack = folder.resolve("rack.plumb");
        RecentFiles recent = RecentFiles.NONE.opened(rack).pinned(rack).opened(folder.resolve("x/../rack.plumb"));
        assertEquals(List.of(new RecentFile(rack, true)), recent.files());
        assertEquals(List.of(new RecentFile(rack, false)), recent.unpinned(rack).files());
        assertEquals(List.of(), recent.without(rack).files());
    }

    @Test
    void aMissingFileCanBeLocatedOrRemoved() throws IOException {
        Path there = Files.createFile(folder.resolve("there.plumb"));
        Path gone = folder.resolve("gone.plumb");
        RecentFiles recent = RecentFiles.NONE.opened(there).opened(gone);
        assertEquals(List.of(false, true), recent.files().stream().map(RecentFile::isThere).toList());
        assertEquals(List.of(there), recent.located(gone, there).files().stream().map(RecentFile::path).toList());
        assertEquals(List.of(there), recent.without(gone).files().stream().map(RecentFile::path).toList());
    }

    @Test
    void onASharedMachineNoFileIsRemembered() {
        file.update(settings -> settings.opened(folder.resolve("rack.plumb")));
        file.update(settings -> settings.withPreferences(settings.preferences().withKeepsRecent(false)));
        file.update(settings -> settings.opened(folder.resolve("secret.plumb")));
        assertEquals(List.of(), file.load().settings().recent().files());
    }

    @Test
    void aFontNobodyCanReadIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Preferences.STANDARD.withFontSize(3));
    }

    @Test
    void theLogHoldsWhereItHappenedAndNothingOfADesign() throws IOException {
        LogFile log = new LogFile(folder.resolve("log"));
        Exception defect = new IllegalStateException("Contoso 10.0.0.1", new NullPointerException("HV1"));
        Path written = log.write(Instant.parse("2026-11-21T12:00:00Z"), "0.1.0", defect);
        String text = Files.readString(written);
        assertTrue(text.startsWith("2026-11-21T12:00:00Z Plumbline 0.1.0\njava.lang.IllegalStateException\n    "),
                text);
        assertTrue(text.contains("caused by java.lang.NullPointerException\n"), text);
        assertTrue(text.contains("SettingsFileTest.theLogHolds"), text);
        assertFalse(text.contains("Contoso") || text.contains("HV1"), text);
    }

    @Test
    void theLogIsFiveFilesOfAMegabyte() throws IOException {
        LogFile log = new LogFile(folder);
        byte[] full = new byte[(int) LogFile.MOST_BYTES];
        for (int i = 0; i < 8; i++) {
            log.write(Instant.EPOCH.plusSeconds(i), "0.1.0", new Exception());
            Files.write(log.path(), full, StandardOpenOption.APPEND);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("plumbline.1.log", "plumbline.2.log", "plumbline.3.log", "plumbline.4.log",
                    "plumbline.log"), files.map(each -> each.getFileName().toString()).sorted().toList());
        }
        assertTrue(Files.readString(log.path()).startsWith("1970-01-01T00:00:07Z"));
        assertTrue(Files.readString(folder.resolve("plumbline.4.log")).startsWith("1970-01-01T00:00:03Z"));
    }
}
