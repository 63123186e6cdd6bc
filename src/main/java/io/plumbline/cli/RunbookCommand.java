package io.plumbline.cli;

import io.plumbline.check.Report;
import io.plumbline.exporter.HtmlWriter;
import io.plumbline.exporter.MarkdownWriter;
import io.plumbline.exporter.Printable;
import io.plumbline.runbook.Block;
import io.plumbline.runbook.Document;
import io.plumbline.runbook.Runbook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "runbook", mixinStandardHelpOptions = true, description = "Writes the runbook of a design: runbook.md with diagram.svg beside it, and runbook.html, one file.")
final class RunbookCommand implements Callable<Integer> {

    enum Format {
        md, html
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A design file; - reads standard input.")
    private String file;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write into; made if missing.")
    private String out;

    @Option(names = "--formats", split = ",", paramLabel = "FORMAT", description = "md, html, or both separated by a comma; both when not given.")
    private Set<Format> formats = EnumSet.allOf(Format.class);

    @Override
    public Integer call() {
        Input input = Input.read(file, System.in);
        Report report = Report.of(input.design());
        Block.Picture picture = Drawings.picture(report);
        Document document = Runbook.of(report, LocalDate.now(Plumbline.clock(spec)), Plumbline.version(),
                Optional.of(picture));
        Path folder = Output.folder(out);
        for (Format format : formats) {
            switch (format) {
                case md -> {
                    write(folder.resolve(picture.fileName()), picture.svg());
                    write(folder.resolve("runbook.md"), MarkdownWriter.write(document));
                }
                case html -> write(folder.resolve("runbook.html"), HtmlWriter.write(document));
            }
        }
        return 0;
    }

    private void write(Path target, String text) {
        Output.write(target, text.getBytes(StandardCharsets.UTF_8));
        spec.commandLine().getOut().println(Printable.line(target.toString()));
    }
}
