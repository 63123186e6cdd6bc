package io.plumbline.check.address;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.NotChecked;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Mac;
import io.plumbline.model.MacMode;
import io.plumbline.model.MacPoolSource;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.MacPool;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Hosts that share a network and hand out the same MACs, or virtual adapters that already have one MAC.
public record OverlappingMacPools() implements Rule {

    private static final int NAMED = 3;
    private static final long HYPER_V = 0x0015_5D00_0000L;
    private static final int POOL = 256;
    private static final int POOLS = 65_536;

    @Override
    public String id() {
        return "NLB019";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Host.class, this::pools), Subject.each(VirtualNic.class, this::macs),
                Subject.each(FailoverCluster.class, this::unknownPools));
    }

    // a: pools

    private Stream<Outcome> pools(Facts facts, Host host) {
        List<Host> crowd = facts.topology().macs().crowd(host);
        // The first of them speaks for all.
        if (crowd.size() < 2 || !crowd.getFirst().id().equals(host.id())) {
            return Stream.empty();
        }
        return groups(facts.topology(), crowd).stream().map(group -> finding(facts, group));
    }

    /// The hosts that share a network, those without a dynamic MAC left out; each group with at least two.
    private static List<List<Host>> groups(Topology topology, List<Host> crowd) {
        List<List<Host>> groups = new ArrayList<>();
        List<Set<String>> networks = new ArrayList<>();
        for (Host host : crowd) {
            if (!handsOut(topology, host)) {
                continue;
            }
            List<Host> merged = new ArrayList<>(List.of(host));
            Set<String> of = new HashSet<>(topology.macs().networks(host));
            for (int i = groups.size() - 1; i >= 0; i--) {
                if (!Collections.disjoint(networks.get(i), of)) {
                    merged.addAll(0, groups.remove(i));
                    of.addAll(networks.remove(i));
                }
            }
            groups.add(merged);
            networks.add(of);
        }
        groups.removeIf(group -> group.size() < 2);
        return groups;
    }

    private static boolean handsOut(Topology topology, Host host) {
        for (Vm vm : topology.vms(host.id())) {
            for (VirtualNic nic : topology.virtualNics(vm.id())) {
                if (topology.effective().macMode(nic).is(MacMode.DYNAMIC)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Finding finding(Facts facts, List<Host> group) {
        List<MacPool> pools = new ArrayList<>();
        Finding finding = Finding.of(id(), "a", Severity.WARNING, group.getFirst().id()).fact("hosts", Names.few(
                group.stream().map(host -> facts.name(host.id())).toList(), NAMED + 1));
        for (Host host : group) {
            MacPool pool = facts.topology().effective().macPool(host).find().orElseThrow();
            pools.add(pool);
            finding = finding.proof(host.id(), "macPoolMin", pool).concerning("host", host.id());
        }
        return finding.fact("pools", Names.few(pools.stream().distinct().map(MacPool::toString).toList(), NAMED));
    }

    /// Of a cluster as a whole: a line for every host would hide what matters.
    private Stream<Outcome> unknownPools(Facts facts, FailoverCluster cluster) {
        List<Id> unknown = new ArrayList<>();
        int others = 0;
        for (Host host : facts.topology().hosts(cluster.id())) {
            if (facts.topology().effective().macPoolSource(host).is(MacPoolSource.VMM)
                    || !handsOut(facts.topology(), host)) {
                continue;
            }
            others++;
            if (!facts.topology().effective().macPool(host).isSure()) {
                unknown.add(host.id());
            }
        }
        return unknown.isEmpty() || others < 2 ? Stream.empty()
                : Stream.of(new NotChecked(id(), cluster.id(), "Cannot evaluate: needs macPoolMin and macPoolMax of "
                        + Names.few(unknown.stream().map(facts::name).toList(), NAMED) + ".",
                        Optional.of(new Missing(unknown.getFirst(), "macPoolMin"))));
    }

    // b: MACs

    private Stream<Outcome> macs(Facts facts, VirtualNic nic) {
        Topology topology = facts.topology();
        List<VirtualNic> holders = nic.mac().find().map(topology.macs()::holders).orElse(List.of());
        if (holders.size() < 2 || !holders.getFirst().id().equals(nic.id())) {
            return Stream.empty();
        }
        Mac mac = nic.mac().find().orElseThrow();
        if (holders.stream().flatMap(each -> topology.nlbClusters(each.id()).stream())
                .anyMatch((NlbCluster cluster) -> topology.balancing().clusterMac(cluster).is(mac))) {
            return Stream.empty();
        }
        SortedSet<Missing> needs = new TreeSet<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (List<VirtualNic> group : neighbours(topology, holders, needs)) {
            Finding finding = Finding.of(id(), "b", Severity.ERROR, group.getFirst().id()).fact("mac", mac)
                    .fact("nics", facts.names().list(group.stream().map(VirtualNic::id).toList()));
            for (VirtualNic each : group) {
                finding = finding.proof(each.id(), "mac", mac).concerning("vNic", each.id());
            }
            outcomes.add(finding);
        }
        facts.cannotTell(id(), nic.id(), needs).forEach(outcomes::add);
        return outcomes.stream();
    }

    /// The adapters that hear each other, two or more in each group.
    private static List<List<VirtualNic>> neighbours(Topology topology, List<VirtualNic> holders,
            SortedSet<Missing> needs) {
        Map<String, List<VirtualNic>> byNetwork = new LinkedHashMap<>();
        for (VirtualNic each : holders) {
            Answer<SortedSet<String>> networks = topology.macs().networks(each);
            needs.addAll(networks.needs());
            networks.orElse(new TreeSet<>())
                    .forEach(network -> byNetwork.computeIfAbsent(network, _ -> new ArrayList<>()).add(each));
        }
        List<List<VirtualNic>> groups =
                byNetwork.values().stream().filter(group -> group.size() > 1).distinct().toList();
        return groups.stream().filter(group -> groups.stream()
                .noneMatch(wider -> wider.size() > group.size() && wider.containsAll(group))).toList();
    }

    // What helps

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        if (finding.variant().equals("b")) {
            List<Element> changed = finding.concerns("vNic").stream()
                    .filter(nic -> !nic.equals(finding.primary()))
                    .map(nic -> facts.topology().element(nic))
                    .map(nic -> Element.with(Element.with(nic, "mac", Attribute.unset()), "macMode", MacMode.DYNAMIC))
                    .toList();
            String label = "Let Hyper-V choose the MAC of "
                    + facts.names().list(changed.stream().map(Element::id).toList());
            return List.of(Remedy.of(label, new Put(label, changed)));
        }
        List<MacPool> taken = new ArrayList<>();
        SortedSet<Id> moved = finding.concerns("host");
        for (Host host : facts.topology().all(Host.class)) {
            if (!moved.contains(host.id())) {
                facts.topology().effective().macPool(host).find().ifPresent(taken::add);
            }
        }
        List<Element> changed = new ArrayList<>();
        int next = 1;
        for (Id host : moved) {
            Optional<MacPool> pool = Optional.empty();
            while (pool.isEmpty() && next < POOLS) {
                pool = Optional.of(pool(next++)).filter(free -> taken.stream().noneMatch(other -> meet(free, other)));
            }
            if (pool.isEmpty()) {
                return List.of();
            }
            changed.add(Element.with(Element.with(facts.topology().element(host), "macPoolMin", pool.get().first()),
                    "macPoolMax", pool.get().last()));
        }
        String label = "Assign a MAC pool of its own to each of " + Names.count(changed.size(), "host", "hosts");
        return List.of(Remedy.of(label, new Put(label, changed)));
    }

    /// `00-15-5D-hh-ii-00` to `FF`.
    private static MacPool pool(int number) {
        long first = HYPER_V + (long) number * POOL;
        return new MacPool(new Mac(first), new Mac(first + POOL - 1));
    }

    private static boolean meet(MacPool one, MacPool other) {
        return one.first().compareTo(other.last()) <= 0 && other.first().compareTo(one.last()) <= 0;
    }
}
