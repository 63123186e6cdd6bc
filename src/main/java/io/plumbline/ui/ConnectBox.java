package io.plumbline.ui;

import io.plumbline.edit.Put;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.ui.canvas.Connection;
import io.plumbline.ui.text.Called;
import io.plumbline.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cables without a mouse: from what is selected to what is typed. Several NICs go to the next free ports of a switch,
/// in their order.
final class ConnectBox {
    private ConnectBox() {}

    /// What the selection can be cabled with.
    static List<QuickBox.Entry> entries(Workbench workbench) {
        Design design = workbench.now().design();
        Set<Id> used = Connection.used(design);
        List<Id> ends = workbench.now().selected().stream().filter(Connection::isEnd).map(Element::id)
                .filter(id -> !used.contains(id)).toList();
        var entries = new ArrayList<QuickBox.Entry>();
        if (ends.isEmpty()) {
            return entries;
        }
        design.all(Switch.class).forEach(unit -> {
            List<Cable> cables = Connection.toNextPorts(design, ends, unit.id());
            String free = cables.size() == ends.size() ? "next free " + (ends.size() == 1 ? "port" : "ports") : "";
            entries.add(new QuickBox.Entry(unit.kind().icon(), Called.in(design, unit), free,
                    free.isEmpty() ? "Too few free ports" : "",
                    () -> workbench.perform(Put.add(cables), ends)));
        });
        if (ends.size() == 1) {
            design.all(SwitchPort.class).map(Element.class::cast)
                    .forEach(each -> addEnd(entries, workbench, ends, each));
            design.all(PhysicalNic.class).map(Element.class::cast)
                    .forEach(each -> addEnd(entries, workbench, ends, each));
            design.all().filter(Connection::isEnd)
                    .filter(each -> !(each instanceof SwitchPort) && !(each instanceof PhysicalNic))
                    .forEach(each -> addEnd(entries, workbench, ends, each));
        }
        return entries;
    }

    private static void addEnd(List<QuickBox.Entry> entries, Workbench workbench, List<Id> ends, Element each) {
        Design design = workbench.now().design();
        if (Connection.of(design, ends.getFirst(), each.id()) instanceof Connection.Allowed allowed) {
            entries.add(new QuickBox.Entry(each.kind().icon(), Called.in(design, each), "",
                    "", () -> workbench.perform(allowed.edit(design), ends)));
        }
    }
}
