import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Starts the finished image once, lets the Java run-time note what the window loads, and leaves that beside the jars as
/// its AOT cache: the window then opens nearly twice as fast. Where no window can open (no Xvfb on Linux) the image stays
/// as it is: it works the same, and starts as it did.
///
///     java jlink-config/Train.java IMAGE DESIGN
class Train {
    private static final String SYSTEM = System.getProperty("os.name");

    public static void main(String[] args) throws IOException, InterruptedException {
        var image = Path.of(args[0]).toAbsolutePath();
        var configuration = find(image, ".*[\\\\/](plumbline|Plumbline)\\.cfg");
        var launcher = find(image, ".*[\\\\/](bin|MacOS)[\\\\/]plumbline|.*[\\\\/]Plumbline\\.exe");
        var cache = configuration.resolveSibling("plumbline.aot");
        var home = Files.createTempDirectory("plumbline-training");
        var started = new ArrayList<Process>();
        try {
            var command = new ArrayList<>(List.of(launcher.toString()));
            if (Files.exists(Path.of(args[1]))) {
                command.add(Path.of(args[1]).toAbsolutePath().toString());
            }
            var window = new ProcessBuilder(command).directory(home.toFile())
                    .redirectErrorStream(true).redirectOutput(home.resolve("output.txt").toFile());
            // The settings of whoever builds are none of its business.
            for (var variable : List.of("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME",
                    "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")) {
                window.environment().put(variable, home.toString());
            }
            window.environment().put("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=" + cache + " -Duser.home=" + home);
            if (SYSTEM.equals("Linux")) {
                var display = startDisplay(home, started);
                if (display.isEmpty()) {
                    System.out.println("No Xvfb to open a window on: the image has no AOT cache.");
                    return;
                }
                window.environment().put("DISPLAY", display);
                window.environment().remove("WAYLAND_DISPLAY");
            }
            var process = window.start();
            started.add(process);
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IOException("The window closed at once: " + Files.readString(home.resolve("output.txt")));
            }
            close(process);
            if (!process.waitFor(3, TimeUnit.MINUTES) || !Files.exists(cache)) {
                throw new IOException("No AOT cache: " + Files.readString(home.resolve("output.txt")));
            }
            Files.writeString(configuration, "java-options=-XX:AOTCache=$APPDIR/plumbline.aot\n",
                    StandardOpenOption.APPEND);
        } finally {
            started.reversed().forEach(Process::destroy);
            delete(home);
        }
    }

    private static Path find(Path image, String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            return files.filter(file -> file.toString().matches(pattern)).findFirst().orElseThrow();
        }
    }

    private static String startDisplay(Path home, List<Process> started) throws IOException, InterruptedException {
        var number = home.resolve("display");
        try {
            started.add(new ProcessBuilder("sh", "-c",
                    "command -v Xvfb >/dev/null && exec Xvfb -displayfd 1 -screen 0 1600x1000x24 2>/dev/null")
                    .redirectOutput(number.toFile()).start());
        } catch (IOException e) {
            return "";
        }
        for (int i = 0; i < 100 && Files.size(number) == 0 && started.getFirst().isAlive(); i++) {
            Thread.sleep(100);
        }
        return Files.size(number) == 0 ? "" : ":" + Files.readString(number).strip();
    }

    /// The way a user would, so that the run-time ends in order and writes its cache.
    private static void close(Process window) throws IOException {
        if (SYSTEM.startsWith("Windows")) {
            new ProcessBuilder("taskkill", "/T", "/PID", String.valueOf(window.pid())).start();
        } else {
            window.destroy();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
