package io.plumbline.check.availability;

import io.plumbline.check.Facts;
import io.plumbline.check.Remedy;
import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.Bytes;
import io.plumbline.model.Cable;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Mbps;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A second switch beside one that carries everything: the same settings, every second link of each host, and a link
/// between the two.
///
/// LAGs would need a stack or an MLAG pair, static entries other ports, and a switch that is joined to others has its place
/// among them: there a person decides.
record SecondSwitch(Facts facts, Switch first) {

    Optional<Remedy> remedy() {
        Topology topology = facts.topology();
        if (first.stack().find().isPresent() || topology.wiring().mlagPair(first.id()).isPresent()
                || !first.configuration().staticMacEntries().orElse(List.of()).isEmpty()
                || !first.configuration().staticMcastGroups().orElse(List.of()).isEmpty()) {
            return Optional.empty();
        }
        Set<Id> hosts = new TreeSet<>();
        for (SwitchPort port : topology.ports(first.id())) {
            if (!topology.wiring().lags(port.id()).isEmpty() || topology.wiring().isInterSwitch(port.id())) {
                return Optional.empty();
            }
            topology.wiring().peers(port.id()).stream().filter(PhysicalNic.class::isInstance)
                    .map(nic -> ((PhysicalNic) nic).host()).forEach(hosts::add);
        }
        List<PhysicalNic> moved = new ArrayList<>();
        for (Id host : hosts) {
            if (!addEverySecond(host, moved)) {
                return Optional.empty();
            }
        }
        return moved.isEmpty() ? Optional.empty() : Optional.of(apart(moved));
    }

    /// @return whether a second switch helps this host, or the host does not matter: one with a single NIC and no cluster
    private boolean addEverySecond(Id host, List<PhysicalNic> moved) {
        Topology topology = facts.topology();
        List<PhysicalNic> here = new ArrayList<>();
        for (PhysicalNic nic : topology.nics(host)) {
            List<Element> peers = topology.wiring().peers(nic.id());
            boolean onFirst = peers.stream()
                    .anyMatch(peer -> peer instanceof SwitchPort port && port.onSwitch().equals(first.id()));
            if (!peers.isEmpty() && !onFirst) {
                return false;
            }
            if (onFirst) {
                here.add(nic);
            }
        }
        List<PhysicalNic> second = second(host, here);
        moved.addAll(second);
        return !second.isEmpty() || topology.element(host, Host.class).failoverCluster().isUnset();
    }

    /// Every second member of a team; of NICs with addresses those on every second network, so that hosts match.
    private List<PhysicalNic> second(Id host, List<PhysicalNic> here) {
        Topology topology = facts.topology();
        List<PhysicalNic> second = new ArrayList<>();
        for (Team team : topology.teams(host)) {
            List<PhysicalNic> members = topology.uplinks().nics(team).stream().filter(here::contains).toList();
            for (int i = 1; i < members.size(); i += 2) {
                second.add(members.get(i));
            }
        }
        TreeMap<Id, PhysicalNic> byNetwork = new TreeMap<>();
        for (Endpoint endpoint : topology.endpoints().of(host)) {
            if (endpoint.element() instanceof PhysicalNic nic && here.contains(nic)) {
                topology.endpoints().network(endpoint).find().flatMap(network -> network).map(ClusterNetwork::id)
                        .ifPresent(network -> byNetwork.put(network, nic));
            }
        }
        List<PhysicalNic> twins = List.copyOf(byNetwork.values());
        for (int i = 1; i < twins.size(); i += 2) {
            second.add(twins.get(i));
        }
        return second;
    }

    private Remedy apart(List<PhysicalNic> moved) {
        Topology topology = facts.topology();
        List<Element> made = new ArrayList<>();
        Id id = fresh(first.id().text() + "-2");
        String name = first.name().isBlank() ? "" : first.name() + "-2";
        made.add(Element.with(Element.with((Element) first, "id", id), "name", name));
        for (PhysicalNic nic : moved) {
            Cable cable = topology.wiring().cable(nic.id()).orElseThrow();
            SwitchPort port = topology.wiring().port(nic).orElseThrow();
            SwitchPort copy = Element.with(port, "id", fresh(id.text() + "-" + port.id().text()));
            made.add(Element.with(copy, "switch", id));
            made.add(Element.with(cable, cable.endA().equals(port.id()) ? "endA" : "endB", copy.id()));
        }
        SwitchPort here = link(fresh(first.id().text() + "-link"), first.id());
        SwitchPort there = link(fresh(id.text() + "-link"), id);
        made.addAll(List.of(here, there, Cable.of(fresh(here.id().text() + "-" + there.id().text()), "", here.id(),
                there.id())));
        return Remedy.of("Add a second switch beside " + facts.name(first.id()) + " and lead "
                + (moved.size() == 1 ? "one link" : moved.size() + " links") + " to it",
                new Put("Add a second switch", made));
    }

    /// A trunk for everything, as large and as fast as the largest port of the switch.
    private SwitchPort link(Id id, Id onSwitch) {
        List<SwitchPort> ports = facts.topology().ports(first.id());
        SwitchPort link = Element.with(SwitchPort.of(id, "link", onSwitch), "mode", "trunk");
        Optional<Bytes> mtu = ports.stream().flatMap(port -> port.configuration().mtu().find().stream())
                .max(Comparator.naturalOrder());
        Optional<Mbps> speed = ports.stream().flatMap(port -> port.speedMbps().find().stream())
                .max(Comparator.naturalOrder());
        link = Element.with(link, "mtu", mtu.<Object>map(each -> each).orElse(Attribute.unset()));
        return Element.with(link, "speedMbps", speed.<Object>map(each -> each).orElse(Attribute.unset()));
    }

    private Id fresh(String wanted) {
        String text = wanted.substring(0, Math.min(wanted.length(), Id.MOST_CHARACTERS - 4));
        return Stream.iterate(1, number -> number + 1).map(number -> new Id(number == 1 ? text : text + "-" + number))
                .filter(id -> facts.topology().find(id).isEmpty()).findFirst().orElseThrow();
    }
}
