package io.plumbline.check;

import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Lag;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.VirtualSwitchType;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.List;

/// What is drawn only half: relations that are still missing.
final class Unfinished {

    /// The kinds of element that can be unfinished.
    static final List<Class<? extends Element>> KINDS = List.of(PhysicalNic.class, Vm.class, VirtualNic.class,
            VirtualSwitch.class, Team.class, Lag.class, NlbCluster.class, FailoverCluster.class);

    private Unfinished() {}

    static List<ToDo> about(Facts facts, Element element) {
        return switch (element) {
            case PhysicalNic nic ->
                    when(!nic.linkUp().is(false) && facts.topology().wiring().cables(nic.id()).isEmpty(),
                            facts, nic, "has no cable");
            case Vm vm -> when(facts.topology().virtualNics(vm.id()).isEmpty(), facts, vm, "has no virtual NIC");
            case VirtualNic nic -> when(nic.vSwitch().isUnset(), facts, nic, "is on no virtual switch");
            case VirtualSwitch each -> when(each.uplink().isUnset()
                    && each.type().orDefault(VirtualSwitchType.EXTERNAL).is(VirtualSwitchType.EXTERNAL), facts, each,
                    "has no uplink");
            case Team team -> when(team.members().isEmpty(), facts, team, "has no members");
            case Lag lag -> when(lag.memberPorts().isEmpty(), facts, lag, "has no ports");
            case NlbCluster nlb -> {
                List<ToDo> toDos = new ArrayList<>(when(nlb.primaryVip().isUnset(), facts, nlb, "has no primary VIP"));
                toDos.addAll(when(nlb.nodes().orDefault(List.of()) instanceof Attribute.Known<?>(List<?> nodes)
                        && nodes.isEmpty(), facts, nlb, "has no nodes"));
                yield toDos;
            }
            case FailoverCluster cluster -> when(facts.topology().hosts(cluster.id()).isEmpty(), facts, cluster,
                    "has no hosts");
            default -> List.of();
        };
    }

    private static List<ToDo> when(boolean missing, Facts facts, Element element, String what) {
        return missing ? List.of(new ToDo(element.id(), facts.name(element.id()) + " " + what + ".")) : List.of();
    }
}
