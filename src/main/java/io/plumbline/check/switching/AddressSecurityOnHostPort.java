package io.plumbline.check.switching;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.VlanId;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.EffectiveSwitch;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A port of a hypervisor on which the switch checks addresses: behind a switch-independent team or an NLB node, one IP
/// address rightly has several source MACs, and MACs move.
public record AddressSecurityOnHostPort() implements Rule {

    /// What lies behind a port.
    ///
    /// @param switches the virtual switches over it
    /// @param reason   "the team H1/Team1", "NLB cluster WEB"
    private record Behind(List<VirtualSwitch> switches, List<String> reasons, List<NlbCluster> clusters) {}

    @Override
    public String id() {
        return "SW008";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(SwitchPort.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, SwitchPort port) {
        Topology topology = facts.topology();
        EffectiveSwitch switches = topology.switches();
        Answer<Boolean> inspected = topology.wiring().isHostFacing(port.id()) ? isInspected(topology, port)
                : Answer.sure(false);
        // Hardly any port has one of these: all else is looked at only then.
        if (!topology.wiring().isHostFacing(port.id()) || inspected.is(false) && switches.ipSourceGuard(port).is(false)
                && switches.portSecurity(port).is(false) && switches.dot1x(port).is(false)) {
            return Stream.empty();
        }
        SortedSet<Missing> needs = new TreeSet<>();
        Behind behind = behind(facts, port, needs);
        if (behind.reasons().isEmpty()) {
            return facts.cannotTell(id(), port.id(), needs);
        }
        List<Outcome> outcomes = new ArrayList<>();
        Answer<Boolean> trusted = switches.securityTrusted(port);
        Answer<Boolean> believed = Answer.anyOf(List.of(trusted, switches.arpTrusted(port)));
        warn(facts, port, behind, "a", "arpInspection", Answer.allOf(List.of(inspected, Answer.not(believed))),
                outcomes);
        warn(facts, port, behind, "b", "ipSourceGuard",
                Answer.allOf(List.of(switches.ipSourceGuard(port), Answer.not(believed))), outcomes);
        Answer<Boolean> secured = Answer.allOf(List.of(switches.portSecurity(port), Answer.not(trusted)));
        Optional<Finding> limit = secured.is(true) ? limit(facts, port, behind, needs) : Optional.empty();
        limit.ifPresentOrElse(outcomes::add,
                () -> warn(facts, port, behind, "c", "portSecurity.enabled", secured, outcomes));
        warn(facts, port, behind, "d", "dot1x",
                Answer.allOf(List.of(switches.dot1x(port), Answer.not(trusted))), outcomes);
        facts.cannotTell(id(), port.id(), needs).forEach(outcomes::add);
        return outcomes.stream();
    }

    private void warn(Facts facts, SwitchPort port, Behind behind, String variant, String attribute,
            Answer<Boolean> applies, List<Outcome> outcomes) {
        if (applies.is(true)) {
            outcomes.add(finding(facts, port, behind, variant, Severity.WARNING).proof(port.id(), attribute, "on"));
        }
        facts.cannotTell(id(), port.id(), applies).forEach(outcomes::add);
    }

    private Finding finding(Facts facts, SwitchPort port, Behind behind, String variant, Severity severity) {
        Finding finding = Finding.of(id(), variant, severity, port.id())
                .fact("port", Names.sentence(facts.name(port.id())))
                .fact("behind", Names.few(behind.reasons(), 2)).concerning("port", port.id());
        for (VirtualSwitch each : behind.switches()) {
            finding = finding.proof(each.id(), "behind", facts.name(port.id()));
        }
        return finding;
    }

    private static Answer<Boolean> isInspected(Topology topology, SwitchPort port) {
        Answer<SortedMap<VlanId, Boolean>> byVlan =
                Answer.of(topology.switches().configuration(port.id()).arpInspection(),
                        topology.switches().holder(port.id()), "arpInspection", new TreeMap<VlanId, Boolean>());
        return byVlan.then(vlans -> Answer.anyOf(vlans.entrySet().stream().filter(Map.Entry::getValue)
                .map(each -> topology.vlans().carries(topology.wiring().logicalPort(port.id()), each.getKey()))
                .toList()));
    }

    // What lies behind

    private static Behind behind(Facts facts, SwitchPort port, SortedSet<Missing> needs) {
        Topology topology = facts.topology();
        List<VirtualSwitch> switches = new ArrayList<>();
        SequencedSet<String> reasons = new LinkedHashSet<>();
        for (Element peer : topology.wiring().peers(port.id())) {
            if (!(peer instanceof PhysicalNic nic)) {
                continue;
            }
            switches.addAll(topology.virtualSwitchesOn(nic.id()));
            for (Team team : topology.teamsOf(nic.id())) {
                List<VirtualSwitch> over = topology.uplinks().virtualSwitchesOver(team);
                switches.addAll(over);
                Answer<Boolean> independent = team.technology() == TeamTechnology.SET ? Answer.sure(true)
                        : topology.effective().teamingMode(team)
                                .then(mode -> Answer.sure(mode == TeamingMode.SWITCH_INDEPENDENT));
                if (!over.isEmpty() && team.members().size() > 1) {
                    needs.addAll(independent.needs());
                    if (independent.is(true)) {
                        reasons.add("the switch-independent team " + facts.name(team.id()));
                    }
                }
            }
        }
        List<NlbCluster> clusters = new ArrayList<>();
        Id logical = topology.wiring().logicalPort(port.id());
        for (NlbCluster cluster : topology.all(NlbCluster.class)) {
            Optional<NlbDomain> domain = topology.balancing().domain(cluster).find().flatMap(found -> found);
            if (domain.filter(found -> found.ports().contains(logical)).isPresent()) {
                clusters.add(cluster);
                reasons.add("nodes of " + facts.name(cluster.id()));
            }
        }
        return new Behind(switches, List.copyOf(reasons), clusters);
    }

    // e: a limit that cannot hold

    private Optional<Finding> limit(Facts facts, SwitchPort port, Behind behind, SortedSet<Missing> needs) {
        Topology topology = facts.topology();
        int macs = 1;
        List<Vm> movable = new ArrayList<>();
        for (VirtualSwitch each : behind.switches()) {
            for (VirtualNic nic : connected(topology, each)) {
                macs++;
                macs += masked(topology, nic, behind.clusters());
                topology.find(nic.owner(), Vm.class).ifPresent(vm -> {
                    Answer<List<Host>> hosts = topology.balancing().possibleHosts(vm);
                    needs.addAll(topology.switches().stickyMacs(port).is(false) ? List.<Missing>of() : hosts.needs());
                    if (hosts.surely(all -> all.size() > 1)) {
                        movable.add(vm);
                    }
                });
            }
        }
        Answer<Integer> most = topology.switches().mostMacs(port);
        Answer<Boolean> sticky = topology.switches().stickyMacs(port);
        int counted = macs;
        if (most.surely(limit -> limit < counted)) {
            return Optional.of(finding(facts, port, behind, "e", Severity.ERROR)
                    .fact("why", "lets " + most.find().orElseThrow() + " MAC" + (most.is(1) ? "" : "s")
                            + " pass, and there are " + counted + " behind it")
                    .proof(port.id(), "portSecurity.maxMacs", most.find().orElseThrow()));
        }
        if (sticky.is(true) && !movable.isEmpty()) {
            Id vm = movable.getFirst().id();
            return Optional.of(finding(facts, port, behind, "e", Severity.ERROR)
                    .fact("why", "keeps learned MACs for good, and " + facts.name(vm) + " can move to another host")
                    .proof(port.id(), "portSecurity.sticky", "true").proof(vm, "possible hosts", "several"));
        }
        needs.addAll(most.needs());
        if (!movable.isEmpty()) {
            needs.addAll(sticky.needs());
        }
        return Optional.empty();
    }

    private static List<VirtualNic> connected(Topology topology, VirtualSwitch each) {
        List<VirtualNic> connected = new ArrayList<>();
        Stream.concat(topology.virtualNics(each.host()).stream(), topology.vms(each.host()).stream()
                .flatMap(vm -> topology.virtualNics(vm.id()).stream()))
                .filter(nic -> topology.uplinks().virtualSwitch(nic).is(Optional.of(each))).forEach(connected::add);
        return connected;
    }

    /// A unicast node sends from one MAC more.
    private static int masked(Topology topology, VirtualNic nic, List<NlbCluster> clusters) {
        int masked = 0;
        for (NlbCluster cluster : clusters) {
            for (NlbNode node : topology.effective().nodes(cluster).orElse(List.of())) {
                masked += node.member().equals(nic.id())
                        && topology.balancing().maskedSource(cluster, node).surely(Optional::isPresent) ? 1 : 0;
            }
        }
        return masked;
    }

    // What helps

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        SwitchPort port = facts.topology().element(finding.primary(), SwitchPort.class);
        String name = facts.name(port.id());
        return List.of(switch (finding.variant()) {
            case "a", "b" -> Remedy.of("Mark " + name + " as trusted",
                    Put.set(List.of(port), "arpTrusted", true, "trust for ARP and DHCP"));
            case "c", "e" -> Remedy.of("Turn port security off at " + name,
                    Put.set(List.of(Element.with(port, "portSecurity.sticky", Attribute.unset())),
                            "portSecurity.enabled",
                            false, "port security"));
            default -> Remedy.of("Mark " + name + " as trusted",
                    Put.set(List.of(port), "securityTrusted", true, "trust"));
        });
    }
}
