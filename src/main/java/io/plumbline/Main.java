package io.plumbline;

import io.plumbline.cli.Plumbline;
import io.plumbline.ui.Designer;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Platform;

/// The one way in: a window (no argument, or files), or the command line (a subcommand or an option).
///
/// Nobody else reads the clock: whatever depends on the date gets it from here.
public final class Main {
    /// A word with a dot or a separator names a file, any other word a command. So a file called `validate` never
    /// hides the command of that name; it opens as `./validate`.
    private static final Pattern FILE = Pattern.compile("[^-].*[./\\\\].*|[./\\\\].*");

    private Main() {}

    public static void main(String[] args) {
        System.exit(opensWindow(args) ? Window.open(List.of(args)) : Plumbline.run(Clock.systemDefaultZone(), args));
    }

    static boolean opensWindow(String... args) {
        return Stream.of(args).allMatch(arg -> FILE.matcher(arg).matches());
    }

    /// Apart from `Main`, so that the command line never loads JavaFX.
    private static final class Window {
        static int open(List<String> files) {
            var obstacle = startToolkit();
            if (obstacle.isPresent()) {
                System.err.printf("""
                        Plumbline cannot open a window here because %s; use the command line, \
                        for example "plumbline validate FILE" ("plumbline --help" lists the commands).%n""",
                        obstacle.get());
                return 2;
            }
            Designer.open(Clock.systemDefaultZone(), files);
            return 0;
        }

        private static Optional<String> startToolkit() {
            if (System.getProperty("os.name").equals("Linux") && System.getProperty("glass.platform") == null
                    && System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
                return Optional.of("there is no display");
            }
            // JavaFX writes a stack trace for every library it does not find, and then says the same again.
            var err = System.err;
            System.setErr(new PrintStream(OutputStream.nullOutputStream()));
            try {
                Platform.startup(() -> {});
                return Optional.empty();
            } catch (RuntimeException | LinkageError e) {
                return Optional.of(String.valueOf(e.getMessage()).contains("DISPLAY")
                        ? "there is no display"
                        : "the libraries of a desktop are missing (GTK 3 on Linux)");
            } finally {
                System.setErr(err);
            }
        }
    }
}
