package io.plumbline.exporter;

import static io.plumbline.diagram.Xml.escape;

import io.plumbline.check.Finding;
import io.plumbline.check.NotChecked;
import io.plumbline.check.Report;
import io.plumbline.check.Rule;
import io.plumbline.check.RulePage;
import io.plumbline.check.Rules;
import io.plumbline.check.Severity;
import io.plumbline.topology.Names;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Writes findings as the XML of JUnit, which build servers show as tests: a suite for each file, a test for each finding
/// and for each rule that found nothing.
public final class FindingsJunit {
    private final StringBuilder out = new StringBuilder();
    private final Predicate<Severity> fails;

    private FindingsJunit(Predicate<Severity> fails) {
        this.fails = fails;
    }

    /// @param fails whether a finding of this severity is a failed test; others pass and stand in the output
    public static String write(List<CheckedFile> files, Predicate<Severity> fails) {
        FindingsJunit junit = new FindingsJunit(fails);
        junit.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"Plumbline\">\n");
        files.forEach(junit::suite);
        return junit.out.append("</testsuites>\n").toString();
    }

    private void suite(CheckedFile file) {
        Report report = file.report();
        List<String> silent = silent(report);
        long failures = report.findings().stream().filter(each -> fails.test(each.severity())).count();
        out.append("  <testsuite name=\"").append(escape(file.name())).append("\" tests=\"")
                .append(report.findings().size() + report.accepted().size() + report.notChecked().size()
                        + report.defects().size() + silent.size())
                .append("\" failures=\"").append(failures).append("\" errors=\"").append(report.defects().size())
                .append("\" skipped=\"").append(report.accepted().size() + report.notChecked().size())
                .append("\">\n");
        Names names = Names.of(report.design());
        for (Finding finding : report.findings()) {
            test(file, finding.rule(), names.of(finding.primary()), fails.test(finding.severity())
                    ? element("failure", finding.severity().word(), finding.message(), evidence(finding, names))
                    : "      <system-out>" + escape(finding.severity().word() + ": " + finding.message())
                            + "</system-out>\n");
        }
        for (Report.Accepted each : report.accepted()) {
            test(file, each.finding().rule(), names.of(each.finding().primary()),
                    skipped("Accepted: " + each.risk().reason() + " (" + each.risk().author() + ")"));
        }
        for (NotChecked gap : report.notChecked()) {
            test(file, gap.rule(), names.of(gap.primary()), skipped(gap.reason()));
        }
        for (Report.Defect defect : report.defects()) {
            test(file, defect.rule(), "", element("error", "defect", defect.reason(), ""));
        }
        silent.forEach(rule -> test(file, rule, "", ""));
        out.append("  </testsuite>\n");
    }

    /// The rules that had nothing to say.
    private static List<String> silent(Report report) {
        Set<String> heard = report.findings().stream().map(Finding::rule).collect(Collectors.toSet());
        report.accepted().forEach(each -> heard.add(each.finding().rule()));
        report.notChecked().forEach(each -> heard.add(each.rule()));
        report.defects().forEach(each -> heard.add(each.rule()));
        return Rules.ALL.stream().map(Rule::id).filter(id -> !heard.contains(id)).toList();
    }

    private void test(CheckedFile file, String rule, String element, String body) {
        out.append("    <testcase classname=\"").append(escape(file.name())).append("\" name=\"")
                .append(escape(rule + " " + RulePage.of(rule).title() + (element.isEmpty() ? "" : ": " + element)))
                .append('"').append(body.isEmpty() ? "/>\n" : ">\n" + body + "    </testcase>\n");
    }

    private static String element(String name, String type, String message, String text) {
        return "      <" + name + " type=\"" + escape(type) + "\" message=\"" + escape(message) + "\">" + text + "</"
                + name + ">\n";
    }

    private static String skipped(String message) {
        return "      <skipped message=\"" + escape(message) + "\"/>\n";
    }

    private static String evidence(Finding finding, Names names) {
        return finding.evidence().stream()
                .map(proof -> escape(names.of(proof.element()) + ": " + proof.attribute() + " "
                        + proof.value()))
                .collect(Collectors.joining("\n"));
    }
}
