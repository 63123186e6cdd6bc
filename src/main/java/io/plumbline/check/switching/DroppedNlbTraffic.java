package io.plumbline.check.switching;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Likewise;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Edit;
import io.plumbline.edit.Put;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.UnregisteredMulticast;
import io.plumbline.predict.NlbRegistration;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Missing;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.NlbEntry;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A switch whose hardening drops what an NLB cluster lives on: frames to a MAC that no switch can know.
public record DroppedNlbTraffic() implements Rule {

    @Override
    public String id() {
        return "SW004";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        Answer<NlbMode> mode = facts.topology().effective().mode(cluster);
        Optional<NlbDomain> domain = facts.topology().balancing().domain(cluster).find().flatMap(found -> found);
        if (domain.isEmpty()) {
            return Stream.empty();
        }
        if (!mode.isSure()) {
            boolean matters = domain.get().switches().stream()
                    .anyMatch(device -> blocks(facts.topology(), domain.get(), device));
            return matters ? facts.cannotTell(id(), cluster.id(), mode) : Stream.empty();
        }
        return domain.get().switches().stream()
                .flatMap(device -> switch (mode.find().orElseThrow()) {
                    case UNICAST -> unicast(facts, domain.get(), device);
                    case MULTICAST -> multicast(facts, domain.get(), device);
                    case IGMP_MULTICAST -> igmp(facts, domain.get(), device);
                });
    }

    /// Whether a switch stops anything at all where frames for the cluster leave it.
    private static boolean blocks(Topology topology, NlbDomain domain, Id device) {
        return domain.exits(device).stream().anyMatch(port -> !topology.switches().blockUnknownUnicast(port).is(false)
                || !topology.vlans().filtered(device, domain.vlan(), port).is(false));
    }

    private interface Stop {
        Answer<Boolean> at(Id port);
    }

    /// The ports at which frames for the cluster are stopped, those that a static entry lists left out.
    private static SortedSet<Id> stopped(NlbDomain domain, Id device, Stop stop, SortedSet<Missing> needs) {
        Set<Id> listed = new HashSet<>();
        SortedSet<Missing> open = new TreeSet<>(domain.entries(device).needs());
        for (NlbEntry entry : domain.entries(device).exact()) {
            open.addAll(entry.ports().needs());
            entry.ports().find().ifPresent(listed::addAll);
        }
        SortedSet<Id> stopped = new TreeSet<>();
        for (Id port : domain.exits(device)) {
            Answer<Boolean> here = listed.contains(port) ? Answer.sure(false)
                    : open.isEmpty() ? stop.at(port)
                            : Answer.allOf(List.of(stop.at(port), Answer.needs(open)));
            needs.addAll(here.needs());
            if (here.is(true)) {
                stopped.add(port);
            }
        }
        return stopped;
    }

    private static SortedSet<Id> stoppedMulticast(Topology topology, NlbDomain domain, Id device,
            SortedSet<Missing> needs) {
        return topology.switches().bridgeMulticastFiltering(device).is(false) ? new TreeSet<>()
                : stopped(domain, device, port -> topology.vlans().filtered(device, domain.vlan(), port), needs);
    }

    private static SortedSet<Id> stoppedUnicast(Topology topology, NlbDomain domain, Id device,
            SortedSet<Missing> needs) {
        return stopped(domain, device, port -> topology.switches().blockUnknownUnicast(port), needs);
    }

    private Stream<Outcome> multicast(Facts facts, NlbDomain domain, Id device) {
        SortedSet<Missing> needs = new TreeSet<>();
        SortedSet<Id> ports = stoppedMulticast(facts.topology(), domain, device, needs);
        return ports.isEmpty() ? facts.cannotTell(id(), device, needs)
                : Stream.of(finding(facts, domain, device, "a", NlbMode.MULTICAST, ports)
                        .proof(device, "unregisteredMulticast", UnregisteredMulticast.FILTER.display()));
    }

    private Stream<Outcome> unicast(Facts facts, NlbDomain domain, Id device) {
        SortedSet<Missing> needs = new TreeSet<>();
        SortedSet<Id> ports = stoppedUnicast(facts.topology(), domain, device, needs);
        return ports.isEmpty() ? facts.cannotTell(id(), device, needs)
                : Stream.of(finding(facts, domain, device, "b", NlbMode.UNICAST, ports));
    }

    /// Shown by the rule that says what keeps a group registered; here only as the reason for its severity.
    private Stream<Outcome> igmp(Facts facts, NlbDomain domain, Id device) {
        NlbRegistration registration = NlbRegistration.of(facts.topology(), domain, device);
        return registration.isKept().is(false) && registration.isDropped().is(true)
                ? Stream.of(finding(facts, domain, device, "c", NlbMode.IGMP_MULTICAST, domain.exits(device)))
                : Stream.empty();
    }

    private Finding finding(Facts facts, NlbDomain domain, Id device, String variant, NlbMode mode,
            SortedSet<Id> ports) {
        NlbCluster cluster = domain.cluster();
        Finding finding = Finding.of(id(), variant, Severity.ERROR, device).fact("switch", facts.name(device))
                .fact("vlan", "VLAN " + domain.vlan()).fact("cluster", facts.name(cluster.id()))
                .fact("ports", facts.names().ports(ports)).fact("port", ports.size() == 1 ? "that port" : "those ports")
                .fact("mac", facts.topology().balancing().clusterMac(cluster).find().map(Mac::toString)
                        .orElse("the cluster MAC"))
                .concerning("nlbCluster", cluster.id()).concerning("switch", device);
        for (Id port : ports) {
            finding = finding.proof(port, variant.equals("b") ? "blockUnknownUnicast" : "unregistered multicast",
                    variant.equals("b") ? "true" : "dropped");
        }
        return finding.proof(cluster.id(), "mode", mode.display());
    }

    // What helps

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return Likewise.all(this, facts, finding, "nlbCluster", this::remediesOfOne);
    }

    private List<Remedy> remediesOfOne(Facts facts, Finding finding) {
        Topology topology = facts.topology();
        NlbCluster cluster = topology.element(finding.concerns("nlbCluster").first(), NlbCluster.class);
        Id device = finding.primary();
        Optional<NlbDomain> domain = topology.balancing().domain(cluster).find().flatMap(found -> found);
        if (domain.isEmpty() || finding.variant().equals("c")) {
            return List.of();
        }
        List<Remedy> remedies = new ArrayList<>();
        if (finding.variant().equals("a")) {
            String label = "Add a static MAC entry for " + facts.name(cluster.id()) + " on " + facts.name(device);
            domain.get().pinned(device).ifPresent(
                    pinned -> remedies.add(Remedy.of(label, new Put(label, List.of(pinned)))));
            remedies.add(
                    allowed(facts, device, "blockUnknownMulticast", stoppedMulticast(topology, domain.get(), device,
                            new TreeSet<>())));
        } else {
            remedies.add(allowed(facts, device, "blockUnknownUnicast", stoppedUnicast(topology, domain.get(), device,
                    new TreeSet<>())));
        }
        return remedies;
    }

    /// The block lifted at these ports, and at the members of LAGs among them that state it themselves.
    private static Remedy allowed(Facts facts, Id device, String block, SortedSet<Id> ports) {
        Topology topology = facts.topology();
        List<Edit> edits = new ArrayList<>();
        Set<Element> opened = new HashSet<>();
        for (Id port : ports) {
            opened.add(topology.element(port));
            topology.wiring().members(port).stream().map(topology::element).filter(SwitchPort.class::isInstance)
                    .filter(member -> topology.is(port, Lag.class) && states((SwitchPort) member, block))
                    .forEach(opened::add);
        }
        List<Element> blocked = opened.stream().filter(each -> each instanceof Lag || each instanceof SwitchPort port
                && states(port, block)).sorted((a, b) -> a.id().compareTo(b.id())).toList();
        if (!blocked.isEmpty()) {
            edits.add(Put.set(blocked, block, false, block));
        }
        if (block.equals("blockUnknownMulticast")) {
            Element holder = topology.element(topology.switches().holder(device));
            SortedMap<Id, UnregisteredMulticast> perPort = new TreeMap<>(topology.switches().configuration(device)
                    .unregisteredMulticast().perPort().orElse(new TreeMap<>()));
            ports.forEach(port -> perPort.put(port, UnregisteredMulticast.FORWARD));
            edits.add(Put.set(List.of(holder), "unregisteredMulticast.perPort", perPort, "unregistered multicast"));
        }
        return Remedy.of("Allow it at " + facts.names().ports(ports), edits.toArray(Edit[]::new));
    }

    private static boolean states(SwitchPort port, String block) {
        return (block.equals("blockUnknownUnicast") ? port.configuration().blockUnknownUnicast()
                : port.configuration().blockUnknownMulticast()).is(true);
    }
}
