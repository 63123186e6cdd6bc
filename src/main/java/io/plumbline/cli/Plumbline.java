package io.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The command line. Its exit code is 0 (clean), 1 (findings), 2 (unusable input or wrong use) or 3 (a defect).
@Command(name = "plumbline", mixinStandardHelpOptions = true, versionProvider = Plumbline.Version.class, description = "Draw a Hyper-V cluster network, see its faults, hand over the runbook.")
public final class Plumbline implements Runnable {
    private Plumbline() {}

    /// Runs one command and returns the exit code.
    public static int run(Clock clock, String... args) {
        return new CommandLine(new Plumbline()).execute(args);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            try (var in = Plumbline.class.getResourceAsStream("/io/plumbline/build.properties")) {
                var build = new Properties();
                build.load(in);
                return new String[]{"Plumbline %s (build of %s, Java %s)".formatted(build.getProperty("version"),
                        build.getProperty("date"), Runtime.version())};
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
