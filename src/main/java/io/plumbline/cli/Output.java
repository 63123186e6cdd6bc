package io.plumbline.cli;

import io.plumbline.file.WholeFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Writes a file whole or not at all.
final class Output {

    private Output() {}

    static Path folder(String name) {
        try {
            return Files.createDirectories(Path.of(name));
        } catch (FileAlreadyExistsException e) {
            throw new Unusable(name + " is a file; --out takes a folder.");
        } catch (InvalidPathException | IOException e) {
            throw new Unusable(reason(name, e));
        }
    }

    static void write(Path file, byte[] bytes) {
        try {
            if (Files.isDirectory(file)) {
                throw new Unusable(file + " is a folder; name a file.");
            }
            WholeFile.write(file, bytes);
        } catch (IOException e) {
            throw new Unusable(reason(file.toString(), e));
        }
    }

    private static String reason(String name, Exception e) {
        return switch (e) {
            case AccessDeniedException _ -> name + " cannot be written: no permission. Choose another place.";
            case NoSuchFileException _ -> name + " cannot be written: the folder does not exist.";
            default -> name + " cannot be written: " + e.getMessage();
        };
    }
}
