package io.plumbline.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The last ten versions of every design, in a folder of the user's, none beside the file.
///
/// @param folder where they are kept, one folder in it per file
public record Backups(Path folder) {
    public static final int VERSIONS_KEPT = 10;
    private static final String ENDING = ".plumb";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    /// An earlier version of a file.
    ///
    /// @param savedAt when it was saved, not when it was replaced
    public record Version(Path path, Instant savedAt, long bytes) {}

    public static Backups ofThisUser() {
        return new Backups(UserFolders.ofThisUser().data().resolve("backups"));
    }

    /// The versions kept of a file, newest first.
    public List<Version> of(Path file) throws IOException {
        Path versions = folderOf(file);
        if (!Files.isDirectory(versions)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(versions)) {
            List<Path> sorted = paths.filter(path -> path.getFileName().toString().endsWith(ENDING))
                    .sorted(Comparator.reverseOrder()).toList();
            List<Version> found = new ArrayList<>();
            for (Path path : sorted) {
                found.add(new Version(path, Files.getLastModifiedTime(path).toInstant(), Files.size(path)));
            }
            return found;
        }
    }

    /// Keeps the version of a file that is about to be replaced.
    ///
    /// @return a sentence to show when that cannot be done: no reason not to save, but nothing to hide either
    Optional<String> keep(Path file) {
        try {
            List<Version> before = of(file);
            if (!before.isEmpty() && Files.mismatch(before.getFirst().path(), file) < 0) {
                return Optional.empty();
            }
            Path versions = Files.createDirectories(folderOf(file));
            FileTime savedAt = Files.getLastModifiedTime(file);
            Path kept = versions.resolve(NAME.format(savedAt.toInstant()) + ENDING);
            for (int i = 1; Files.exists(kept); i++) {
                kept = versions.resolve(NAME.format(savedAt.toInstant().plus(i, ChronoUnit.MILLIS)) + ENDING);
            }
            Path beside = kept.resolveSibling(kept.getFileName() + ".tmp");
            Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(beside, kept, StandardCopyOption.ATOMIC_MOVE);
            List<Version> all = of(file);
            for (Version old : all.subList(Math.min(VERSIONS_KEPT, all.size()), all.size())) {
                Files.delete(old.path());
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The version before this one could not be kept in " + folder + ": " + e.getMessage()
                    + ".");
        }
    }

    /// A readable name, and a fingerprint of the path: files of one name in two folders are two files.
    private Path folderOf(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        String name = file.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(name.substring(0, Math.min(40, name.length())) + "-"
                    + HexFormat.of().formatHex(hash, 0, 6));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
