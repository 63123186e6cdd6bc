package io.plumbline.bench;

import io.plumbline.check.Report;
import io.plumbline.file.DesignFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/// A program that has just been started, and what it does first: nothing is compiled, no class is loaded.
final class Cold {
    private static final int ROUNDS = 7;
    private static final int PICTURES = 3;

    private Cold() {}

    /// Prints how many nanoseconds it took from here to the end.
    public static void main(String[] args) throws Exception {
        var file = Path.of(args[1]);
        long start = System.nanoTime();
        int result = switch (args[0]) {
            case "plumbline" -> Report.of(DesignFile.read(file)).findings().size();
            case "jackson" -> PlainFile.tokens(file) + PlainFile.read(file).elements().host().size();
            default -> throw new IllegalArgumentException(args[0]);
        };
        System.out.println(System.nanoTime() - start);
        System.exit(result < 0 ? 1 : 0);
    }

    static Race race(Path file) throws IOException, InterruptedException {
        var ours = LongStream.builder();
        var jacksons = LongStream.builder();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(run("plumbline", file));
            jacksons.add(run("jackson", file));
        }
        return Race.of("open in a new process: load, index, validate", ours.build().toArray(),
                "Jackson there: tokens, then records", jacksons.build().toArray());
    }

    /// The first picture that a process shows: JavaFX has started and its window is empty.
    static Race firstPicture(Screen screen, int hosts) throws IOException, InterruptedException {
        var figures = Integer.toString(Frames.figures(Estate.of(hosts)));
        var ours = LongStream.builder();
        var floor = LongStream.builder();
        for (int round = 0; round < PICTURES; round++) {
            ours.add(screen.ask(Frames.class, Integer.toString(hosts), "plumbline", figures));
            floor.add(screen.ask(Frames.class, Integer.toString(hosts), "rectangles", figures));
        }
        return Race.of("first picture of a new process", ours.build().toArray(), Frames.FLOOR,
                floor.build().toArray());
    }

    private static long run(String program, Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(System.getProperty("java.home") + File.separator + "bin"
                + File.separator + "java", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                Cold.class.getName(), program, file.toString())).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var printed = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IOException(program + " ended with " + process.exitValue());
        }
        return Long.parseLong(printed);
    }
}
