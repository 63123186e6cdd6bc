package io.plumbline.check.switching;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Likewise;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.SwitchPort;
import io.plumbline.topology.Names;
import io.plumbline.topology.NlbCoverage;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.NlbEntry;
import io.plumbline.topology.NlbGap;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A static multicast entry for an NLB cluster that leaves out a port at which a node is or may turn up after a live
/// migration: there the node starves without an error.
public record PartialStaticMulticastEntry() implements Rule {

    @Override
    public String id() {
        return "SW006";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        NlbCoverage coverage = facts.topology().balancing().coverage(cluster);
        return Stream.concat(coverage.gaps().stream().map(gap -> finding(facts, cluster, gap)),
                facts.cannotTell(id(), cluster.id(), coverage.needs()));
    }

    private Finding finding(Facts facts, NlbCluster cluster, NlbGap gap) {
        Topology topology = facts.topology();
        Optional<NlbDomain> domain = topology.balancing().domain(cluster).find().flatMap(found -> found);
        SortedSet<Id> missing = new TreeSet<>(gap.missing());
        gap.members().forEach(port -> topology.wiring().lags(port).stream().map(Lag::id).forEach(missing::remove));
        Finding finding = Finding.of(id(), Severity.ERROR, gap.device()).fact("entry", entry(gap))
                .fact("switch", facts.name(gap.device()))
                .fact("vlan", "VLAN " + domain.map(found -> found.vlan().toString()).orElse("?"))
                .fact("cluster", facts.name(cluster.id())).fact("fault", fault(facts, gap, missing))
                .fact("consequence", consequence(facts, gap)).fact("change", change(facts, gap, missing))
                .proof(gap.device(), gap.entries().getFirst().attribute(), gap.listed().isEmpty() ? "no port"
                        : facts.names().ports(gap.listed()))
                .concerning("nlbCluster", cluster.id()).concerning("switch", gap.device());
        for (Id port : missing) {
            finding = finding.proof(port, "leads to", whereTo(facts, gap.device(), port));
        }
        for (Id port : gap.members()) {
            finding = finding.proof(port, "lag", lagsOf(facts, port));
            for (Lag lag : topology.wiring().lags(port)) {
                finding = finding.concerning("lag", lag.id());
            }
        }
        return finding.proof(cluster.id(), "mode", topology.effective().mode(cluster).find().orElseThrow().display());
    }

    private static String entry(NlbGap gap) {
        boolean group = gap.entries().stream().anyMatch(NlbEntry::group);
        List<String> macs = gap.entries().stream().map(NlbEntry::mac).distinct().map(Mac::toString).toList();
        return "The static " + (group ? "multicast group " : "MAC entry ") + Names.join(macs);
    }

    private static String fault(Facts facts, NlbGap gap, SortedSet<Id> missing) {
        String listed = gap.listed().isEmpty() ? "lists no port" : "lists " + facts.names().ports(gap.listed());
        List<String> lacks = missing.stream()
                .map(port -> facts.name(port) + " (" + whereTo(facts, gap.device(), port) + ")").toList();
        String fault = lacks.isEmpty() ? listed
                : listed + (gap.listed().isEmpty() ? " and lacks " : " but not ") + Names.join(lacks);
        List<String> members = gap.members().stream()
                .map(port -> facts.name(port) + " is only a member of " + lagsOf(facts, port)).toList();
        return members.isEmpty() ? fault : fault + ", and " + Names.join(members);
    }

    private static String lagsOf(Facts facts, Id port) {
        return facts.names().list(facts.topology().wiring().lags(port).stream().map(Lag::id).toList());
    }

    /// "H2" for a host's port, "towards B" for a link.
    private static String whereTo(Facts facts, Id device, Id port) {
        List<Host> hosts = facts.topology().vlans().hostsAt(port);
        return hosts.isEmpty() ? "towards " + facts.names().list(behind(facts.topology(), device, port))
                : facts.names().list(hosts.stream().map(Host::id).toList());
    }

    private static SequencedSet<Id> behind(Topology topology, Id device, Id port) {
        SequencedSet<Id> far = new LinkedHashSet<>();
        topology.wiring().members(port).stream().flatMap(each -> topology.wiring().peers(each).stream())
                .filter(SwitchPort.class::isInstance).map(each -> topology.wiring().controlPlane(each.id()).id())
                .filter(each -> !each.equals(device)).forEach(far::add);
        return far;
    }

    private static String consequence(Facts facts, NlbGap gap) {
        SequencedSet<Id> hosts = new LinkedHashSet<>();
        SequencedSet<Id> switches = new LinkedHashSet<>();
        for (Id port : gap.missing()) {
            List<Host> here = facts.topology().vlans().hostsAt(port);
            here.forEach(host -> hosts.add(host.id()));
            if (here.isEmpty()) {
                switches.addAll(behind(facts.topology(), gap.device(), port));
            }
        }
        List<String> parts = new ArrayList<>();
        if (!hosts.isEmpty()) {
            parts.add((hosts.size() == 1 ? "a node on " : "nodes on ") + facts.names().list(hosts));
        }
        if (!switches.isEmpty()) {
            parts.add("every node behind " + facts.names().list(switches));
        }
        boolean one = parts.size() == 1 && hosts.size() < 2;
        return parts.isEmpty() ? "a frame to the member is no frame to the LAG"
                : Names.join(parts) + (one ? " gets" : " get") + " no frame from here";
    }

    private static String change(Facts facts, NlbGap gap, SortedSet<Id> missing) {
        List<String> changes = new ArrayList<>();
        if (!missing.isEmpty()) {
            changes.add("add " + facts.names().ports(missing));
        }
        for (Id port : gap.members()) {
            changes.add("enter " + lagsOf(facts, port) + " in place of " + facts.name(port));
        }
        String all = Names.join(changes);
        return Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return Likewise.all(this, facts, finding, "nlbCluster", this::remediesOfOne);
    }

    private List<Remedy> remediesOfOne(Facts facts, Finding finding) {
        NlbCluster cluster = facts.topology().element(finding.concerns("nlbCluster").first(), NlbCluster.class);
        Optional<NlbGap> gap = facts.topology().balancing().coverage(cluster).gaps().stream()
                .filter(each -> each.device().equals(finding.primary())).findFirst();
        Optional<NlbDomain> domain = facts.topology().balancing().domain(cluster).find().flatMap(found -> found);
        if (gap.isEmpty() || domain.isEmpty() || !domain.get().needs().isEmpty()) {
            return List.of();
        }
        Element changed = facts.topology().element(finding.primary());
        SortedSet<Id> wanted = new TreeSet<>(domain.get().exits(finding.primary()));
        for (NlbEntry entry : gap.get().entries()) {
            SortedSet<Id> ports = new TreeSet<>(wanted);
            entry.ports().orElse(List.of()).stream().filter(port -> !gap.get().members().contains(port))
                    .forEach(ports::add);
            changed = entry.entry().withPorts(changed, ports);
        }
        String label = "Extend the entry for " + facts.name(cluster.id()) + " on " + facts.name(finding.primary())
                + " to all " + wanted.size() + " uplinks";
        return List.of(Remedy.of(label, new Put(label, List.of(changed))));
    }
}
