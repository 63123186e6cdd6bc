package io.plumbline.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.RandomDesign;
import io.plumbline.model.Design;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {
    private static final Design OLD = Design.empty("Old");
    private static final Design NEW = RandomDesign.of(11);

    @TempDir
    private Path folder;
    private Path file;
    private Backups backups;

    @BeforeEach
    void anOldFile() throws IOException {
        Path work = Files.createDirectory(folder.resolve("work"));
        file = work.resolve("rack.plumb");
        Files.writeString(file, DesignFile.write(OLD));
        backups = new Backups(folder.resolve("backups"));
    }

    private List<String> beside() throws IOException {
        try (var files = Files.list(file.getParent())) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsSavedIsReadAgain() throws Exception {
        assertEquals(Optional.empty(), DesignFile.save(file, NEW, backups));
        assertEquals(NEW, DesignFile.read(file));
        assertEquals(List.of("rack.plumb"), beside());
    }

    @Test
    void aNewFileIsCreatedWithTheUsualPermissions() throws Exception {
        Path fresh = file.resolveSibling("fresh.plumb");
        Path usual = Files.createFile(file.resolveSibling("usual"));
        DesignFile.save(fresh, NEW, backups);
        assertEquals(NEW, DesignFile.read(fresh));
        assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(fresh));
        assertEquals(List.of(), backups.of(fresh));
    }

    @Test
    void theOldVersionIsKeptAmongTheBackupsAndNothingBesideTheFile() throws Exception {
        Instant savedAt = Instant.parse("2014-06-01T10:15:00Z");
        Files.setLastModifiedTime(file, FileTime.from(savedAt));
        DesignFile.save(file, NEW, backups);
        List<Backups.Version> versions = backups.of(file);
        assertEquals(1, versions.size());
        assertEquals(OLD, DesignFile.read(versions.getFirst().path()));
        assertEquals(savedAt, versions.getFirst().savedAt());
        assertEquals(List.of("rack.plumb"), beside());
    }

    @Test
    void theLastTenVersionsAreKeptNewestFirst() throws Exception {
        for (int i = 0; i < 14; i++) {
            DesignFile.save(file, Design.empty("Version " + i), backups);
        }
        List<String> titles = new ArrayList<>();
        for (Backups.Version version : backups.of(file)) {
            titles.add(DesignFile.read(version.path()).title());
        }
        assertEquals(List.of("Version 12", "Version 11", "Version 10", "Version 9", "Version 8", "Version 7",
                "Version 6", "Version 5", "Version 4", "Version 3"), titles);
    }

    @Test
    void savingTheSameTwiceKeepsOneVersion() throws Exception {
        DesignFile.save(file, OLD, backups);
        DesignFile.save(file, OLD, backups);
        assertEquals(1, backups.of(file).size());
    }

    @Test
    void filesOfOneNameInTwoFoldersHaveTheirOwnBackups() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other")).resolve("rack.plumb");
        Files.writeString(other, DesignFile.write(NEW));
        DesignFile.save(file, NEW, backups);
        DesignFile.save(other, OLD, backups);
        assertEquals(OLD, DesignFile.read(backups.of(file).getFirst().path()));
        assertEquals(NEW, DesignFile.read(backups.of(other).getFirst().path()));
    }

    @Test
    void aDesignIsSavedEvenWhenItsOldVersionCannotBeKept() throws Exception {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file where a folder should be");
        Optional<String> warning = DesignFile.save(file, NEW, new Backups(blocked));
        assertTrue(warning.orElseThrow().startsWith("The version before this one could not be kept in " + blocked),
                warning.orElseThrow());
        assertEquals(NEW, DesignFile.read(file));
    }

    @Test
    void aSymbolicLinkIsFollowedAndStaysALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.plumb"), file);
        Path linkToLink = Files.createSymbolicLink(folder.resolve("second.plumb"), Path.of("link.plumb"));
        DesignFile.save(linkToLink, NEW, backups);
        assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(linkToLink));
        assertEquals(NEW, DesignFile.read(file));
        assertEquals(1, backups.of(file).size());
    }

    @Test
    void aLinkToAFileThatIsNotThereYetMakesIt() throws Exception {
        Path there = folder.resolve("there.plumb");
        Path link = Files.createSymbolicLink(folder.resolve("link.plumb"), there);
        DesignFile.save(link, NEW, backups);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(NEW, DesignFile.read(there));
    }

    @Test
    void permissionsStay() throws Exception {
        for (String permissions : List.of("rw-------", "rw-rw-r--", "rwxr-x---")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            DesignFile.save(file, NEW, backups);
            assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void everyFailureIsOneSentenceAndLeavesTheOldFileAsItWas() throws Exception {
        byte[] before = Files.readAllBytes(file);
        Map<Disk, String> sentenceByFault = new LinkedHashMap<>();
        sentenceByFault.put(new Disk() {
            @Override
            public boolean isWritable(Path path) {
                return false;
            }
        }, "The file is read-only. Save the design elsewhere, or allow writing.");
        sentenceByFault.put(failingToWrite(new FileSystemException("x", null, "No space left on device")),
                "The disk is full. Save the design elsewhere.");
        sentenceByFault.put(failingToWrite(new IOException("There is not enough space on the disk")),
                "The disk is full. Save the design elsewhere.");
        sentenceByFault.put(failingToWrite(new IOException("Disk quota exceeded")),
                "The disk is full. Save the design elsewhere.");
        sentenceByFault.put(failingToWrite(new FileSystemException("x", null, "Read-only file system")),
                "The drive is read-only. Save the design elsewhere.");
        sentenceByFault.put(failingToWrite(new FileSystemException("x", null, "File name too long")),
                "The name of the file is too long for this drive. Save the design elsewhere.");
        sentenceByFault.put(failingToWrite(new AccessDeniedException("x")),
                "The folder may not be written to. Save the design elsewhere.");
        sentenceByFault.put(failingToWrite(new IOException("Input/output error")),
                "The drive reports: Input/output error. Save the design elsewhere.");
        sentenceByFault.put(new Disk() {
            @Override
            public void copyPermissions(Path from, Path to) throws IOException {
                throw new FileSystemException("x", null, "Operation not permitted");
            }
        }, "The drive reports: Operation not permitted. Save the design elsewhere.");
        sentenceByFault.put(new Disk() {
            @Override
            public void replace(Path with, Path path) throws IOException {
                throw new FileSystemException("x", null, "Stale file handle");
            }
        }, "The drive reports: Stale file handle. Save the design elsewhere.");
        for (Map.Entry<Disk, String> fault : sentenceByFault.entrySet()) {
            Saving saving = new Saving(fault.getKey(), backups);
            UnsavedDesign refusal = assertThrows(UnsavedDesign.class,
                    () -> saving.save(file, DesignFile.write(NEW)), fault.getValue());
            assertEquals(file + ": " + fault.getValue(), refusal.getMessage());
            assertArrayEquals(before, Files.readAllBytes(file), fault.getValue());
            assertEquals(List.of("rack.plumb"), beside(), fault.getValue());
        }
    }

    /// Half of the file is on the disk when it fails.
    private static Disk failingToWrite(IOException failure) {
        return new Disk() {
            @Override
            public void write(Path path, byte[] bytes) throws IOException {
                Files.write(path, Arrays.copyOf(bytes, bytes.length / 2));
                throw failure;
            }
        };
    }

    @Test
    void aMissingFolderAFolderOfThatNameAndACircleOfLinksAreTold() throws Exception {
        Path nowhere = folder.resolve("gone").resolve("rack.plumb");
        assertEquals(nowhere + ": The folder " + nowhere.getParent()
                + " does not exist (any more). Save the design elsewhere.",
                assertThrows(UnsavedDesign.class, () -> DesignFile.save(nowhere, NEW, backups)).getMessage());
        assertEquals(folder + ": A folder has this name. Save the design under another name.",
                assertThrows(UnsavedDesign.class, () -> DesignFile.save(folder, NEW, backups)).getMessage());
        Path circle = folder.resolve("circle.plumb");
        Files.createSymbolicLink(circle, circle);
        assertEquals(circle + ": The drive reports: its symbolic links lead in a circle. Save the design elsewhere.",
                assertThrows(UnsavedDesign.class, () -> DesignFile.save(circle, NEW, backups)).getMessage());
        Path tooLong = folder.resolve("x".repeat(300) + ".plumb");
        assertEquals(tooLong + ": The name of the file is too long for this drive. Save the design elsewhere.",
                assertThrows(UnsavedDesign.class, () -> DesignFile.save(tooLong, NEW, backups)).getMessage());
    }

    /// Saves two designs in turn until it is killed.
    static final class Saver {
        public static void main(String[] args) throws Exception {
            Backups backups = new Backups(Path.of(args[1]));
            for (int i = 0;; i++) {
                DesignFile.save(Path.of(args[0]), i % 2 == 0 ? NEW : OLD, backups);
                if (i == 3) {
                    System.out.println("saving");
                }
            }
        }
    }

    @Test
    void killingTheProgramWhileItSavesNeverHarmsTheFile() throws Exception {
        Random random = new Random(1);
        byte[] old = DesignFile.write(OLD).getBytes(StandardCharsets.UTF_8);
        byte[] fresh = DesignFile.write(NEW).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 4; i++) {
            Process saver = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    Saver.class.getName(), file.toString(), backups.folder().toString()).redirectErrorStream(true)
                    .start();
            try (var out = saver.inputReader()) {
                assertEquals("saving", out.readLine());
                assertFalse(saver.waitFor(random.nextInt(200), TimeUnit.MILLISECONDS));
            } finally {
                saver.destroyForcibly().waitFor();
            }
            byte[] found = Files.readAllBytes(file);
            assertArrayEquals(found.length == old.length ? old : fresh, found);
            for (Backups.Version version : backups.of(file)) {
                byte[] kept = Files.readAllBytes(version.path());
                assertArrayEquals(kept.length == old.length ? old : fresh, kept);
            }
        }
        assertTrue(backups.of(file).size() > 1, "nothing was saved");
    }

    @Test
    void whatTheProgramKeepsLiesWhereThePlatformWantsIt() {
        assertEquals(folders("/home/v/.local/share/plumbline", "/home/v/.config/plumbline",
                "/home/v/.local/state/plumbline"), of("Linux", Map.of()));
        assertEquals(folders("/d/plumbline", "/c/plumbline", "/s/plumbline"), of("Linux",
                Map.of("XDG_DATA_HOME", "/d", "XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s")));
        assertEquals(of("Linux", Map.of()), of("Linux", Map.of("XDG_DATA_HOME", "relative", "XDG_STATE_HOME", "")));
        assertEquals(folders("/home/v/Library/Application Support/Plumbline",
                "/home/v/Library/Application Support/Plumbline", "/home/v/Library/Logs/Plumbline"),
                of("Mac OS X", Map.of()));
        assertEquals(folders("/local/Plumbline", "/roaming/Plumbline", "/local/Plumbline"),
                of("Windows 11", Map.of("LOCALAPPDATA", "/local", "APPDATA", "/roaming")));
    }

    @Test
    void aPortableInstallationKeepsAllBesideItsLauncher() throws IOException {
        var properties = new Properties();
        properties.setProperty("os.name", "Linux");
        properties.setProperty("user.home", "/home/v");
        properties.setProperty("jpackage.app-path", folder.resolve("plumbline").toString());
        assertEquals(Path.of("/home/v/.config/plumbline"), UserFolders.of(properties, Map.of()).settings());
        Files.createFile(folder.resolve("plumbline.portable"));
        assertEquals(folder.resolve("plumbline-user").resolve("settings"),
                UserFolders.of(properties, Map.of()).settings());
    }

    private static UserFolders of(String system, Map<String, String> environment) {
        var properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("user.home", "/home/v");
        return UserFolders.of(properties, environment);
    }

    private static UserFolders folders(String data, String settings, String state) {
        return new UserFolders(Path.of(data), Path.of(settings), Path.of(state));
    }
}
