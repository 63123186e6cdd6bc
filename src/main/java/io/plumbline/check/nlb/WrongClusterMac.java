package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Likewise;
import io.plumbline.check.NotChecked;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.Ipv6;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.Shape;
import io.plumbline.model.StaticArp;
import io.plumbline.predict.Ip2Mac;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.NlbEntries;
import io.plumbline.topology.NlbEntry;
import io.plumbline.topology.StaticEntry;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Somebody typed a MAC for an NLB cluster into a gateway or a switch, and it is not the one the cluster uses.
public record WrongClusterMac() implements Rule {

    @Override
    public String id() {
        return "NLB010";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        return Stream.concat(arp(facts, cluster), entries(facts, cluster));
    }

    // Static ARP

    private Stream<Outcome> arp(Facts facts, NlbCluster cluster) {
        Topology topology = facts.topology();
        Answer<List<IpAddress>> vips = topology.balancing().vips(cluster);
        List<Outcome> outcomes = new ArrayList<>();
        for (L3Interface gateway : topology.all(L3Interface.class)) {
            Answer<List<StaticArp>> entries = topology.effective().staticArp(gateway);
            if (!entries.isSure() && routesInto(topology, gateway, cluster)) {
                facts.cannotTell(id(), gateway.id(), entries.needs()).forEach(outcomes::add);
            }
            List<StaticArp> ofVips = entries.orElse(List.of()).stream()
                    .filter(entry -> vips.orElse(List.of()).contains(entry.ip())
                            && !isElsewhere(topology, gateway, cluster, entry.ip()))
                    .toList();
            if (!ofVips.isEmpty()) {
                judge(facts, cluster, gateway, ofVips).forEach(outcomes::add);
            }
        }
        return outcomes.stream();
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster, L3Interface gateway, List<StaticArp> entries) {
        Answer<Mac> right = facts.topology().balancing().clusterMac(cluster);
        if (right.find().isEmpty()) {
            return notDerivable(facts, this, cluster, gateway.id(), right);
        }
        // Several VIPs with one wrong MAC are one slip.
        Map<Mac, List<StaticArp>> wrong = new LinkedHashMap<>();
        entries.stream().filter(entry -> !entry.mac().equals(right.find().get()))
                .forEach(entry -> wrong.computeIfAbsent(entry.mac(), _ -> new ArrayList<>()).add(entry));
        return wrong.entrySet().stream().map(each -> {
            String vips = Names.join(each.getValue().stream().map(entry -> entry.ip().toString()).distinct().toList());
            Finding finding =
                    about(facts, cluster, "a", Severity.ERROR, gateway.id(), each.getKey(), right.find().get())
                            .fact("gateway", facts.name(gateway.id())).fact("vip", vips)
                            .fact("correct", each.getValue().size() == 1 ? "Correct the static ARP entry"
                                    : "Correct the static ARP entries");
            return finding.concerning("gateway", gateway.id());
        });
    }

    /// An entry in another address space is about another machine that happens to have the same address.
    private static boolean isElsewhere(Topology topology, L3Interface gateway, NlbCluster cluster, IpAddress vip) {
        Answer<String> there = topology.effective().addressSpaceId(gateway);
        return !routesInto(topology, gateway, cluster) && topology.claims().byAddress().getOrDefault(vip, List.of())
                .stream().filter(claim -> claim.element().equals(cluster.id()))
                .anyMatch(claim -> topology.claims().space(claim).with(there, (own, other) -> !own.equals(other))
                        .is(true));
    }

    private static boolean routesInto(Topology topology, L3Interface gateway, NlbCluster cluster) {
        return topology.balancing().vlan(cluster).find().flatMap(vlan -> vlan)
                .filter(vlan -> gateway.vlan().find().filter(id -> topology.vlans().idOf(id).is(vlan)).isPresent())
                .isPresent();
    }

    // Static MAC and group entries

    private Stream<Outcome> entries(Facts facts, NlbCluster cluster) {
        Answer<Optional<NlbDomain>> domain = facts.topology().balancing().domain(cluster);
        return domain.find().flatMap(found -> found).stream().flatMap(
                found -> found.switches().stream().flatMap(device -> judge(facts, found, device)));
    }

    private Stream<Outcome> judge(Facts facts, NlbDomain domain, Id device) {
        NlbEntries entries = domain.entries(device);
        Answer<Mac> right = facts.topology().balancing().clusterMac(domain.cluster());
        if (right.find().isEmpty()) {
            return notDerivable(facts, this, domain.cluster(), device, right).filter(_ -> !entries.needs().isEmpty());
        }
        Map<Mac, NlbEntry> wrong = new LinkedHashMap<>();
        entries.wrong().forEach(entry -> wrong.putIfAbsent(entry.mac(), entry));
        // Beside a right entry the group is registered, so nothing is dropped.
        Answer<Boolean> cutOff = wrong.isEmpty() || !entries.exact().isEmpty()
                || facts.topology().effective().mode(domain.cluster()).is(NlbMode.UNICAST) ? Answer.sure(false)
                        : domain.filters(device);
        return Stream.of(wrong.values().stream().map(entry -> finding(facts, domain, device, entry, right.find().get(),
                cutOff.is(true))),
                facts.cannotTell(id(), device, cutOff.needs()), facts.cannotTell(id(), device, entries.needs()))
                .flatMap(outcomes -> outcomes);
    }

    private Finding finding(Facts facts, NlbDomain domain, Id device, NlbEntry entry, Mac right, boolean cutOff) {
        NlbCluster cluster = domain.cluster();
        Finding finding = about(facts, cluster, "b", cutOff ? Severity.ERROR : Severity.WARNING, device, entry.mac(),
                right).fact("switch", facts.name(device)).fact("vlan", "VLAN " + domain.vlan())
                .fact("entry", entry.group() ? "multicast group" : "MAC entry")
                .fact("consequence", cutOff ? facts.name(device) + " drops unregistered multicast, so no frame of "
                        + facts.name(cluster.id()) + " arrives."
                        : "The frames of " + facts.name(cluster.id()) + " are flooded as if there were no entry.")
                .concerning("switch", device);
        return cutOff ? finding.proof(device, "unregisteredMulticast", "filter") : finding;
    }

    // Both

    private Finding about(Facts facts, NlbCluster cluster, String variant, Severity severity, Id primary, Mac wrong,
            Mac right) {
        NlbMode mode = facts.topology().effective().mode(cluster).find().orElseThrow();
        return Finding.of(id(), variant, severity, primary).fact("cluster", facts.name(cluster.id()))
                .fact("mac", wrong).fact("right", right).fact("mode", NlbWords.mode(mode))
                .fact("decoded", decoded(facts, cluster, mode, wrong))
                .proof(primary, variant.equals("a") ? "staticArp" : "static entry", wrong)
                .proof(cluster.id(), "primaryVip", facts.topology().effective().primaryVip(cluster)
                        .map(IpAddress::toString).orElse("not known"))
                .proof(cluster.id(), "mode", mode.display()).proof(cluster.id(), "cluster MAC", right)
                .concerning("nlbCluster", cluster.id());
    }

    /// Whose MAC it is instead: "belongs to 188.31.1.100".
    private static String decoded(Facts facts, NlbCluster cluster, NlbMode mode, Mac mac) {
        return switch (Ip2Mac.decode(mac)) {
            case Ip2Mac.Origin.ClusterMac(NlbMode of, var vip) -> {
                boolean additional = of == mode && facts.topology().balancing().vips(cluster).orElse(List.of())
                        .contains(vip);
                yield "belongs to " + vip + (of == mode ? "" : " in " + NlbWords.mode(of) + " mode")
                        + (additional ? " (the MAC follows from the primary VIP alone)" : "");
            }
            case Ip2Mac.Origin.IgmpGroup(var group) -> "belongs to VIPs that end in ." + group.octet(2) + "."
                    + group.octet(3) + (mode == NlbMode.IGMP_MULTICAST ? "" : " in IGMP multicast mode");
            case Ip2Mac.Origin.MaskedSource(int host, var vip) -> "is the masked sender of host " + host + " of "
                    + vip + ", never a destination";
            case Ip2Mac.Origin.Other() -> "is no MAC that NLB derives from an address";
        };
    }

    /// For an IPv6 VIP only NLB itself knows the MAC.
    static Stream<Outcome> notDerivable(Facts facts, Rule rule, NlbCluster cluster, Id primary, Answer<Mac> mac) {
        boolean ipv6 = cluster.primaryVip().find().filter(Ipv6.class::isInstance).isPresent();
        return !ipv6 ? facts.cannotTell(rule.id(), primary, mac.needs())
                : Stream.of(new NotChecked(rule.id(), primary, "Cannot evaluate: needs macOverride of "
                        + facts.name(cluster.id())
                        + "; the MAC does not follow from an IPv6 address, enter the one shown by nlb.exe ip2mac.",
                        Optional.of(new Missing(cluster.id(), "macOverride"))));
    }

    // What helps

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return Likewise.all(this, facts, finding, "nlbCluster", this::remediesOfOne);
    }

    private List<Remedy> remediesOfOne(Facts facts, Finding finding) {
        NlbCluster cluster = facts.topology().element(finding.concerns("nlbCluster").first(), NlbCluster.class);
        Mac right = facts.topology().balancing().clusterMac(cluster).find().orElseThrow();
        if (finding.variant().equals("a")) {
            L3Interface gateway = facts.topology().element(finding.primary(), L3Interface.class);
            List<IpAddress> vips = facts.topology().balancing().vips(cluster).orElse(List.of());
            List<StaticArp> entries = gateway.staticArp().orElse(List.of()).stream()
                    .map(entry -> vips.contains(entry.ip())
                            ? Shape.of(StaticArp.class).with(entry, "mac", right)
                            : entry)
                    .toList();
            return List.of(Remedy.of("Correct the MAC on " + facts.name(gateway.id()) + " to " + right,
                    Put.set(List.of(gateway), "staticArp", entries, "static ARP")));
        }
        return facts.topology().balancing().domain(cluster).find().flatMap(found -> found).stream()
                .map(domain -> corrected(facts, domain, finding.primary(), right)).toList();
    }

    private static Remedy corrected(Facts facts, NlbDomain domain, Id device, Mac right) {
        NlbEntries entries = domain.entries(device);
        Element holder = facts.topology().element(device);
        // One right entry is enough, and in unicast mode none is better than one that ties the MAC to a port.
        boolean none = !entries.exact().isEmpty()
                || facts.topology().effective().mode(domain.cluster()).is(NlbMode.UNICAST);
        String label =
                (none ? "Remove the wrong entry for " : "Correct the MAC of ") + facts.name(domain.cluster().id())
                        + " on " + facts.name(device) + (none ? "" : " to " + right);
        Element changed = none ? StaticEntry.without(holder, entries.wrong().stream().map(NlbEntry::entry).toList())
                : entries.wrong().getFirst().entry()
                        .withMac(StaticEntry.without(holder, entries.wrong().stream().skip(1)
                                .map(NlbEntry::entry).toList()), right);
        return Remedy.of(label, new Put(label, List.of(changed)));
    }
}
