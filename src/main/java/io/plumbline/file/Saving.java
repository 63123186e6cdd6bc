package io.plumbline.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Saves a design in one step, by [WholeFile], and says in one sentence why when it cannot.
final class Saving {
    private static final String ELSEWHERE = "Save the design elsewhere.";
    /// A path that leads through more symbolic links than this leads in a circle.
    private static final int MOST_LINKS = 40;

    private final Disk disk;
    private final Backups backups;

    Saving(Disk disk, Backups backups) {
        this.disk = disk;
        this.backups = backups;
    }

    /// @return a sentence to show when the file is saved, but its old version could not be kept
    Optional<String> save(Path file, String text) throws UnsavedDesign {
        Path target;
        try {
            target = target(file.toAbsolutePath());
        } catch (IOException | InvalidPathException e) {
            throw refusal(file, file, e);
        }
        if (Files.isDirectory(target)) {
            throw new UnsavedDesign(file + ": A folder has this name. Save the design under another name.");
        }
        boolean exists = Files.exists(target);
        if (exists && !disk.isWritable(target)) {
            throw new UnsavedDesign(file + ": The file is read-only. Save the design elsewhere, or allow writing.");
        }
        try {
            Optional<String> warning = exists ? backups.keep(target) : Optional.empty();
            WholeFile.write(disk, target, text.getBytes(StandardCharsets.UTF_8));
            return warning;
        } catch (IOException e) {
            throw refusal(file, target, e);
        }
    }

    /// The file that a symbolic link leads to, also when it is not there yet.
    private static Path target(Path file) throws IOException {
        Path target = file;
        for (int i = 0; Files.isSymbolicLink(target); i++) {
            if (i == MOST_LINKS) {
                throw new FileSystemException(file.toString(), null, "its symbolic links lead in a circle");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static UnsavedDesign refusal(Path file, Path target, Exception e) {
        String reason = e instanceof FileSystemException failure && failure.getReason() != null ? failure.getReason()
                : e.getMessage();
        String lower = String.valueOf(reason).toLowerCase(Locale.ROOT);
        Path folder = target.toAbsolutePath().getParent();
        String what;
        if (folder != null && !Files.isDirectory(folder)) {
            what = "The folder " + folder + " does not exist (any more).";
        } else if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota")) {
            what = "The disk is full.";
        } else if (lower.contains("read-only file system")) {
            what = "The drive is read-only.";
        } else if (lower.contains("too long")) {
            what = "The name of the file is too long for this drive.";
        } else if (e instanceof AccessDeniedException) {
            what = "The folder may not be written to.";
        } else if (e instanceof NoSuchFileException) {
            what = "The file's place does not exist (any more).";
        } else {
            what = "The drive reports: " + reason + ".";
        }
        return new UnsavedDesign(file + ": " + what + " " + ELSEWHERE);
    }
}
