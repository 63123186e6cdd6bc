package io.plumbline.cli;

import io.plumbline.check.Report;
import io.plumbline.check.Severity;
import io.plumbline.exporter.CheckedFile;
import io.plumbline.exporter.FindingsJson;
import io.plumbline.exporter.FindingsJunit;
import io.plumbline.exporter.FindingsSarif;
import io.plumbline.exporter.FindingsText;
import io.plumbline.exporter.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "validate", mixinStandardHelpOptions = true, description = "Checks designs against all rules.", footer = {
        "", "Exit code: 0 no finding at or above --fail-on, 1 there are some, 2 a file",
        "cannot be used (the others are still checked), 3 a defect of the program."})
final class Validate implements Callable<Integer> {

    enum Format {
        text, json, sarif, junit
    }

    enum FailOn {
        error, warning, advice, never
    }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Design files; - reads standard input.")
    private List<String> files;

    @Option(names = "--format", defaultValue = "text", paramLabel = "FORMAT", description = "text, json, sarif or junit; text when not given.")
    private Format format;

    @Option(names = "--fail-on", defaultValue = "error", paramLabel = "SEVERITY", description = "error, warning, advice or never: the mildest severity that makes the exit code 1; error when not given.")
    private FailOn failOn;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<CheckedFile> checked = new ArrayList<>();
        boolean unusable = false;
        if (Collections.frequency(files, Input.STANDARD_INPUT) > 1) {
            throw new Unusable("Standard input can be read once; \"-\" is given more often.");
        }
        for (String file : files) {
            try {
                Input input = Input.read(file, System.in);
                checked.add(checked(input));
            } catch (Unusable e) {
                spec.commandLine().getErr().println(Printable.lines(e.getMessage()));
                unusable = true;
            }
        }
        out.print(switch (format) {
            case text -> FindingsText.write(checked);
            case json -> FindingsJson.write(checked, Plumbline.version());
            case sarif -> FindingsSarif.write(checked, Plumbline.version());
            case junit -> FindingsJunit.write(checked, this::fails);
        });
        out.flush();
        if (unusable) {
            return 2;
        }
        if (checked.stream().anyMatch(each -> !each.report().defects().isEmpty())) {
            return 3;
        }
        return checked.stream().flatMap(each -> each.report().findings().stream())
                .anyMatch(finding -> fails(finding.severity())) ? 1 : 0;
    }

    private CheckedFile checked(Input input) {
        Report report = Report.of(input.design());
        return new CheckedFile(input.name(), report, input.lineById(),
                format == Format.sarif ? Fixes.of(report, input.text()) : Map.of());
    }

    private boolean fails(Severity severity) {
        return switch (failOn) {
            case error -> severity.atLeast(Severity.ERROR);
            case warning -> severity.atLeast(Severity.WARNING);
            case advice -> severity.atLeast(Severity.ADVICE);
            case never -> false;
        };
    }
}
