package io.plumbline.check.vlan;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.PortChange;
import io.plumbline.check.Proof;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Edit;
import io.plumbline.model.Cable;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.L3Interface;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.PortMode;
import io.plumbline.model.Router;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vlan;
import io.plumbline.model.VlanId;
import io.plumbline.model.VlanSet;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Attachment;
import io.plumbline.topology.Demand;
import io.plumbline.topology.EffectiveVlan;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Link;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A VLAN stops on the way: at the port of a host, between switches, or on the link that should take over.
public record VlanNotCarried() implements Rule {

    private static final int MOST_NAMES = 6;

    @Override
    public String id() {
        return "NET001";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Host.class, this::judge), Subject.each(ClusterNetwork.class, this::judge),
                Subject.each(NlbCluster.class, this::judge), Subject.each(FailoverCluster.class, this::judge),
                Subject.each(Cable.class, this::judge));
    }

    // a) Ports in front of a host

    /// A VLAN at a port or LAG.
    private record Spot(Id port, VlanId vlan, boolean tagged) {}

    /// Who needs what at the ports of a host.
    private record Needs(Facts facts, SequencedMap<Spot, SequencedSet<Id>> uncarried, SortedSet<Missing> missing) {

        void add(Collection<Id> ports, VlanId vlan, boolean tagged, Collection<Id> adapters) {
            for (Id port : ports) {
                Answer<Boolean> carried = tagged ? facts.topology().vlans().carriesTagged(port, vlan)
                        : facts.topology().vlans().carriesUntagged(port, vlan);
                missing.addAll(carried.needs());
                if (carried.is(false)) {
                    uncarried.computeIfAbsent(new Spot(port, vlan, tagged), _ -> new LinkedHashSet<>())
                            .addAll(adapters);
                }
            }
        }

        /// An adapter that stands here. Its untagged frames are in the VLAN of the port by themselves.
        void add(Collection<Id> ports, Answer<EffectiveVlan> effective, Id adapter) {
            if (effective.surely(each -> each.tagging() != EffectiveVlan.Tagging.UNTAGGED)) {
                for (VlanId vlan : facts.topology().demands().vlans(effective)) {
                    add(ports, vlan, true, List.of(adapter));
                }
            }
        }
    }

    private Stream<Outcome> judge(Facts facts, Host host) {
        Topology topology = facts.topology();
        Needs needs = new Needs(facts, new LinkedHashMap<>(), new TreeSet<>());
        for (VirtualSwitch each : topology.virtualSwitches(host.id())) {
            SortedSet<Id> ports = topology.uplinks().hostPorts(each).orElse(new TreeSet<>());
            if (!ports.isEmpty()) {
                overSwitch(needs, host, each, ports);
            }
        }
        for (Endpoint endpoint : topology.endpoints().of(host.id())) {
            if (!(endpoint.element() instanceof VirtualNic)) {
                List<PhysicalNic> nics = topology.endpoints().nics(endpoint).orElse(List.of());
                boolean tagged = endpoint.element() instanceof TeamInterface || nics.stream()
                        .noneMatch(nic -> topology.effective().vlanId(nic).is(VlanId.NONE));
                if (tagged) {
                    needs.add(topology.uplinks().hostPorts(nics), topology.vlans().effective(endpoint), endpoint.id());
                }
            }
        }
        Stream<Outcome> findings = needs.uncarried().entrySet().stream()
                .map(each -> atPort(facts, host, each.getKey(), each.getValue()));
        return Stream.concat(findings, facts.cannotTell(id(), host.id(), needs.missing()));
    }

    private static void overSwitch(Needs needs, Host host, VirtualSwitch each, SortedSet<Id> ports) {
        Topology topology = needs.facts().topology();
        for (VirtualNic nic : topology.virtualNics(host.id())) {
            if (isOn(topology, nic, host, each)) {
                // An adapter that is mapped to one member is meant for the switch of that member.
                Collection<Id> own = topology.effective().mappedNic(nic).find().flatMap(mapped -> mapped)
                        .map(mapped -> topology.uplinks().hostPorts(List.of(mapped))).orElse(ports);
                needs.add(own, topology.vlans().effective(nic, host.id()), nic.id());
            }
        }
        for (Vm vm : topology.vms(host.id())) {
            if (topology.effective().clusteredRole(vm).is(false)) {
                for (VirtualNic nic : topology.virtualNics(vm.id())) {
                    if (isOn(topology, nic, host, each)) {
                        needs.add(ports, topology.vlans().effective(nic), nic.id());
                    }
                }
            }
        }
        Optional<FailoverCluster> cluster = host.failoverCluster().find()
                .flatMap(id -> topology.find(id, FailoverCluster.class));
        if (cluster.isPresent()) {
            for (Demand demand : topology.demands().of(cluster.get())) {
                if (demand.vSwitch().equals(each.name()) && canStandOn(topology, demand, host.id())) {
                    needs.add(ports, demand.vlan(), demand.tagged(), demand.adapters());
                }
            }
        }
    }

    private static boolean isOn(Topology topology, VirtualNic nic, Host host, VirtualSwitch each) {
        return topology.uplinks().virtualSwitch(nic, host.id()).orElse(Optional.empty())
                .filter(on -> on.id().equals(each.id())).isPresent();
    }

    private static boolean canStandOn(Topology topology, Demand demand, Id host) {
        if (!demand.owners().isEmpty() && !demand.owners().contains(host)) {
            return false;
        }
        return demand.vSwitches().size() == 1 || topology.virtualSwitches(host).stream().map(VirtualSwitch::name)
                .collect(Collectors.toSet()).containsAll(demand.vSwitches());
    }

    private Finding atPort(Facts facts, Host host, Spot spot, SequencedSet<Id> adapters) {
        boolean trunk = facts.topology().switches().mode(spot.port()).is(PortMode.TRUNK);
        String untagged = facts.topology().vlans().ofUntagged(spot.port()).map(VlanId::toString).orElse("?");
        String state = !spot.tagged() ? "its untagged frames are in VLAN " + untagged
                : trunk ? "it allows " + facts.topology().switches().allowedVlans(spot.port()).map(VlanSet::toString)
                        .orElse("?")
                        : "it is an access port of VLAN " + untagged;
        String fix = !spot.tagged() ? "Put its untagged frames into VLAN " + spot.vlan() + "."
                : trunk ? "Allow VLAN " + spot.vlan() + " there."
                        : "Make it a trunk that allows VLAN " + spot.vlan() + ".";
        Finding finding = Finding.of(id(), "a", Severity.ERROR, spot.port())
                .fact("port", Names.sentence(facts.name(spot.port()))).fact("host", facts.name(host.id()))
                .fact("vlan", spot.vlan()).fact("users", few(facts, adapters))
                .fact("need", adapters.size() == 1 ? "needs" : "need").fact("state", state).fact("fix", fix)
                .proof(spot.port(), trunk && spot.tagged() ? "allowedVlans" : "mode", state)
                .concerning("host", host.id()).concerning("port", spot.port());
        return named(facts, users(finding, spot.vlan(), adapters), spot.vlan());
    }

    private static Finding users(Finding finding, VlanId vlan, Collection<Id> adapters) {
        return finding.proofs(adapters, "VLAN", vlan).concerning("endpoint", adapters);
    }

    private static Finding named(Facts facts, Finding finding, VlanId vlan) {
        return finding.concerning("vlan", facts.topology().vlans().named(vlan).stream().map(Vlan::id).toList());
    }

    private static String few(Facts facts, Collection<Id> ids) {
        return Names.few(ids.stream().map((Id id) -> facts.name(id)).toList(), MOST_NAMES);
    }

    // b) Between switches

    private Stream<Outcome> judge(Facts facts, ClusterNetwork network) {
        SortedMap<VlanId, SequencedMap<Id, Endpoint>> endpoints = new TreeMap<>();
        SortedMap<VlanId, SortedSet<Id>> devices = new TreeMap<>();
        for (Endpoint endpoint : facts.topology().endpoints().on(network)) {
            for (Attachment each : facts.topology().paths().attachments(endpoint).orElse(List.of())) {
                if (!each.spare()) {
                    devices.computeIfAbsent(each.vlan(), _ -> new TreeSet<>()).add(each.device());
                    endpoints.computeIfAbsent(each.vlan(), _ -> new LinkedHashMap<>()).put(endpoint.id(), endpoint);
                }
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        devices.forEach((vlan, some) -> {
            SequencedMap<Id, Endpoint> users = endpoints.get(vlan);
            if (users.values().stream().map(Endpoint::host).distinct().count() > 1) {
                between(facts, network.id(), vlan, some, users.keySet(), false, outcomes);
            }
        });
        return outcomes.stream();
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster nlb) {
        Topology topology = facts.topology();
        Optional<NlbDomain> domain = topology.balancing().domain(nlb).orElse(Optional.empty());
        if (domain.isEmpty()) {
            return Stream.empty();
        }
        VlanId vlan = domain.get().vlan();
        SortedSet<Id> devices = new TreeSet<>();
        domain.get().ports().forEach(port -> devices.add(topology.wiring().deviceOf(port)));
        topology.vlans().gateways(vlan).stream().filter(gateway -> isGatewayOf(topology, gateway, nlb))
                .map(gateway -> topology.wiring().controlPlane(gateway.device()).id()).forEach(devices::add);
        List<Outcome> outcomes = new ArrayList<>();
        List<Id> members = nlb.nodes().orElse(List.of()).stream().map(NlbNode::member).distinct().toList();
        between(facts, nlb.id(), vlan, devices, members, false, outcomes);
        return outcomes.stream();
    }

    private static boolean isGatewayOf(Topology topology, L3Interface gateway, NlbCluster nlb) {
        return !topology.is(gateway.device(), Router.class) && nlb.primaryVip().find()
                .filter(vip -> topology.effective().addresses(gateway).orElse(List.of()).stream()
                        .anyMatch(each -> new IpPrefix(each.address(), each.prefixLength()).contains(vip)))
                .isPresent();
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        Topology topology = facts.topology();
        List<Outcome> outcomes = new ArrayList<>();
        if (topology.vlans().links().isEmpty()) {
            return Stream.empty();
        }
        Map<Demand, SortedSet<Id>> known = new HashMap<>();
        for (Demand demand : topology.demands().of(cluster)) {
            Demand place = new Demand(VlanId.NONE, true, demand.vSwitch(), demand.vSwitches(), demand.owners(),
                    List.of());
            SortedSet<Id> devices = known.computeIfAbsent(place, _ -> devices(topology, cluster, demand));
            between(facts, cluster.id(), demand.vlan(), devices, demand.adapters(), true, outcomes);
        }
        return outcomes.stream();
    }

    /// The switches at which these VMs can turn up.
    private static SortedSet<Id> devices(Topology topology, FailoverCluster cluster, Demand demand) {
        SortedSet<Id> devices = new TreeSet<>();
        for (Host host : topology.hosts(cluster.id())) {
            for (VirtualSwitch each : topology.virtualSwitches(host.id())) {
                if (each.name().equals(demand.vSwitch()) && canStandOn(topology, demand, host.id())) {
                    topology.uplinks().hostPorts(each).orElse(new TreeSet<>())
                            .forEach(port -> devices.add(topology.wiring().deviceOf(port)));
                }
            }
        }
        return devices;
    }

    /// @param needsLinks whether switches that no link joins at all are left alone: VMs may be joined further up
    private void between(Facts facts, Id whole, VlanId vlan, SortedSet<Id> devices, Collection<Id> users,
            boolean needsLinks, List<Outcome> outcomes) {
        if (devices.size() < 2) {
            return;
        }
        Set<Id> joined = facts.topology().vlans().domain(vlan, devices.first());
        SortedSet<Id> apart = new TreeSet<>(devices);
        apart.removeAll(joined);
        SortedSet<Missing> needs = new TreeSet<>();
        apart.removeIf(device -> {
            Answer<Boolean> path = facts.topology().vlans().path(vlan, devices.first(), device);
            needs.addAll(path.needs());
            return !path.isSure();
        });
        if (apart.isEmpty()) {
            facts.cannotTell(id(), whole, needs).forEach(outcomes::add);
            return;
        }
        List<Link> chain = chain(facts.topology(), joined, apart);
        if (chain.isEmpty() && needsLinks) {
            return;
        }
        SortedSet<Id> here = new TreeSet<>(devices);
        here.removeAll(apart);
        SortedSet<Id> lacking = lacking(facts.topology(), chain, vlan);
        Id primary = lacking.isEmpty() ? whole : lacking.first();
        String where = lacking.isEmpty() ? "no link joins them"
                : facts.names().ports(lacking) + (lacking.size() == 1 ? " does not carry it" : " do not carry it");
        Finding finding = Finding.of(id(), "b", Severity.ERROR, primary).fact("users", few(facts, users))
                .fact("vlan", vlan).fact("need", users.size() == 1 ? "needs" : "need")
                .fact("here", facts.names().list(here)).fact("there", facts.names().list(apart)).fact("where", where)
                .fact("fix", lacking.isEmpty() ? "Join the switches with a link that carries VLAN " + vlan + "."
                        : "Allow VLAN " + vlan + " there.");
        finding = finding.proofs(lacking, "carries VLAN " + vlan, "no").concerning("port", lacking)
                .proofs(devices, "holds VLAN", vlan);
        outcomes.add(named(facts, users(finding, vlan, users), vlan));
    }

    /// The shortest row of links from one side to the other, whatever they carry; none where nothing joins them.
    private static List<Link> chain(Topology topology, Set<Id> from, Set<Id> to) {
        Map<Id, List<Link>> ways = new LinkedHashMap<>();
        List<Id> todo = new ArrayList<>(new TreeSet<>(from));
        todo.forEach(device -> ways.put(device, List.of()));
        for (int at = 0; at < todo.size(); at++) {
            Id device = todo.get(at);
            for (Link link : topology.vlans().links()) {
                if (!link.a().equals(device) && !link.b().equals(device) || ways.containsKey(link.other(device))) {
                    continue;
                }
                List<Link> way = new ArrayList<>(ways.get(device));
                way.add(link);
                if (to.contains(link.other(device))) {
                    return way;
                }
                ways.put(link.other(device), way);
                todo.add(link.other(device));
            }
        }
        return List.of();
    }

    /// The ports and LAGs on a row of links that do not carry a VLAN.
    private static SortedSet<Id> lacking(Topology topology, List<Link> chain, VlanId vlan) {
        SortedSet<Id> lacking = new TreeSet<>();
        for (Link link : chain) {
            Stream.concat(link.portA().stream(), link.portB().stream())
                    .filter(port -> !carriesBetween(topology, port, vlan).is(true)).forEach(lacking::add);
        }
        return lacking;
    }

    /// As switches do it: a trunk carries what its list allows.
    private static Answer<Boolean> carriesBetween(Topology topology, Id port, VlanId vlan) {
        return topology.switches().mode(port).then(mode -> mode == PortMode.TRUNK
                ? topology.switches().allowedVlans(port).then(allowed -> Answer.sure(allowed.contains(vlan)))
                : topology.switches().accessVlan(port).then(own -> Answer.sure(own.equals(vlan))));
    }

    // c) A link that should take over

    private Stream<Outcome> judge(Facts facts, Cable cable) {
        Topology topology = facts.topology();
        Optional<SwitchLink> found = SwitchLink.of(topology, cable);
        if (found.isEmpty()) {
            return Stream.empty();
        }
        Id a = found.get().a();
        Id b = found.get().b();
        if (!topology.switches().mode(a).is(PortMode.TRUNK) || !topology.switches().mode(b).is(PortMode.TRUNK)) {
            return Stream.empty();
        }
        Id here = topology.wiring().controlPlane(cable.endA()).id();
        Id there = topology.wiring().controlPlane(cable.endB()).id();
        Answer<VlanSet> allowedHere = topology.switches().allowedVlans(a);
        Answer<VlanSet> allowedThere = topology.switches().allowedVlans(b);
        SortedSet<VlanId> used = new TreeSet<>(topology.demands().at(here));
        used.addAll(topology.demands().at(there));
        if (used.isEmpty()) {
            return Stream.empty();
        }
        if (!allowedHere.isSure() || !allowedThere.isSure()) {
            return facts.cannotTell(id(), a, allowedHere.with(allowedThere, (one, other) -> one));
        }
        List<Outcome> outcomes = new ArrayList<>();
        List<Link> beside = beside(topology, cable, a, here, there);
        for (VlanId vlan : used) {
            boolean atA = allowedHere.find().orElseThrow().contains(vlan);
            boolean atB = allowedThere.find().orElseThrow().contains(vlan);
            if (atA && atB) {
                continue;
            }
            if (atA != atB && isUsedOnBothSides(topology, vlan, here, there)) {
                outcomes.add(oneEnd(facts, vlan, atA ? a : b, atA ? b : a, cable));
            } else if (!atA && !atB) {
                Optional<Link> spared = beside.stream().filter(link -> isSpared(topology, link, vlan, used,
                        allowedHere.find().orElseThrow(), allowedThere.find().orElseThrow())).findFirst();
                if (spared.isPresent() && isUsedOnBothSides(topology, vlan, here, there)) {
                    outcomes.add(noSubstitute(facts, vlan, a, b, spared.get()));
                }
            }
        }
        return outcomes.stream();
    }

    /// The other links between the same two switches.
    private static List<Link> beside(Topology topology, Cable cable, Id own, Id here, Id there) {
        return topology.vlans().links().stream()
                .filter(link -> Set.of(link.a(), link.b()).equals(Set.of(here, there)))
                .filter(link -> !link.cables().contains(cable) && !link.portAt(here).equals(Optional.of(own))
                        && !link.portAt(there).equals(Optional.of(own)))
                .toList();
    }

    /// Whether a link beside this one carries the VLAN, and shares another one with it: links that split the VLANs among
    /// them do not stand in for each other.
    private static boolean isSpared(Topology topology, Link link, VlanId vlan, SortedSet<VlanId> used, VlanSet here,
            VlanSet there) {
        return topology.vlans().carries(link, vlan).is(true) && used.stream().anyMatch(other -> here.contains(other)
                && there.contains(other) && topology.vlans().carries(link, other).is(true));
    }

    private static boolean isUsedOnBothSides(Topology topology, VlanId vlan, Id here, Id there) {
        Set<Id> domain = topology.vlans().domain(vlan, here);
        if (domain.contains(there)) {
            return domain.stream().filter(device -> topology.demands().at(device).contains(vlan)).limit(2).count() > 1;
        }
        return isUsed(topology, vlan, domain) && isUsed(topology, vlan, topology.vlans().domain(vlan, there));
    }

    private static boolean isUsed(Topology topology, VlanId vlan, Set<Id> devices) {
        return devices.stream().anyMatch(device -> topology.demands().at(device).contains(vlan));
    }

    private Finding oneEnd(Facts facts, VlanId vlan, Id with, Id without, Cable cable) {
        return named(facts, Finding.of(id(), "c", Severity.WARNING, without).fact("vlan", vlan)
                .fact("problem", Names.sentence(facts.name(without)) + " does not allow VLAN " + vlan + ", while "
                        + facts.name(with) + " at the other end of the link does and hosts behind both ends use it")
                .fact("port", facts.name(without)).proof(without, "allows VLAN " + vlan, "no")
                .proof(with, "allows VLAN " + vlan, "yes").proof(cable.id(), "joins", "the two")
                .concerning("port", without), vlan);
    }

    private Finding noSubstitute(Facts facts, VlanId vlan, Id a, Id b, Link spared) {
        Finding finding = Finding.of(id(), "c", Severity.WARNING, a).fact("vlan", vlan)
                .fact("problem", "the link from " + facts.name(a) + " to " + facts.name(b)
                        + " does not carry VLAN " + vlan + ", so it cannot take over when the link beside it ("
                        + spared.portA().map((Id port) -> facts.name(port)).orElse("?") + ") fails")
                .fact("port", "both ends").proof(a, "allows VLAN " + vlan, "no").proof(b, "allows VLAN " + vlan, "no")
                .concerning("port", a).concerning("port", b);
        finding = finding.fact("problem", Names.sentence(finding.facts().get("problem")));
        for (Cable cable : spared.cables()) {
            finding = finding.proof(cable.id(), "carries VLAN", vlan);
        }
        return named(facts, finding, vlan);
    }

    // One finding per port and VLAN

    @Override
    public List<Finding> combine(List<Finding> findings) {
        SequencedMap<List<Object>, Finding> bySpot = new LinkedHashMap<>();
        for (Finding finding : findings) {
            bySpot.merge(List.of(finding.variant(), finding.primary(), finding.facts().get("vlan")), finding,
                    VlanNotCarried::both);
        }
        List<Finding> cuts = bySpot.values().stream().filter(finding -> finding.variant().equals("b")).toList();
        bySpot.values().removeIf(finding -> finding.variant().equals("c") && cuts.stream()
                .anyMatch(cut -> cut.facts().get("vlan").equals(finding.facts().get("vlan"))
                        && cut.concerns("port").containsAll(finding.concerns("port"))));
        return List.copyOf(bySpot.values());
    }

    /// The first one, with everybody whom the other one names.
    private static Finding both(Finding one, Finding other) {
        Finding both = one;
        for (Proof proof : other.evidence()) {
            if (!both.evidence().contains(proof)) {
                both = both.proof(proof.element(), proof.attribute(), proof.value());
            }
        }
        for (Map.Entry<String, SortedSet<Id>> concern : other.concernById().entrySet()) {
            for (Id element : concern.getValue()) {
                both = both.concerning(concern.getKey(), element);
            }
        }
        return both;
    }

    // Remedies

    /// Adds the VLAN to the list of every trunk concerned; a port that is no trunk takes a person who knows what else
    /// hangs on it.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        SortedSet<Id> ports = finding.concerns("port");
        Topology topology = facts.topology();
        boolean trunks = !ports.isEmpty()
                && ports.stream().allMatch(port -> topology.switches().mode(port).is(PortMode.TRUNK)
                        && topology.switches().allowedVlans(port).isSure());
        if (!trunks || finding.variant().equals("a") && finding.facts().get("state").startsWith("its untagged")) {
            return List.of();
        }
        int vlan = Integer.parseInt(finding.facts().get("vlan"));
        PortChange change = new PortChange(topology);
        Edit[] edits = ports.stream().map(port -> change.set(List.of(port), "allowedVlans",
                topology.switches().allowedVlans(port).find().orElseThrow().plus(vlan), "allowed VLANs"))
                .toArray(Edit[]::new);
        return List.of(Remedy.of("Allow VLAN " + vlan + " on " + facts.names().ports(ports), edits));
    }
}
