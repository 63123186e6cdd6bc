package io.plumbline.cli;

import io.plumbline.file.WholeFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes a file whole or not at all.
final class Output {

    private Output() {}

    static Path folder(String name) {
        try {
            return Files.createDirectories(FileName.path(name));
        } catch (FileAlreadyExistsException e) {
            throw new Unusable(e.getFile() + " is a file; --out takes a folder.");
        } catch (IOException e) {
            throw unwritable(name, e);
        }
    }

    static void write(Path file, byte[] bytes) {
        try {
            if (Files.isDirectory(file)) {
                throw new Unusable(file + " is a folder; name a file.");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                // A device or a pipe: nothing takes its place.
                Files.write(file, bytes, StandardOpenOption.WRITE);
            } else if (Files.exists(file) && !Files.isWritable(file)) {
                throw new AccessDeniedException(file.toString());
            } else {
                WholeFile.write(Files.exists(file) ? file.toRealPath() : file, bytes);
            }
        } catch (IOException e) {
            throw unwritable(file.toString(), e);
        }
    }

    private static Unusable unwritable(String name, IOException e) {
        return new Unusable(name + " cannot be written: " + switch (e) {
            case AccessDeniedException _ -> "no permission. Choose another place.";
            case NoSuchFileException _ -> "the folder does not exist.";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason() + ".";
            default -> e.getMessage() + ".";
        });
    }
}
