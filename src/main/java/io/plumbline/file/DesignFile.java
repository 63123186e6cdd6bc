package io.plumbline.file;

import io.plumbline.model.Design;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/// The `*.plumb` file: UTF-8 JSON, the network and its drawing apart.
public final class DesignFile {
    /// The version of the format that is written.
    public static final int FORMAT_VERSION = Formats.ALL.current();

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

    private static Design strict(Opened opened) throws UnreadableDesign {
        if (opened.problems().isEmpty()) {
            return opened.design();
        }
        throw new UnreadableDesign(opened.problems());
    }
}
