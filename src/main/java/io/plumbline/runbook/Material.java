package io.plumbline.runbook;

import io.plumbline.check.Report;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// What the sections of a runbook are made from.
record Material(Design design, Topology topology, Effective effective, Names names, Report report) {

    static Material of(Report report) {
        Design design = report.design();
        Topology topology = Topology.of(design);
        return new Material(design, topology, topology.effective(), Names.of(design), report);
    }

    /// The name as sentences have it: `HV1/NIC1`.
    String name(Id id) {
        return names.of(id);
    }

    String names(Collection<Id> ids) {
        return names.list(ids);
    }

    /// The element's own name, for a table that names the owner in another column.
    String shortName(Id id) {
        return design.find(id).map(Element::name).filter(name -> !name.isBlank()).orElseGet(() -> name(id));
    }

    /// A virtual switch by id or by name.
    String switchName(String idOrName) {
        return design.find(new Id(idOrName)).map(Element::name).orElse(idOrName);
    }

    /// Adds a table unless it would be empty.
    void table(List<Block> blocks, String caption, List<String> header, Stream<List<String>> rows) {
        List<List<String>> all = rows.toList();
        if (!all.isEmpty()) {
            blocks.add(new Block.Table(caption, header, all));
        }
    }
}
