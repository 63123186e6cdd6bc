package io.plumbline.cli;

import com.github.difflib.DiffUtils;
import io.plumbline.check.Finding;
import io.plumbline.check.Remedies;
import io.plumbline.check.Remedy;
import io.plumbline.check.Report;
import io.plumbline.exporter.Fix;
import io.plumbline.file.DesignFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Quick fixes as changes of a file's lines.
final class Fixes {
    /// Every fix is tried by judging the design again: beyond so many elements that takes too long.
    static final int MOST_ELEMENTS = 3_000;

    private Fixes() {}

    /// @param text the file as it is
    static Map<Finding, List<Fix>> of(Report report, String text) {
        Map<Finding, List<Fix>> fixes = new HashMap<>();
        if (report.design().size() > MOST_ELEMENTS) {
            return fixes;
        }
        List<String> before = text.lines().toList();
        for (Finding finding : report.findings()) {
            List<Fix> own = new ArrayList<>();
            for (Remedy remedy : Remedies.of(report, finding)) {
                String after = DesignFile.write(remedy.edit().applyTo(report.design()));
                own.add(new Fix(remedy.label(), replacements(before, after.lines().toList())));
            }
            if (!own.isEmpty()) {
                fixes.put(finding, own);
            }
        }
        return fixes;
    }

    private static List<Fix.Replacement> replacements(List<String> before, List<String> after) {
        return DiffUtils.diff(before, after).getDeltas().stream()
                .map(delta -> new Fix.Replacement(delta.getSource().getPosition() + 1, delta.getSource().size(),
                        String.join("", delta.getTarget().getLines().stream().map(line -> line + "\n").toList())))
                .toList();
    }
}
