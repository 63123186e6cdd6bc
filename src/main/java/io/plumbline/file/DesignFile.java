package io.plumbline.file;

import io.plumbline.model.Design;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The `*.plumb` file: UTF-8 JSON, the network and its drawing apart.
public final class DesignFile {
    /// The version of the format that is written.
    public static final int FORMAT_VERSION = Formats.ALL.current();

    /// A larger file is refused.
    public static final long MOST_BYTES = Source.MOST_BYTES;

    private static final DesignReader READER = new DesignReader(Formats.ALL);

    private DesignFile() {}

    /// Reads a design in which nothing may be wrong.
    ///
    /// @throws UnreadableDesign with all that is wrong
    public static Design read(Path file) throws UnreadableDesign {
        return strict(READER.open(file));
    }

    /// As [#read(Path)], from what can be read only once; `name` stands for the file in messages.
    public static Design read(String name, InputStream in) throws UnreadableDesign {
        try {
            return strict(READER.open(Source.of(name, in)));
        } catch (IOException e) {
            throw new UnreadableDesign(List.of(Problem.ofFile(name, "It cannot be read: " + e.getMessage() + ".",
                    "Try again.")));
        }
    }

    /// Reads what can be read. Elements that are wrong are left out, with what cannot be without them; attributes that
    /// are wrong become "not known"; each is listed in [Opened#problems()].
    ///
    /// @throws UnreadableDesign when nothing can be made of the file
    public static Opened open(Path file) throws UnreadableDesign {
        return READER.open(file);
    }

    /// The whole file as text: always the same for equal designs.
    public static String write(Design design) {
        return DesignWriter.write(design);
    }

    /// Saves a design: at every instant the file holds the old version or the new one, whole. A symbolic link is
    /// followed, permissions stay, and the old version is kept among the backups.
    ///
    /// @return a sentence to show when the design is saved, but the old version could not be kept
    /// @throws UnsavedDesign when the file cannot be written; it is as it was
    public static Optional<String> save(Path file, Design design, Backups backups) throws UnsavedDesign {
        return new Saving(Disk.REAL, backups).save(file, write(design));
    }

    /// The published JSON Schema of a format version; empty when there is no such version.
    public static Optional<String> schema(int formatVersion) {
        try (InputStream in = DesignFile.class.getResourceAsStream("schema-" + formatVersion + ".json")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Design strict(Opened opened) throws UnreadableDesign {
        if (opened.problems().isEmpty()) {
            return opened.design();
        }
        throw new UnreadableDesign(opened.problems());
    }
}
