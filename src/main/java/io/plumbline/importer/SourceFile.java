package io.plumbline.importer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/// A file to import: the name that messages call it by, and its bytes.
public final class SourceFile {

    /// A larger file is refused.
    public static final int MOST_BYTES = ConfigurationText.MOST_BYTES;

    private final String name;
    private final byte[] bytes;

    public SourceFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    /// Reads a file; one that is far too large is read no further than needed to say so.
    public static SourceFile read(Path path) throws UnusableInput {
        if (Files.isDirectory(path)) {
            throw new UnusableInput(Texts.get("bad.folder", path));
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new SourceFile(path.toString(), in.readNBytes(MOST_BYTES + 1));
        } catch (NoSuchFileException _) {
            throw new UnusableInput(Texts.get("bad.missing", path));
        } catch (AccessDeniedException _) {
            throw new UnusableInput(Texts.get("bad.denied", path));
        } catch (IOException e) {
            throw new UnusableInput(Texts.get("bad.unreadable", path, e.getMessage()));
        }
    }

    public String name() {
        return name;
    }

    /// The name without its folders.
    String shortName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    boolean sameContentAs(SourceFile other) {
        return Arrays.equals(bytes, other.bytes);
    }
}
