package io.plumbline.exporter;

import io.plumbline.check.Finding;
import io.plumbline.check.Report;
import io.plumbline.model.Id;
import java.util.List;
import java.util.Map;

/// A design file with what the rules say about it.
///
/// @param name     the name the file was given by
/// @param report   the report
/// @param lineById the line of the file that holds each element's id, from 1
/// @param fixes    what would cure a finding, as changes of the file
public record CheckedFile(String name, Report report, Map<Id, Integer> lineById, Map<Finding, List<Fix>> fixes) {

    public CheckedFile {
        lineById = Map.copyOf(lineById);
        fixes = Map.copyOf(fixes);
    }

    public CheckedFile(String name, Report report, Map<Id, Integer> lineById) {
        this(name, report, lineById, Map.of());
    }
}
