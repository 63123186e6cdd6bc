package io.plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares a text that people read with the one that somebody approved: `src/test/resources/approved/<name>`.
/// Running the tests with `-Dapprove=true` approves what comes out, to be looked at in the diff.
public final class Approved {
    private static final Path FOLDER = Path.of("src/test/resources/approved");

    private Approved() {}

    public static void check(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("approve")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                return;
            }
            assertTrue(Files.exists(file), () -> file + " does not exist; -Dapprove=true writes it:\n" + text);
            assertEquals(Files.readString(file), text, () -> file + " differs; -Dapprove=true approves the new text");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
