package io.plumbline.cli;

import io.plumbline.exporter.Printable;
import io.plumbline.file.Backups;
import io.plumbline.file.DesignFile;
import io.plumbline.file.UnsavedDesign;
import io.plumbline.importer.Os9Import;
import io.plumbline.importer.SourceFile;
import io.plumbline.importer.UnusableInput;
import io.plumbline.model.Design;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "import", mixinStandardHelpOptions = true, description = "Makes a design of what exists.", subcommands = ImportCommand.Os9.class)
final class ImportCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw WrongUse.missingCommand(spec);
    }

    @Command(name = "os9", mixinStandardHelpOptions = true, description = "Reads running-configurations of Dell OS9 (FTOS) switches and accounts for every line of them.")
    static final class Os9 implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(arity = "1..*", paramLabel = "CONFIG", description = "Running-configurations, one for each switch; - reads standard input.")
        private List<String> files;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "The design file to write; one that exists is kept among the backups.")
        private String out;

        @Option(names = "--title", paramLabel = "TEXT", description = "Title of the design; its file name when not given.")
        private String title;

        @Override
        public Integer call() {
            Path target = FileName.path(out);
            if (target.getFileName() == null || Files.isDirectory(target)) {
                throw new Unusable(out + " is a folder; name a file.");
            }
            try {
                List<SourceFile> sources = new ArrayList<>();
                for (String file : files) {
                    sources.add(source(file, target));
                }
                Design empty = Design
                        .empty(title == null ? target.getFileName().toString().replaceFirst("\\.plumb$", "") : title);
                Os9Import imported = Os9Import.read(sources, empty);
                Design design = imported.edit().applyTo(empty);
                // A design of that name may hold a day of drawing: it is kept among the backups.
                DesignFile.save(target, design, Backups.ofThisUser()).map(Printable::lines)
                        .ifPresent(spec.commandLine().getErr()::println);
                spec.commandLine().getOut().print(Printable.lines(imported.report().toText()));
                return 0;
            } catch (UnusableInput | UnsavedDesign e) {
                throw new Unusable(e.getMessage());
            } catch (IOException e) {
                throw new Unusable(out + " cannot be written: " + e.getMessage() + ".");
            }
        }

        private static SourceFile source(String file, Path target) throws IOException, UnusableInput {
            if (file.equals(Input.STANDARD_INPUT)) {
                return new SourceFile("standard input", System.in.readNBytes(SourceFile.MOST_BYTES + 1));
            }
            Path path = FileName.path(file);
            if (Files.exists(path) && Files.exists(target) && Files.isSameFile(path, target)) {
                throw new Unusable("--out " + target + " is one of the configurations; it would be lost.");
            }
            return SourceFile.read(path);
        }
    }
}
