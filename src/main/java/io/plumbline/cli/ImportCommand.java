package io.plumbline.cli;

import io.plumbline.file.Backups;
import io.plumbline.file.DesignFile;
import io.plumbline.file.UnsavedDesign;
import io.plumbline.importer.Os9Import;
import io.plumbline.importer.SourceFile;
import io.plumbline.importer.UnusableInput;
import io.plumbline.model.Design;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "import", mixinStandardHelpOptions = true, description = "Makes a design of what exists.", subcommands = ImportCommand.Os9.class)
final class ImportCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to import: os9.");
    }

    @Command(name = "os9", mixinStandardHelpOptions = true, description = "Reads running-configurations of Dell OS9 (FTOS) switches and accounts for every line of them.")
    static final class Os9 implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(arity = "1..*", paramLabel = "CONFIG", description = "Running-configurations, one for each switch.")
        private List<String> files;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "The design file to write.")
        private String out;

        @Option(names = "--title", paramLabel = "TEXT", description = "Title of the design; its file name when not given.")
        private String title;

        @Override
        public Integer call() {
            try {
                List<SourceFile> sources = new ArrayList<>();
                for (String file : files) {
                    sources.add(SourceFile.read(Path.of(file)));
                }
                Path target = Path.of(out);
                if (target.getFileName() == null) {
                    throw new Unusable("--out takes a file; " + out + " is a folder.");
                }
                Design empty = Design
                        .empty(title == null ? target.getFileName().toString().replaceFirst("\\.plumb$", "") : title);
                Os9Import imported = Os9Import.read(sources, empty);
                Design design = imported.edit().applyTo(empty);
                DesignFile.save(target, design, Backups.ofThisUser())
                        .ifPresent(spec.commandLine().getErr()::println);
                spec.commandLine().getOut().print(imported.report().toText());
                spec.commandLine().getOut().flush();
                return 0;
            } catch (UnusableInput | UnsavedDesign e) {
                throw new Unusable(e.getMessage());
            } catch (InvalidPathException e) {
                throw new Unusable("\"" + e.getInput() + "\" is no file name: " + e.getReason() + ".");
            }
        }
    }
}
