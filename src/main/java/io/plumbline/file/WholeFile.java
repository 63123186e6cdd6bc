package io.plumbline.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/// Writes files whole or not at all: beside the old one first, which is then replaced in one step.
public final class WholeFile {

    private WholeFile() {}

    /// Puts these bytes in the place of the file, whose permissions stay.
    ///
    /// @throws IOException when that fails; the old file is as it was, and nothing is left beside it
    public static void write(Path file, byte[] bytes) throws IOException {
        write(Disk.REAL, file.toAbsolutePath(), bytes);
    }

    static void write(Disk disk, Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling(".%s.%s.tmp".formatted(beginning(file),
                Integer.toHexString(ThreadLocalRandom.current().nextInt())));
        try {
            disk.write(beside, bytes);
            if (Files.exists(file)) {
                disk.copyPermissions(file, beside);
            }
            disk.replace(beside, file);
            disk.flushFolder(file.getParent());
        } finally {
            disk.discard(beside);
        }
    }

    /// Short enough that the name beside it is not too long when the name itself is not.
    private static String beginning(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, Math.min(name.length(), 40));
    }
}
