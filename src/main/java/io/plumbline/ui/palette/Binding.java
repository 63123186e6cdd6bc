package io.plumbline.ui.palette;

import io.plumbline.edit.Edit;
import io.plumbline.edit.Remove;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Makes one of several: a team of NICs, a LAG of ports or cables, a stack of switches. And several of one again.
public final class Binding {
    private Binding() {}

    public static Placed bind(Design design, List<Id> selection) {
        var site = Site.of(design, Optional.empty(), selection, Optional.empty());
        List<? extends Element> elements = selection.stream().flatMap(id -> design.find(id).stream()).toList();
        if (elements.size() < 2) {
            return new Placed.Refused("Select at least two NICs, ports, cables or switches.");
        }
        if (all(elements, PhysicalNic.class)) {
            return HostPlacing.team(site);
        }
        if (all(elements, SwitchPort.class) || all(elements, Cable.class)) {
            return FabricPlacing.lag(site);
        }
        return all(elements, Switch.class) ? FabricPlacing.stack(site)
                : new Placed.Refused("Select only NICs, only ports, only cables or only switches.");
    }

    /// Takes the bonds among the selected elements away; what they held stays.
    public static Optional<Edit> unbind(Design design, List<Id> selection) {
        List<Id> bonds = selection.stream().flatMap(id -> design.find(id).stream()).filter(Binding::isBond)
                .map(Element::id).toList();
        if (bonds.isEmpty()) {
            return Optional.empty();
        }
        Remove remove = Remove.of(design, bonds);
        return Optional.of(new Remove(remove.label().replaceFirst("^Delete", "Unbind"), new HashSet<>(bonds)));
    }

    private static boolean isBond(Element element) {
        return switch (element.kind()) {
            case TEAM, LAG, SWITCH_STACK, MLAG_PAIR -> true;
            default -> false;
        };
    }

    private static boolean all(List<? extends Element> elements, Class<?> type) {
        return elements.stream().allMatch(type::isInstance);
    }
}
