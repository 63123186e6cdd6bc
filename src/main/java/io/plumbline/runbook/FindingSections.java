package io.plumbline.runbook;

import io.plumbline.check.Finding;
import io.plumbline.check.Report;
import io.plumbline.check.RulePage;
import io.plumbline.check.Severity;
import io.plumbline.model.AcceptedRisk;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the validator says, for the reader of a document: findings with their explanations, accepted risks, what is
/// unfinished and what could not be checked.
final class FindingSections {

    private final Material material;
    private final Report report;

    FindingSections(Material material) {
        this.material = material;
        this.report = material.report();
    }

    Block.Section findings() {
        List<Block> blocks = new ArrayList<>();
        if (report.findings().isEmpty()) {
            blocks.add(new Block.Paragraph("The rules found nothing to report on this design."));
        } else {
            material.table(blocks, "Findings", List.of("Rule", "Severity", "Element", "Finding"),
                    report.findings().stream().map(this::row));
            blocks.addAll(explanations());
        }
        return new Block.Section("Findings", blocks);
    }

    Block.Section acceptedRisks() {
        List<Block> blocks = new ArrayList<>();
        material.table(blocks, "Accepted risks",
                List.of("Rule", "Finding", "Reason", "Accepted by", "On", "Review by", "State"),
                report.accepted().stream().map(this::accepted));
        material.table(blocks, "Accepted risks that are none any more",
                List.of("Rule", "Element", "Reason", "Accepted by"),
                report.unneeded().stream().map(risk -> List.of(risk.ruleId(),
                        risk.elements().isEmpty() ? "" : material.name(risk.elements().getFirst()), risk.reason(),
                        risk.author())));
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph("No risk was accepted."));
        }
        return new Block.Section("Accepted risks", blocks);
    }

    Block.Section open() {
        List<Block> blocks = new ArrayList<>();
        if (!report.toDos().isEmpty()) {
            blocks.add(new Block.Section("Unfinished",
                    List.of(new Block.Bullets(report.toDos().stream().map(each -> each.text()).toList()))));
        }
        material.table(blocks, "Rules judged otherwise in this design",
                List.of("Rule", "Level", "Findings concerned", "Reason"),
                report.tuned().stream().map(each -> List.of(
                        each.setting().rule() + each.setting().variant().find().map(" "::concat).orElse(""),
                        each.setting().level().display(), Integer.toString(each.findings()),
                        each.setting().reason())));
        material.table(blocks, "Not checked", List.of("Rule", "Element", "Why"), report.notChecked().stream()
                .map(each -> List.of(each.rule(), material.name(each.primary()), each.reason())));
        material.table(blocks, "Rules that could not be evaluated", List.of("Rule", "Why"),
                report.defects().stream().map(each -> List.of(each.rule(), each.reason())));
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph("Nothing is unfinished and nothing was left unchecked."));
        }
        return new Block.Section("Open points", blocks);
    }

    private List<String> row(Finding finding) {
        return List.of(label(finding), finding.severity().display(), material.name(finding.primary()), text(finding));
    }

    private static String label(Finding finding) {
        return finding.rule() + (finding.variant().isEmpty() ? "" : " " + finding.variant());
    }

    private static String text(Finding finding) {
        return finding.because().isEmpty() ? finding.message()
                : finding.message() + " (" + String.join("; ", finding.because()) + ")";
    }

    /// One explanation per rule, with the evidence of each of its findings.
    private List<Block> explanations() {
        Map<String, List<Finding>> byRule = report.findings().stream()
                .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.toList()));
        List<Block> blocks = new ArrayList<>();
        byRule.forEach((rule, findings) -> {
            RulePage page = RulePage.of(rule);
            List<Block> inside = new ArrayList<>();
            for (Finding finding : findings) {
                inside.add(new Block.Paragraph(text(finding)));
                inside.add(new Block.Table("Evidence", List.of("Element", "What", "Value"),
                        finding.evidence().stream()
                                .map(each -> List.of(material.name(each.element()), each.attribute(), each.value()))
                                .toList()));
            }
            RulePage.HEADINGS.forEach(heading -> inside
                    .add(new Block.Section(heading, List.of(new Block.Explanation(page.section(heading))))));
            blocks.add(new Block.Section(rule + ": " + page.title(), inside));
        });
        return blocks;
    }

    private List<String> accepted(Report.Accepted each) {
        AcceptedRisk risk = each.risk();
        return List.of(label(each.finding()), each.finding().message(), risk.reason(), risk.author(),
                Shown.value(risk.date()), Shown.value(risk.until()),
                each.stale() ? "values changed since, review" : "accepted");
    }

    /// "2 errors, 1 warning and 3 pieces of advice".
    static String counts(Report report) {
        List<String> parts = new ArrayList<>();
        long errors = report.count(Severity.ERROR);
        long warnings = report.count(Severity.WARNING);
        long advice = report.count(Severity.ADVICE);
        if (errors > 0) {
            parts.add(Names.count(errors, "error", "errors"));
        }
        if (warnings > 0) {
            parts.add(Names.count(warnings, "warning", "warnings"));
        }
        if (advice > 0) {
            parts.add(Names.count(advice, "piece of advice", "pieces of advice"));
        }
        return parts.isEmpty() ? "no findings" : Names.join(parts);
    }
}
