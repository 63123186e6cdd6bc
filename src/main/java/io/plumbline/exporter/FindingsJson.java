package io.plumbline.exporter;

import io.plumbline.check.Finding;
import io.plumbline.check.Fingerprints;
import io.plumbline.check.Report;
import io.plumbline.check.Severity;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.topology.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes what the rules say as JSON. The fields are documented in `src/docs/cli.md` and stay.
public final class FindingsJson {

    private FindingsJson() {}

    public static String write(List<CheckedFile> files, String version) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("plumbline", version);
        root.put("files", files.stream().map(FindingsJson::file).toList());
        return JsonText.of(root);
    }

    private static Map<String, Object> file(CheckedFile file) {
        Report report = file.report();
        Design design = report.design();
        Fingerprints fingerprints = Fingerprints.in(design);
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            counts.put(severity.word(), report.count(severity));
        }
        counts.put("toDo", report.toDos().size());
        counts.put("notChecked", report.notChecked().size());
        counts.put("accepted", report.accepted().size());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", file.name());
        entry.put("title", design.title());
        entry.put("counts", counts);
        entry.put("findings",
                report.findings().stream().map(finding -> finding(finding, design, fingerprints)).toList());
        entry.put("accepted", report.accepted().stream().map(each -> {
            Map<String, Object> accepted = finding(each.finding(), design, fingerprints);
            accepted.put("reason", each.risk().reason());
            accepted.put("author", each.risk().author());
            accepted.put("until", each.risk().until().find().map(Object::toString).orElse(null));
            accepted.put("stale", each.stale());
            return accepted;
        }).toList());
        entry.put("unneeded",
                report.unneeded().stream().map(risk -> fields("id", risk.id().text(), "rule", risk.ruleId(),
                        "elements", risk.elements().stream().map(Id::text).toList(), "reason", risk.reason(), "author",
                        risk.author())).toList());
        entry.put("tuned", report.tuned().stream().map(each -> fields("rule", each.setting().rule(), "variant",
                each.setting().variant().orElse(""), "level", each.setting().level().word(), "reason",
                each.setting().reason(), "findings", each.findings())).toList());
        entry.put("toDos", report.toDos().stream()
                .map(toDo -> fields("element", element(toDo.element(), design), "text", toDo.text())).toList());
        entry.put("notChecked", report.notChecked().stream().map(gap -> fields("rule", gap.rule(), "element",
                element(gap.primary(), design), "reason", gap.reason())).toList());
        entry.put("defects", report.defects().stream()
                .map(defect -> fields("rule", defect.rule(), "reason", defect.reason())).toList());
        return entry;
    }

    private static Map<String, Object> finding(Finding finding, Design design, Fingerprints fingerprints) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("rule", finding.rule());
        entry.put("variant", finding.variant());
        entry.put("severity", finding.severity().word());
        entry.put("title", finding.page().title());
        entry.put("message", finding.message());
        entry.put("because", finding.because());
        entry.put("element", element(finding.primary(), design));
        entry.put("elements", finding.elements().stream().map(Id::text).toList());
        entry.put("evidence", finding.evidence().stream().map(proof -> fields("element",
                element(proof.element(), design), "attribute", proof.attribute(), "value", proof.value())).toList());
        entry.put("facts", finding.facts());
        entry.put("factsHash", fingerprints.of(finding));
        return entry;
    }

    static Map<String, Object> element(Id id, Design design) {
        return fields("id", id.text(), "kind", design.find(id).map(Element::kind).map(kind -> kind.word()).orElse(""),
                "name", Names.of(design).of(id));
    }

    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
