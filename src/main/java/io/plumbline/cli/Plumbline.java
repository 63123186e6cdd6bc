package io.plumbline.cli;

import io.plumbline.exporter.Printable;
import io.plumbline.settings.LogFile;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Properties;
import java.util.stream.Stream;
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
                Ip2MacCommand.class, RulesCommand.class, ProfileCommand.class, SchemaCommand.class, Simulate.class})
public final class Plumbline implements Runnable {

    private final Clock clock;

    @CommandLine.Spec
    private CommandSpec spec;

    private Plumbline(Clock clock) {
        this.clock = clock;
    }

    /// Runs one command on the standard streams and returns the exit code.
    public static int run(Clock clock, String... args) {
        return run(clock, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), args);
    }

    static int run(Clock clock, OutputStream out, OutputStream err, String... args) {
        Outlet outlet = new Outlet(out);
        PrintWriter printer = new PrintWriter(outlet, false, StandardCharsets.UTF_8);
        PrintWriter complaints = new PrintWriter(err, true, StandardCharsets.UTF_8);
        int exit = execute(commands(clock).setOut(printer).setErr(complaints), clock, args);
        if (outlet.trouble().isPresent()) {
            complaints.println("Standard output cannot be written: " + outlet.trouble().get() + ".");
            return Math.max(2, exit);
        }
        return exit;
    }

    /// All commands with their options.
    static CommandLine commands(Clock clock) {
        // A file whose name starts with @ is a design like any other, not a list of arguments.
        CommandLine line = new CommandLine(new Plumbline(clock)).setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false);
        everyCommand(line).forEach(each -> each.getCommandSpec().versionProvider(new Version()));
        return line;
    }

    static Stream<CommandLine> everyCommand(CommandLine line) {
        return Stream.concat(Stream.of(line),
                line.getSubcommands().values().stream().flatMap(Plumbline::everyCommand));
    }

    private static int execute(CommandLine line, Clock clock, String... args) {
        PrintWriter complaints = line.getErr();
        line.setParameterExceptionHandler((wrong, _) -> {
            complaints.println(Printable.lines(WrongUse.message(wrong)));
            return 2;
        });
        line.setExecutionExceptionHandler((thrown, _, _) -> {
            if (thrown instanceof Unusable) {
                complaints.println(Printable.lines(thrown.getMessage()));
                return 2;
            }
            return defect(thrown, clock, complaints);
        });
        try {
            int exit = line.execute(args);
            line.getOut().flush();
            return exit;
        } catch (OutOfMemoryError _) {
            complaints.println("There is not enough memory for this; try a smaller design or another machine.");
            return 2;
        } catch (RuntimeException | StackOverflowError e) {
            return defect(e, clock, complaints);
        }
    }

    private static int defect(Throwable thrown, Clock clock, PrintWriter complaints) {
        complaints.println("Plumbline has a defect that stopped this command; please report it with "
                + Printable.line(logged(clock, thrown)) + ".");
        return 3;
    }

    /// Where a defect is written down, or what it is where that cannot be done.
    private static String logged(Clock clock, Throwable defect) {
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
