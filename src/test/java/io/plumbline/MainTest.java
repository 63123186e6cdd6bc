package io.plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @Test
    void noArgumentOpensTheWindow() {
        assertTrue(Main.opensWindow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rack.plumb", "./validate", "designs/rack", "C:\\designs\\rack", "/srv/rack.plumb", "..",
            "é.x"})
    void aFileOpensTheWindow(String file) {
        assertTrue(Main.opensWindow(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "--help", "--version", "-h", "-", "-.plumb", "--file=a.plumb", "rules", "",
            " "})
    void anythingElseIsForTheCommandLine(String argument) {
        assertFalse(Main.opensWindow(argument));
    }

    @Test
    void severalFilesOpenTheWindow() {
        assertTrue(Main.opensWindow("a.plumb", "b.plumb"));
    }

    @Test
    void aCommandWithAFileIsForTheCommandLine() {
        assertFalse(Main.opensWindow("validate", "a.plumb"));
        assertFalse(Main.opensWindow("a.plumb", "--help"));
    }

    @Test
    void withoutADisplayTheWindowIsOneSentence() throws Exception {
        assertEquals(new Outcome(2, "", """
                Plumbline cannot open a window here because there is no display; use the command line, \
                for example "plumbline validate FILE" ("plumbline --help" lists the commands).
                """), plumblineWithoutDisplay());
    }

    @Test
    void theVersionNeedsNoDisplay() throws Exception {
        var outcome = plumblineWithoutDisplay("--version");
        assertEquals(0, outcome.exit());
        assertEquals("", outcome.err());
        assertTrue(Pattern.matches("Plumbline \\d+\\.\\d+\\.\\d+ \\(build of \\d{4}-\\d\\d-\\d\\d, Java 25.*\\)\n",
                outcome.out()), outcome.out());
    }

    @Test
    void theCommandLineNeverLoadsTheWindow() throws Exception {
        var outcome = run(List.of("-verbose:class"), "--help");
        assertTrue(outcome.out().contains("io.plumbline.cli.Plumbline "), "the trace of loaded classes is there");
        assertEquals(List.of(), outcome.out().lines()
                .filter(line -> line.contains(" javafx.") || line.contains(" io.plumbline.ui.")).toList());
    }

    private record Outcome(int exit, String out, String err) {}

    private static Outcome plumblineWithoutDisplay(String... args) throws Exception {
        return run(List.of(), args);
    }

    /// As the image does it: JavaFX as modules, everything else on the class path.
    private static Outcome run(List<String> options, String... args) throws IOException, InterruptedException {
        Predicate<String> javafx = path -> path.contains("javafx-") && !path.contains("monocle");
        var paths = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        var command = Stream.of(
                Stream.of(System.getProperty("java.home") + "/bin/java",
                        "--module-path", join(paths, javafx), "--add-modules", "javafx.controls",
                        "--enable-native-access=javafx.graphics", "-cp", join(paths, javafx.negate())),
                options.stream(), Stream.of("io.plumbline.Main"), Stream.of(args)).flatMap(s -> s).toList();
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        var process = builder.start();
        process.getOutputStream().close();
        var err = new StringBuilder();
        var reader = Thread.ofVirtual().start(() -> process.errorReader().lines().forEach(
                line -> err.append(line).append('\n')));
        var out = process.inputReader().lines().map(line -> line + "\n").collect(Collectors.joining());
        reader.join();
        return new Outcome(process.waitFor(), out, err.toString());
    }

    private static String join(List<String> paths, Predicate<String> which) {
        return paths.stream().filter(which).collect(Collectors.joining(File.pathSeparator));
    }
}
