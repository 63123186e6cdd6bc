package io.plumbline.check;

import io.plumbline.model.Attribute;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.VirtualSwitchType;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is drawn only half: relations that are still missing.
final class Unfinished {

    private Unfinished() {}

    static List<ToDo> in(Facts facts) {
        Design design = facts.design();
        List<ToDo> toDos = new ArrayList<>();
        Set<Id> cabled = new HashSet<>();
        design.all(Cable.class).forEach(cable -> {
            cabled.add(cable.endA());
            cabled.add(cable.endB());
        });
        Set<Id> owners = new HashSet<>();
        design.all(VirtualNic.class).forEach(nic -> owners.add(nic.owner()));
        Set<Id> clusters = new HashSet<>();
        design.all(Host.class).forEach(host -> host.failoverCluster().find().ifPresent(clusters::add));

        design.all(PhysicalNic.class).filter(nic -> !cabled.contains(nic.id()) && !nic.linkUp().is(false))
                .forEach(nic -> toDos.add(new ToDo(nic.id(), facts.name(nic.id()) + " has no cable.")));
        design.all(Vm.class).filter(vm -> !owners.contains(vm.id()))
                .forEach(vm -> toDos.add(new ToDo(vm.id(), facts.name(vm.id()) + " has no virtual NIC.")));
        design.all(VirtualNic.class).filter(nic -> nic.vSwitch().isUnset())
                .forEach(nic -> toDos.add(new ToDo(nic.id(), facts.name(nic.id()) + " is on no virtual switch.")));
        design.all(VirtualSwitch.class)
                .filter(each -> each.uplink().isUnset()
                        && each.type().orDefault(VirtualSwitchType.EXTERNAL).is(VirtualSwitchType.EXTERNAL))
                .forEach(each -> toDos.add(new ToDo(each.id(), facts.name(each.id()) + " has no uplink.")));
        design.all(Team.class).filter(team -> team.members().isEmpty())
                .forEach(team -> toDos.add(new ToDo(team.id(), facts.name(team.id()) + " has no members.")));
        design.all(Lag.class).filter(lag -> lag.memberPorts().isEmpty())
                .forEach(lag -> toDos.add(new ToDo(lag.id(), facts.name(lag.id()) + " has no ports.")));
        design.all(NlbCluster.class).filter(each -> each.primaryVip().isUnset())
                .forEach(each -> toDos.add(new ToDo(each.id(), facts.name(each.id()) + " has no primary VIP.")));
        design.all(NlbCluster.class)
                .filter(each -> each.nodes().orDefault(List.of()) instanceof Attribute.Known<?>(List<?> nodes)
                        && nodes.isEmpty())
                .forEach(each -> toDos.add(new ToDo(each.id(), facts.name(each.id()) + " has no nodes.")));
        design.all(FailoverCluster.class).filter(each -> !clusters.contains(each.id()))
                .forEach(each -> toDos.add(new ToDo(each.id(), facts.name(each.id()) + " has no hosts.")));
        toDos.sort(Comparator.comparing(ToDo::element).thenComparing(ToDo::text));
        return List.copyOf(toDos);
    }
}
