package io.plumbline.check.cluster;

import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.Ipv4;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An endpoint of one node as it would be on another: the same settings, with the next free address.
///
/// @param pattern the endpoint to follow
record EndpointClone(Topology topology, ClusterNetwork network, Endpoint pattern) {

    /// One for each of these hosts; empty when one of them has nothing to put it on, or no address is free.
    Optional<Put> on(List<Host> hosts) {
        if (!(network.prefix() instanceof Attribute.Known<IpPrefix>(IpPrefix subnet))) {
            return Optional.empty();
        }
        Optional<Ipv4> last = pattern.ip().addresses().orElse(List.of()).stream().map(IpAssignment::address)
                .filter(subnet::contains).filter(Ipv4.class::isInstance).map(Ipv4.class::cast).findFirst();
        List<Element> made = new ArrayList<>();
        for (Host host : hosts) {
            last = last.flatMap(from -> topology.claims().nextFree(from, subnet));
            Optional<Element> endpoint = last.flatMap(address -> on(host,
                    new IpAssignment(address, subnet.prefixLength(), Attribute.unset())));
            if (endpoint.isEmpty()) {
                return Optional.empty();
            }
            made.add(endpoint.get());
        }
        return Optional.of(new Put("Add endpoints", made));
    }

    private Optional<Element> on(Host host, IpAssignment address) {
        return switch (pattern.element()) {
            case VirtualNic nic -> virtual(nic, host).map(each -> addressed(each, address));
            case PhysicalNic nic -> free(nic, host).map(each -> addressed(each, address));
            case TeamInterface each -> onTeam(each, host).map(clone -> addressed(clone, address));
            default -> Optional.empty();
        };
    }

    private static Element addressed(Element element, IpAssignment address) {
        return Element.with(element, "ip.addresses", List.of(address));
    }

    private Id fresh(Element element, Host host) {
        String text = element.kind().word() + "-" + network.id().text() + "-" + host.id().text();
        Id id = new Id(text.substring(0, Math.min(text.length(), Id.MOST_CHARACTERS - 10)));
        for (int number = 2; topology.find(id).isPresent(); number++) {
            id = new Id(text.substring(0, Math.min(text.length(), Id.MOST_CHARACTERS - 10)) + "-" + number);
        }
        return id;
    }

    /// A management-OS adapter on the virtual switch of the same name.
    private Optional<Element> virtual(VirtualNic nic, Host host) {
        Optional<String> name = topology.uplinks().virtualSwitch(nic).find().flatMap(each -> each)
                .map(VirtualSwitch::name);
        Optional<VirtualSwitch> there = name.flatMap(own -> topology.virtualSwitches(host.id()).stream()
                .filter(each -> each.name().equals(own)).findFirst());
        return there.map(each -> {
            VirtualNic clone = Element.with(nic, "id", fresh(nic, host));
            clone = Element.with(clone, "owner", host.id());
            clone = Element.with(clone, "vSwitch", each.id().text());
            clone = Element.with(clone, "mac", Attribute.unset());
            return Element.with(clone, "mappedNic", nic.mappedNic().find().flatMap(mapped -> named(mapped, host))
                    .<Object>map(PhysicalNic::id).orElse(Attribute.unset()));
        });
    }

    private Optional<PhysicalNic> named(Id nic, Host host) {
        String name = topology.element(nic).name();
        return topology.nics(host.id()).stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// A NIC of the same speed that has a cable and serves nothing yet.
    private Optional<Element> free(PhysicalNic nic, Host host) {
        return topology.nics(host.id()).stream()
                .filter(each -> !topology.uplinks().isBound(each) && topology.wiring().isCabled(each.id())
                        && each.ip().addresses().orElse(List.of()).isEmpty() && !each.ip().addresses().isUnknown()
                        && topology.effective().linkSpeed(each).equals(topology.effective().linkSpeed(nic)))
                .findFirst()
                .map(each -> Element.with(Element.with(Element.with(each, "vlanId", nic.vlanId()), "jumboPacket",
                        nic.jumboPacket()), "ip", nic.ip()));
    }

    /// An interface of the team of the same name.
    private Optional<Element> onTeam(TeamInterface each, Host host) {
        String name = topology.element(each.team()).name();
        Optional<Team> team =
                topology.teams(host.id()).stream().filter(other -> other.name().equals(name)).findFirst();
        return team.map(there -> {
            TeamInterface clone = Element.with(each, "id", fresh(each, host));
            return Element.with(clone, "team", there.id());
        });
    }
}
