package io.plumbline;

import io.plumbline.cli.Plumbline;
import io.plumbline.ui.Designer;
import java.time.Clock;
import java.util.List;
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
            try {
                Platform.startup(() -> {});
            } catch (RuntimeException | LinkageError _) {
                // Whatever JavaFX lacks (an X display, its native libraries), the way on is the same.
                System.err.println("""
                        Plumbline cannot open a window here because there is no display; use the command line, \
                        for example "plumbline validate FILE" ("plumbline --help" lists the commands).""");
                return 2;
            }
            Designer.open(Clock.systemDefaultZone(), files);
            return 0;
        }
    }
}
