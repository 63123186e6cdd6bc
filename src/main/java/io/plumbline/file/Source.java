package io.plumbline.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bytes that can be read more than once: where something is wrong, a second reading finds the line.
record Source(String name, Opening opening) {
    /// Ten times the largest design that anybody is expected to draw (5,000 hosts).
    static final long MOST_BYTES = 256L << 20;

    /// Starts to read from the beginning.
    interface Opening {
        InputStream open() throws IOException;
    }

    static Source of(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            return new Source(file.toString(), () -> new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return of(file.toString(), in);
        }
    }

    /// Reads what can be read only once, such as standard input.
    static Source of(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes((int) MOST_BYTES + 1);
        return new Source(name, () -> new ByteArrayInputStream(bytes));
    }

    InputStream open() throws IOException {
        return opening.open();
    }
}
