package io.plumbline.ui.outline;

import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Cable;
import io.plumbline.model.ClientZone;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Comment;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Evidence;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Frame;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Lag;
import io.plumbline.model.MigrationDomain;
import io.plumbline.model.MlagPair;
import io.plumbline.model.NicModel;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.Note;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Project;
import io.plumbline.model.Router;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.SwitchStack;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TextLabel;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vlan;
import io.plumbline.model.Vm;
import java.util.Optional;

/// What an element lies in, as people see it: a NIC in its host, a host in its cluster, a port in its switch.
public final class Containment {
    private Containment() {}

    /// The element around this one, if there is one.
    public static Optional<Id> container(Design design, Element element) {
        return switch (element) {
            case PhysicalNic nic -> Optional.of(nic.host());
            case Team team -> Optional.of(team.owner());
            case TeamInterface each -> Optional.of(each.team());
            case VirtualSwitch each -> Optional.of(each.host());
            case VirtualNic nic -> Optional.of(nic.owner());
            case Vm vm -> Optional.of(vm.host());
            case Host host -> host.failoverCluster().find();
            case ClusterNetwork network -> network.cluster().find().or(() -> onlyCluster(design));
            case SwitchPort port -> Optional.of(port.onSwitch());
            case Switch unit -> unit.stack().find().or(() -> pairOf(design, unit.id()));
            case SwitchStack stack -> pairOf(design, stack.id());
            case Lag lag -> lag.owner().find().or(() -> lag.memberPorts().stream().findFirst()
                    .flatMap(port -> design.find(port, SwitchPort.class)).map(SwitchPort::onSwitch));
            case L3Interface each -> Optional.of(each.device());
            case Comment comment -> comment.anchor().find();
            case Project _,FailoverCluster _,MigrationDomain _,NlbCluster _,HardwareLoadBalancer _,ClientZone _,MlagPair _,Cable _,Vlan _,Router _,SwitchModel _,NicModel _,Evidence _,AcceptedRisk _,Note _,Frame _,TextLabel _ ->
                    Optional.empty();
        };
    }

    /// The host that an element is in, or is.
    public static Optional<Id> host(Design design, Id id) {
        Optional<Element> element = design.find(id);
        for (int depth = 0; depth < 4 && element.isPresent(); depth++) {
            if (element.get() instanceof Host host) {
                return Optional.of(host.id());
            }
            element = container(design, element.get()).flatMap(design::find);
        }
        return Optional.empty();
    }

    private static Optional<Id> onlyCluster(Design design) {
        var clusters = design.all(FailoverCluster.class).limit(2).map(Element::id).toList();
        return clusters.size() == 1 ? Optional.of(clusters.getFirst()) : Optional.empty();
    }

    private static Optional<Id> pairOf(Design design, Id unit) {
        return design.all(MlagPair.class).filter(pair -> pair.switches().contains(unit)).map(Element::id).findFirst();
    }
}
