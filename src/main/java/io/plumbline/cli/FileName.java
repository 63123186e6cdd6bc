package io.plumbline.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// A file name as somebody typed it.
final class FileName {

    private FileName() {}

    static Path path(String name) {
        if (name.isEmpty()) {
            throw new Unusable("A file name is empty.");
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            // Without a locale, Java knows no characters but those of ASCII in file names.
            throw new Unusable("\"" + name + "\" is no file name here: " + e.getReason() + ". If it has letters beyond "
                    + "A to Z, set LC_ALL to C.UTF-8, or send the file to standard input and name it -.");
        }
    }
}
