package io.plumbline.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A display to time frames on: an Xvfb of our own where there is one, so that no other window takes part; else none at
/// all but Monocle, whose clock knows whole milliseconds only.
record Screen(Optional<Process> server, Optional<String> name) implements AutoCloseable {
    static Screen open() throws IOException, InterruptedException {
        var paths = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator);
        if (Stream.of(paths).noneMatch(folder -> Files.isExecutable(Path.of(folder, "Xvfb")))) {
            return new Screen(Optional.empty(), Optional.empty());
        }
        var number = Files.createTempFile("display", "");
        try {
            var server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1680x1050x24")
                    .redirectOutput(number.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            for (int i = 0; i < 100 && server.isAlive() && Files.size(number) == 0; i++) {
                Thread.sleep(100);
            }
            return new Screen(Optional.of(server), Optional.of(":" + Files.readString(number).strip()));
        } finally {
            Files.delete(number);
        }
    }

    /// Runs a program of the class path on this display and shows what it prints.
    void run(Class<?> program, String... arguments) throws IOException, InterruptedException {
        var process = builder(program, arguments).inheritIO().start();
        expectSuccess(program, process.waitFor());
    }

    /// Runs a program of the class path on this display for the number that it prints.
    long ask(Class<?> program, String... arguments) throws IOException, InterruptedException {
        var process = builder(program, arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var printed = new String(process.getInputStream().readAllBytes()).strip();
        expectSuccess(program, process.waitFor());
        return Long.parseLong(printed);
    }

    private static void expectSuccess(Class<?> program, int exit) throws IOException {
        if (exit != 0) {
            throw new IOException(program.getSimpleName() + " ended with " + exit);
        }
    }

    private ProcessBuilder builder(Class<?> program, String... arguments) {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Djavafx.animation.fullspeed=true",
                "-Dprism.vsync=false", "-Dprism.order=sw",
                "-Djava.util.logging.config.file=src/test/resources/logging.properties"));
        if (name.isEmpty()) {
            command.addAll(List.of("-Dglass.platform=Monocle", "-Dmonocle.platform=Headless",
                    "-Dheadless.geometry=1680x1050-32"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        name.ifPresent(display -> builder.environment().put("DISPLAY", display));
        return builder;
    }

    @Override
    public void close() {
        server.ifPresent(Process::destroy);
    }
}
