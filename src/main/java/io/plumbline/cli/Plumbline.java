package io.plumbline.cli;

import io.plumbline.settings.LogFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;

/// The command line. Its exit code is 0 (clean), 1 (findings), 2 (unusable input or wrong use) or 3 (a defect).
@Command(name = "plumbline", mixinStandardHelpOptions = true, versionProvider = Plumbline.Version.class, description = "Draw a Hyper-V cluster network, see its faults, hand over the runbook.", footer = {
        "", "Without a command, or with a design file, the designer opens.", "",
        "Exit code: 0 clean, 1 findings, 2 unusable input or wrong use (a message on",
        "standard error, nothing written), 3 a defect of the program."}, subcommands = {Validate.class,
                RunbookCommand.class, DiagramCommand.class, ImportCommand.class,
                Ip2MacCommand.class, RulesCommand.class, SchemaCommand.class, Simulate.class})
public final class Plumbline implements Runnable {

    private final Clock clock;

    @CommandLine.Spec
    private CommandSpec spec;

    private Plumbline(Clock clock) {
        this.clock = clock;
    }

    /// All commands, for those who ask about them.
    static CommandLine commands(Clock clock) {
        return new CommandLine(new Plumbline(clock));
    }

    /// Runs one command on the standard streams and returns the exit code.
    public static int run(Clock clock, String... args) {
        return run(clock, System.out, System.err, args);
    }

    static int run(Clock clock, PrintStream out, PrintStream err, String... args) {
        PrintWriter printer = new PrintWriter(out, true, StandardCharsets.UTF_8);
        PrintWriter complaints = new PrintWriter(err, true, StandardCharsets.UTF_8);
        CommandLine line = commands(clock).setOut(printer).setErr(complaints)
                .setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((thrown, _, _) -> {
            if (thrown instanceof Unusable) {
                complaints.println(thrown.getMessage());
                return 2;
            }
            complaints
                    .println("Plumbline has a defect that stopped this command; please report it with " + logged(clock,
                            thrown) + ".");
            return 3;
        });
        return line.execute(args);
    }

    /// Where a defect is written down, or what it is where that cannot be done.
    private static String logged(Clock clock, Exception defect) {
        try {
            return "the log " + LogFile.ofThisUser().write(clock.instant(), version(), defect);
        } catch (IOException _) {
            return "this line: " + defect;
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// The clock that the program was started with.
    static Clock clock(CommandSpec command) {
        return ((Plumbline) command.root().userObject()).clock;
    }

    static String version() {
        return build().getProperty("version");
    }

    private static Properties build() {
        try (var in = Plumbline.class.getResourceAsStream("/io/plumbline/build.properties")) {
            Properties build = new Properties();
            build.load(in);
            return build;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            Properties build = build();
            return new String[]{"Plumbline %s (build of %s, Java %s)".formatted(build.getProperty("version"),
                    build.getProperty("date"), Runtime.version())};
        }
    }
}
