package io.plumbline.cli;

import io.plumbline.file.DesignFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "schema", mixinStandardHelpOptions = true, description = "Prints the JSON Schema of design files.")
final class SchemaCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--format-version", paramLabel = "N", description = "The version of the format; the newest when not given.")
    private int formatVersion = DesignFile.FORMAT_VERSION;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(DesignFile.schema(formatVersion).orElseThrow(() -> new Unusable(
                "There is no format " + formatVersion + "; the newest is " + DesignFile.FORMAT_VERSION + ".")));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
