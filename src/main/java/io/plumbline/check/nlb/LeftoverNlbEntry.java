package io.plumbline.check.nlb;

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
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Flag;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpInterface;
import io.plumbline.model.Ipv4;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Lag;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Router;
import io.plumbline.model.StaticArp;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.SwitchStack;
import io.plumbline.model.Vlan;
import io.plumbline.model.VlanId;
import io.plumbline.predict.Ip2Mac;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Claim;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NlbAddress;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.StaticEntry;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Static entries for an NLB cluster that is not there any more: ARP for an address that nobody has, a MAC or group of no
/// cluster, ports at which no node can ever be.
public record LeftoverNlbEntry() implements Rule {

    @Override
    public String id() {
        return "NLB011";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(L3Interface.class, this::arp), Subject.each(Switch.class, this::entries),
                Subject.each(SwitchStack.class, this::entries));
    }

    private static boolean isPlanned(Attribute<SortedSet<Flag>> flags) {
        return flags.orElse(new TreeSet<>()).contains(Flag.PLANNED);
    }

    // a: static ARP

    private Stream<Outcome> arp(Facts facts, L3Interface gateway) {
        if (gateway.staticArp().orElse(List.of()).isEmpty()) {
            return gateway.staticArp().isUnknown() && !nlbSubnets(facts.topology(), gateway).isEmpty()
                    ? facts.cannotTell(id(), gateway.id(), Answer.needs(gateway.id(), "staticArp"))
                    : Stream.empty();
        }
        SortedSet<Missing> needs = new TreeSet<>();
        Map<StaticArp, String> orphans = orphans(facts, gateway, needs);
        if (orphans.isEmpty()) {
            return facts.cannotTell(id(), gateway.id(), needs);
        }
        Finding finding =
                Finding.of(id(), "a", Severity.WARNING, gateway.id()).fact("gateway", facts.name(gateway.id()))
                        .fact("entries", Names.few(orphans.entrySet().stream().map(each -> each.getKey().ip() + " ("
                                + each.getKey().mac() + "), " + each.getValue()).toList(), 3))
                        .fact("them", orphans.size() == 1 ? "it" : "them").concerning("gateway", gateway.id());
        for (StaticArp each : orphans.keySet()) {
            finding = finding.proof(gateway.id(), "staticArp", each.ip() + " " + each.mac());
        }
        return Stream.of(finding);
    }

    /// The subnets of a gateway's VLAN in which NLB clusters have their VIPs.
    private static List<IpInterface> nlbSubnets(Topology topology, L3Interface gateway) {
        Optional<VlanId> vlan = gateway.vlan().find().flatMap(id -> topology.vlans().idOf(id).find());
        List<IpInterface> subnets = new ArrayList<>();
        if (vlan.isPresent() && !topology.balancing().clustersIn(vlan.get()).isEmpty()) {
            subnets.addAll(gateway.addresses().orElse(List.of()));
            topology.balancing().clustersIn(vlan.get()).forEach(cluster -> topology.balancing().subnet(cluster).find()
                    .ifPresent(subnet -> subnets.add(new IpInterface(subnet.address(), subnet.prefixLength()))));
        }
        return subnets;
    }

    private static Map<StaticArp, String> orphans(Facts facts, L3Interface gateway, SortedSet<Missing> needs) {
        Topology topology = facts.topology();
        List<IpInterface> subnets = nlbSubnets(topology, gateway);
        Map<StaticArp, String> orphans = new LinkedHashMap<>();
        for (StaticArp entry : subnets.isEmpty() ? List.<StaticArp>of() : gateway.staticArp().orElse(List.of())) {
            boolean here = subnets.stream().anyMatch(subnet -> subnet.contains(entry.ip()));
            if (!here || isPlanned(entry.flags()) || !entry.otherApplication().orElse("").isBlank()) {
                continue;
            }
            List<Claim> holders = topology.claims().byAddress().getOrDefault(entry.ip(), List.of());
            boolean nlb = Arrays.stream(NlbMode.values()).anyMatch(mode -> NlbAddress.hasPrefix(mode, entry.mac()));
            if (holders.isEmpty()) {
                // The address may be one of those that nobody knows.
                needs.addAll(topology.claims().unknown());
                if (entry.otherApplication().isUnknown()) {
                    needs.add(new Missing(gateway.id(), "staticArp.otherApplication"));
                }
                if (needs.isEmpty()) {
                    orphans.put(entry, "an address that nothing in this design has");
                }
            } else if (nlb && holders.stream().noneMatch(claim -> isVip(topology, claim))) {
                orphans.put(entry, "an address of " + facts.name(holders.getFirst().element())
                        + ", which does not answer with the MAC of an NLB cluster");
            }
        }
        return orphans;
    }

    private static boolean isVip(Topology topology, Claim claim) {
        return topology.is(claim.element(), NlbCluster.class)
                || claim.ofNlb() && !claim.holder().equals(claim.element().text());
    }

    // b and c: MAC and group entries

    /// What is wrong about an entry.
    ///
    /// @param ports those where no node can be, for an entry that is right otherwise
    private record Fault(StaticEntry entry, Mac mac, VlanId vlan, List<Id> ports) {}

    private Stream<Outcome> entries(Facts facts, Element device) {
        if (!facts.topology().switches().holder(device.id()).equals(device.id())) {
            return Stream.empty();
        }
        SortedSet<Missing> needs = new TreeSet<>();
        List<Fault> faults = faults(facts.topology(), device, needs);
        List<Outcome> outcomes = new ArrayList<>();
        List<Fault> orphans = faults.stream().filter(fault -> fault.ports().isEmpty()).toList();
        List<Fault> overfull = faults.stream().filter(fault -> !fault.ports().isEmpty()).toList();
        if (!orphans.isEmpty()) {
            outcomes.add(orphaned(facts, device, orphans));
        }
        if (!overfull.isEmpty()) {
            outcomes.add(misdirected(facts, device, overfull));
        }
        facts.cannotTell(id(), device.id(), needs).forEach(outcomes::add);
        return outcomes.stream();
    }

    private static List<Fault> faults(Topology topology, Element device, SortedSet<Missing> needs) {
        StaticEntry.All all = StaticEntry.of(topology, device.id());
        boolean anyNlb = !topology.all(NlbCluster.class).isEmpty();
        if (anyNlb) {
            needs.addAll(all.needs());
        }
        List<Fault> faults = new ArrayList<>();
        for (StaticEntry entry : all.entries()) {
            if (isPlanned(entry.flags()) || entry.vlan().isUnset() || entry.isForAnother().is(true)) {
                continue;
            }
            Optional<Mac> mac = entry.mac().find();
            if (mac.isPresent() && isNlb(mac.get())) {
                Answer<VlanId> vlan = entry.vlan().find().map(topology.vlans()::idOf)
                        .orElseGet(() -> Answer.needs(entry.holder(), entry.attribute("vlan")));
                needs.addAll(vlan.needs());
                needs.addAll(entry.isForAnother().needs());
                if (vlan.isSure() && entry.isForAnother().isSure()) {
                    judge(topology, entry, mac.get(), vlan.find().orElseThrow(), faults, needs);
                }
            } else if (mac.isEmpty() && anyNlb) {
                needs.addAll(entry.mac().needs());
            }
        }
        return faults;
    }

    private static boolean isNlb(Mac mac) {
        return Arrays.stream(NlbMode.values()).anyMatch(mode -> NlbAddress.hasPrefix(mode, mac));
    }

    private static void judge(Topology topology, StaticEntry entry, Mac mac, VlanId vlan, List<Fault> faults,
            SortedSet<Missing> needs) {
        List<NlbCluster> clusters = topology.balancing().clustersIn(vlan);
        for (NlbCluster cluster : clusters) {
            Optional<NlbDomain> domain = topology.balancing().domain(cluster).find().flatMap(found -> found);
            boolean judgedElsewhere = domain.filter(found -> found.devices().contains(entry.holder()))
                    .map(found -> found.entries(entry.holder()).wrong().stream()
                            .anyMatch(wrong -> wrong.entry().equals(entry)))
                    .orElse(false);
            boolean ownGroup = entry.group() && topology.balancing().igmpGroup(cluster)
                    .surely(group -> group.isPresent() && Ip2Mac.groupMac(group.get()).equals(mac));
            Answer<Mac> its = topology.balancing().clusterMac(cluster);
            needs.addAll(its.needs());
            if (its.is(mac) || ownGroup) {
                domain.ifPresent(found -> strangers(topology, found, entry, mac, vlan, faults, needs));
                return;
            }
            if (judgedElsewhere || !its.isSure()) {
                return;
            }
        }
        boolean listed = topology.vlans().named(vlan).stream().anyMatch(each -> holdsGroup(each, mac));
        Set<Id> sure = clusters.stream().map(NlbCluster::id).collect(Collectors.toSet());
        for (NlbCluster cluster : topology.all(NlbCluster.class)) {
            if (!sure.contains(cluster.id()) && !topology.balancing().vlan(cluster).isSure()) {
                needs.addAll(topology.balancing().vlan(cluster).needs());
                return;
            }
        }
        if (!listed) {
            faults.add(new Fault(entry, mac, vlan, List.of()));
        }
    }

    /// Whether a VLAN is known to carry a group with this MAC for something else.
    private static boolean holdsGroup(Vlan vlan, Mac mac) {
        for (IpAddress group : vlan.multicastGroups().orElse(List.of())) {
            if (group instanceof Ipv4 four && four.isMulticast() && Ip2Mac.groupMac(four).equals(mac)) {
                return true;
            }
        }
        return false;
    }

    /// Ports of a right entry that lead to a machine which is no place for a node.
    private static void strangers(Topology topology, NlbDomain domain, StaticEntry entry, Mac mac, VlanId vlan,
            List<Fault> faults, SortedSet<Missing> needs) {
        if (!domain.needs().isEmpty() || entry.ports().isUnknown()) {
            needs.addAll(domain.needs());
            if (entry.ports().isUnknown()) {
                needs.add(new Missing(entry.holder(), entry.attribute("ports")));
            }
            return;
        }
        Set<Id> welcome = new HashSet<>();
        for (NlbNode node : topology.effective().nodes(domain.cluster()).orElse(List.of())) {
            for (Host host : topology.balancing().possibleHosts(node).orElse(List.of())) {
                welcome.add(host.id());
                topology.effective().failoverCluster(host).find().flatMap(found -> found).map(FailoverCluster::id)
                        .ifPresent(cluster -> topology.hosts(cluster).forEach(each -> welcome.add(each.id())));
            }
        }
        List<Id> strange = new ArrayList<>();
        for (Id port : entry.ports().orElse(List.of())) {
            if (!domain.ports().contains(port) && leadsToStrangersOnly(topology, port, welcome)) {
                strange.add(port);
            }
        }
        if (!strange.isEmpty()) {
            faults.add(new Fault(entry, mac, vlan, strange));
        }
    }

    private static boolean leadsToStrangersOnly(Topology topology, Id port, Set<Id> welcome) {
        List<Element> peers = topology.wiring().members(port).stream()
                .flatMap(each -> topology.wiring().peers(each).stream()).toList();
        boolean passesOn = peers.stream().anyMatch(peer -> peer instanceof SwitchPort || peer instanceof Router
                || peer instanceof HardwareLoadBalancer);
        return !peers.isEmpty() && !passesOn
                && topology.vlans().hostsAt(port).stream().noneMatch(host -> welcome.contains(host.id()));
    }

    private Finding orphaned(Facts facts, Element device, List<Fault> faults) {
        Finding finding = Finding.of(id(), "b", Severity.WARNING, device.id()).fact("switch", facts.name(device.id()))
                .fact("entries",
                        Names.few(faults.stream().map(fault -> words(fault) + decoded(fault.mac())).toList(), 3))
                .fact("are", faults.size() == 1 ? "is the MAC of no NLB cluster there"
                        : "are MACs of no NLB cluster there")
                .fact("them", faults.size() == 1 ? "it" : "them")
                .fact("belongs", faults.size() == 1 ? "it belongs" : "they belong").concerning("switch", device.id());
        for (Fault fault : faults) {
            finding = finding.proof(device.id(), fault.entry().list(), fault.mac() + " in VLAN " + fault.vlan());
        }
        return finding;
    }

    private static String words(Fault fault) {
        return (fault.entry().group() ? "the group " : "") + fault.mac() + " in VLAN " + fault.vlan();
    }

    private static String decoded(Mac mac) {
        return switch (Ip2Mac.decode(mac)) {
            case Ip2Mac.Origin.ClusterMac(NlbMode mode, var vip) ->
                    " (" + vip + " in " + NlbWords.mode(mode) + " mode)";
            case Ip2Mac.Origin.IgmpGroup(var group) ->
                    " (VIPs that end in ." + group.octet(2) + "." + group.octet(3) + " in IGMP multicast mode)";
            default -> "";
        };
    }

    private Finding misdirected(Facts facts, Element device, List<Fault> faults) {
        List<String> words = new ArrayList<>();
        Finding finding = Finding.of(id(), "c", Severity.WARNING, device.id()).fact("switch", facts.name(device.id()))
                .concerning("switch", device.id());
        for (Fault fault : faults) {
            words.add(words(fault) + " lists " + facts.names().ports(fault.ports()));
            for (Id port : fault.ports()) {
                finding = finding.proof(port, "leads to", Names.join(facts.topology().vlans().hostsAt(port).stream()
                        .map(host -> facts.name(host.id())).toList()));
                if (facts.topology().is(port, Lag.class)) {
                    finding = finding.concerning("lag", port);
                }
            }
        }
        return finding.fact("entries", Names.join(words));
    }

    // What helps

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        if (finding.variant().equals("a")) {
            L3Interface gateway = facts.topology().element(finding.primary(), L3Interface.class);
            Map<StaticArp, String> orphans = orphans(facts, gateway, new TreeSet<>());
            List<StaticArp> kept = gateway.staticArp().orElse(List.of()).stream()
                    .filter(entry -> !orphans.containsKey(entry)).toList();
            return List.of(removing(Names.count(orphans.size(), "orphaned ARP entry", "orphaned ARP entries") + " of "
                    + facts.name(gateway.id()), Element.with(gateway, "staticArp", kept)));
        }
        Element device = facts.topology().element(finding.primary());
        List<Fault> faults = faults(facts.topology(), device, new TreeSet<>());
        if (finding.variant().equals("b")) {
            List<StaticEntry> gone =
                    faults.stream().filter(fault -> fault.ports().isEmpty()).map(Fault::entry).toList();
            return List.of(removing(Names.count(gone.size(), "orphaned entry", "orphaned entries") + " of "
                    + facts.name(device.id()), StaticEntry.without(device, gone)));
        }
        Element changed = device;
        int ports = 0;
        for (Fault fault : faults) {
            if (!fault.ports().isEmpty()) {
                List<Id> left = new ArrayList<>(fault.entry().ports().orElse(List.of()));
                left.removeAll(fault.ports());
                ports += fault.ports().size();
                changed = fault.entry().withPorts(changed, left);
            }
        }
        return List.of(removing(Names.count(ports, "port", "ports") + " from entries of " + facts.name(device.id()),
                changed));
    }

    private static Remedy removing(String what, Element changed) {
        return Remedy.of("Remove " + what, new Put("Remove " + what, List.of(changed)));
    }
}
