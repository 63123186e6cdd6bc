package io.plumbline.exporter;

import static io.plumbline.exporter.FindingsJson.fields;

import io.plumbline.check.Finding;
import io.plumbline.check.Report;
import io.plumbline.check.RulePage;
import io.plumbline.check.Severity;
import io.plumbline.topology.Names;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Writes findings as SARIF 2.1.0, the format in which code hosts and editors show the results of checks.
public final class FindingsSarif {

    private FindingsSarif() {}

    public static String write(List<CheckedFile> files, String version) {
        List<String> rules = files.stream().map(CheckedFile::report)
                .flatMap(report -> Stream.concat(report.findings().stream(),
                        report.accepted().stream().map(Report.Accepted::finding)))
                .map(Finding::rule).distinct().sorted().toList();
        List<Object> results = new ArrayList<>();
        for (CheckedFile file : files) {
            file.report().findings().forEach(finding -> results.add(result(file, finding, rules)));
            file.report().accepted().forEach(each -> {
                Map<String, Object> accepted = result(file, each.finding(), rules);
                accepted.put("suppressions", List.of(fields("kind", "external", "status",
                        each.stale() ? "underReview" : "accepted", "justification", each.risk().reason())));
                results.add(accepted);
            });
        }
        boolean whole = files.stream().allMatch(file -> file.report().defects().isEmpty());
        Map<String, Object> driver = fields("name", "Plumbline", "version", version, "rules",
                rules.stream().map(FindingsSarif::rule).toList());
        return JsonText.of(fields("$schema", "https://json.schemastore.org/sarif-2.1.0.json", "version", "2.1.0",
                "runs",
                List.of(fields("tool", fields("driver", driver), "invocations",
                        List.of(fields("executionSuccessful", whole)), "columnKind", "utf16CodeUnits", "results",
                        results))));
    }

    private static Map<String, Object> rule(String id) {
        RulePage page = RulePage.of(id);
        return fields("id", id, "shortDescription", fields("text", page.title()), "fullDescription",
                fields("text", plain(page.section("What happens"))), "help",
                fields("text", plain(page.section("What to do")), "markdown", page.section("What to do")));
    }

    private static Map<String, Object> result(CheckedFile file, Finding finding, List<String> rules) {
        Map<String, Object> physical = fields("artifactLocation", fields("uri", uri(file.name())));
        Integer line = file.lineById().get(finding.primary());
        if (line != null) {
            physical.put("region", fields("startLine", line));
        }
        Names names = Names.of(file.report().design());
        List<Map<String, Object>> logical = finding.elements().stream().map(
                id -> fields("name", names.of(id), "fullyQualifiedName", id.text(), "kind", "resource")).toList();
        Map<String, Object> result = fields("ruleId", finding.rule(), "ruleIndex", rules.indexOf(finding.rule()),
                "level",
                level(finding.severity()), "message", fields("text", finding.message()), "locations",
                List.of(fields("physicalLocation", physical, "logicalLocations", logical)), "partialFingerprints",
                fields("plumblineFinding/v1", finding.rule() + "/" + finding.variant() + "/" + finding.elements()));
        List<Fix> fixes = file.fixes().getOrDefault(finding, List.of());
        if (!fixes.isEmpty()) {
            result.put("fixes", fixes.stream().map(fix -> fix(file, fix)).toList());
        }
        return result;
    }

    private static Map<String, Object> fix(CheckedFile file, Fix fix) {
        return fields("description", fields("text", fix.label()), "artifactChanges",
                List.of(fields("artifactLocation", fields("uri", uri(file.name())), "replacements",
                        fix.replacements().stream().map(each -> fields("deletedRegion",
                                fields("startLine", each.line(), "startColumn", 1, "endLine",
                                        each.line() + each.lines(), "endColumn", 1),
                                "insertedContent", fields("text", each.text()))).toList())));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case ADVICE -> "note";
        };
    }

    /// The first paragraph, on one line.
    private static String plain(String markdown) {
        return markdown.split("\n\\s*\n", 2)[0].replaceAll("\\s+", " ").strip();
    }

    /// A reference by SARIF's rules: a drive letter or a colon in a name must not look like the scheme of a URL.
    static String uri(String file) {
        String path = file.replace('\\', '/');
        try {
            if (path.matches("[A-Za-z]:/.*")) {
                return new URI("file", "", "/" + path, null).toASCIIString();
            }
            boolean colon = path.split("/", 2)[0].contains(":");
            return new URI(null, null, colon ? "./" + path : path, null).toASCIIString();
        } catch (URISyntaxException _) {
            return "design.plumb";
        }
    }
}
