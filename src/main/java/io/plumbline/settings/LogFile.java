package io.plumbline.settings;

import io.plumbline.file.UserFolders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/// The log: five files of one megabyte, newest first. It holds what went wrong inside the program, and no names or
/// addresses of a design.
public final class LogFile {
    static final int FILES = 5;
    static final long MOST_BYTES = 1_000_000;

    private final Path folder;

    public LogFile(Path folder) {
        this.folder = folder;
    }

    public static LogFile ofThisUser() {
        return new LogFile(UserFolders.ofThisUser().state().resolve("log"));
    }

    /// The file that is written to.
    public Path path() {
        return folder.resolve("plumbline.log");
    }

    /// Writes down a defect of the program: where it happened, without its message, which could quote a design.
    ///
    /// @return where it is written down
    /// @throws IOException when it cannot be
    public Path write(Instant when, String version, Throwable defect) throws IOException {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.print(when + " Plumbline " + version + "\n");
        for (Throwable cause = defect; cause != null; cause = cause.getCause()) {
            out.print((cause == defect ? "" : "caused by ") + cause.getClass().getName() + "\n");
            for (StackTraceElement frame : cause.getStackTrace()) {
                out.print("    " + frame + "\n");
            }
        }
        Files.createDirectories(folder);
        if (Files.exists(path()) && Files.size(path()) + text.getBuffer().length() > MOST_BYTES) {
            rotate();
        }
        return Files.writeString(path(), text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rotate() throws IOException {
        for (int i = FILES - 1; i > 0; i--) {
            Path older = folder.resolve("plumbline." + i + ".log");
            Path newer = i == 1 ? path() : folder.resolve("plumbline." + (i - 1) + ".log");
            if (Files.exists(newer)) {
                Files.move(newer, older, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
