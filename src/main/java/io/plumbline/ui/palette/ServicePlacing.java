package io.plumbline.ui.palette;

import io.plumbline.model.ClientZone;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Shape;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Load balancing and its clients.
final class ServicePlacing {
    private ServicePlacing() {}

    /// An NLB cluster of the selected VMs, adapters or NICs, or of the VM under the pointer.
    static Placed nlbCluster(Site site) {
        Design design = site.design();
        var cluster = NlbCluster.of(Fresh.id(design, Kind.NLB_CLUSTER),
                Fresh.name(design, Kind.NLB_CLUSTER, "NLB", 1, _ -> true));
        var nodes = new ArrayList<NlbNode>();
        for (Id member : members(site)) {
            nodes.add(Shape.of(NlbNode.class).with(NlbNode.of(member), "hostPriority",
                    nodes.size() + 1));
        }
        return Placing.done(site, nodes.isEmpty() ? cluster : Element.with(cluster, "nodes", nodes));
    }

    static Placed loadBalancer(Site site) {
        Design design = site.design();
        return Placing.done(site, HardwareLoadBalancer.of(Fresh.id(design, Kind.HARDWARE_LOAD_BALANCER),
                Fresh.name(design, Kind.HARDWARE_LOAD_BALANCER, "LB-", 1, _ -> true)));
    }

    static Placed clientZone(Site site) {
        Design design = site.design();
        return Placing.done(site, ClientZone.of(Fresh.id(design, Kind.CLIENT_ZONE),
                Fresh.name(design, Kind.CLIENT_ZONE, "Clients ", 1, _ -> true)));
    }

    private static Set<Id> members(Site site) {
        var members = new LinkedHashSet<Id>();
        List<Vm> vms = site.selected(Vm.class).isEmpty() && site.selection().isEmpty()
                ? site.meant(Vm.class).stream().toList() : site.selected(Vm.class);
        vms.forEach(vm -> firstNic(site.design(), vm).ifPresent(members::add));
        site.selected(VirtualNic.class).forEach(nic -> members.add(nic.id()));
        site.selected(TeamInterface.class).forEach(each -> members.add(each.id()));
        site.selected(PhysicalNic.class).forEach(nic -> members.add(nic.id()));
        return members;
    }

    private static Optional<Id> firstNic(Design design, Vm vm) {
        return design.all(VirtualNic.class).filter(nic -> nic.owner().equals(vm.id())).map(VirtualNic::id).findFirst();
    }
}
