package io.plumbline.cli;

import io.plumbline.check.Rule;
import io.plumbline.check.RulePage;
import io.plumbline.check.Rules;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "rules", mixinStandardHelpOptions = true, description = "Lists the rules, or prints the page of one.")
final class RulesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "A rule's id, such as NLB001.")
    private String id;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (id == null) {
            for (Rule rule : Rules.ALL) {
                RulePage page = RulePage.of(rule.id());
                out.println(rule.id() + "  " + page.title() + "  [" + page.severity() + "]");
            }
            return 0;
        }
        String wanted = id.toUpperCase(Locale.ROOT);
        if (Rules.ALL.stream().noneMatch(rule -> rule.id().equals(wanted))) {
            throw new Unusable("There is no rule \"" + id + "\"; \"plumbline rules\" lists them.");
        }
        RulePage page = RulePage.of(wanted);
        out.println(page.id() + ": " + page.title());
        out.println("Severity: " + page.severity() + ". Origin: " + page.origin() + ".");
        page.sections().forEach((heading, text) -> {
            out.println();
            out.println(heading);
            out.println("-".repeat(heading.length()));
            out.println(text);
        });
        return 0;
    }
}
