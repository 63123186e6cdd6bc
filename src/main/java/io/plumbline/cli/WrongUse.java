package io.plumbline.cli;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is said to somebody who gives a command the wrong words: one line, and where to read more.
final class WrongUse {

    private WrongUse() {}

    static String message(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        return what(wrong, command) + "; see \"" + command.getCommandSpec().qualifiedName() + " --help\".";
    }

    static ParameterException missingCommand(CommandSpec spec) {
        return new ParameterException(spec.commandLine(),
                "A command is missing: " + String.join(" or ", spec.subcommands().keySet()));
    }

    private static String what(ParameterException wrong, CommandLine command) {
        if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String word = "\"" + unmatched.getUnmatched().getFirst() + "\"";
            return command.getSubcommands().isEmpty() ? word + " is one word too many"
                    : "There is no command " + word + unmatched.getSuggestions().stream().findFirst()
                            .map(near -> ", but there is \"" + near + "\"").orElse("");
        }
        String message = wrong.getMessage().replaceFirst(" is not an? (int|long|double)$", " is no such number");
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    }
}
