package io.plumbline.check.availability;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Anti-affinity is enforced, and a class has more VMs than there are hosts while one is away: one of them stays off.
public record EnforcedAntiAffinityTooTight() implements Rule {

    @Override
    public String id() {
        return "HA007";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        Answer<Boolean> enforced = facts.topology().effective().enforcedAntiAffinity(cluster);
        if (enforced.is(false)) {
            return Stream.empty();
        }
        int left = facts.topology().hosts(cluster.id()).size() - 1;
        SortedMap<String, List<Vm>> members = new TreeMap<>();
        SortedSet<Missing> open = new TreeSet<>();
        int unclear = sort(facts, cluster, members, open);
        int most = members.values().stream().mapToInt(List::size).max().orElse(0);
        members.values().removeIf(vms -> !isCrowded(vms.size(), left));
        if (!members.isEmpty()) {
            return enforced.isSure() ? Stream.of(finding(facts, cluster, members, left))
                    : facts.cannotTell(id(), cluster.id(), enforced);
        }
        if (!isCrowded(most + unclear, left)) {
            return Stream.empty();
        }
        open.addAll(enforced.needs());
        return facts.cannotTell(id(), cluster.id(), open);
    }

    /// A lone VM has nobody to be kept apart from.
    private static boolean isCrowded(int members, int hosts) {
        return members > 1 && members > hosts;
    }

    /// Sorts the clustered VMs by class.
    ///
    /// @param open what would tell of further ones whether they belong to a class
    /// @return how many further ones may
    private static int sort(Facts facts, FailoverCluster cluster, SortedMap<String, List<Vm>> members,
            SortedSet<Missing> open) {
        int unclear = 0;
        for (Host host : facts.topology().hosts(cluster.id())) {
            for (Vm vm : facts.topology().vms(host.id())) {
                Answer<List<String>> classes = facts.topology().effective().antiAffinityClasses(vm);
                if (classes.surely(List::isEmpty)) {
                    continue;
                }
                Answer<Boolean> clustered = facts.topology().effective().clusteredRole(vm);
                if (clustered.is(true) && classes.isSure()) {
                    classes.orElse(List.of()).stream().distinct().forEach(
                            name -> members.computeIfAbsent(name, _ -> new ArrayList<>()).add(vm));
                } else if (!clustered.is(false)) {
                    unclear++;
                    open.addAll(clustered.needs());
                    open.addAll(classes.needs());
                }
            }
        }
        return unclear;
    }

    private Finding finding(Facts facts, FailoverCluster cluster, SortedMap<String, List<Vm>> crowded, int left) {
        int hosts = left + 1;
        List<String> classes = new ArrayList<>();
        Finding finding = Finding.of(id(), Severity.ERROR, cluster.id()).fact("cluster", facts.name(cluster.id()))
                .fact("hosts", hosts == 1 ? "1 host" : hosts + " hosts")
                .fact("left", left == 0 ? "none remains" : left == 1 ? "1 remains" : left + " remain")
                .concerning("cluster", cluster.id()).proof(cluster.id(), "enforcedAntiAffinity", "on")
                .proof(cluster.id(), "hosts", hosts);
        for (Map.Entry<String, List<Vm>> each : crowded.entrySet()) {
            classes.add(Names.quoted(each.getKey()) + " has " + each.getValue().size() + " members ("
                    + facts.names().list(each.getValue().stream().map(Vm::id).toList()) + ")");
            for (Vm vm : each.getValue()) {
                finding = finding.proof(vm.id(), "antiAffinityClasses", each.getKey()).concerning("vm", vm.id());
            }
        }
        return finding.fact("classes", Names.join(classes));
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        FailoverCluster cluster = facts.topology().element(finding.primary(), FailoverCluster.class);
        return finding.concerns("vm").stream().anyMatch(vm -> isMisplacedWhenMoved(facts, vm)) ? List.of()
                : List.of(Remedy.of("Do not enforce anti-affinity on " + facts.name(cluster.id()),
                        Put.set(List.of(cluster), "enforcedAntiAffinity", false, "enforced anti-affinity")));
    }

    /// NLB nodes that do not stand being moved together are better off than on one host: what makes them so comes first.
    private static boolean isMisplacedWhenMoved(Facts facts, Id vm) {
        return facts.topology().virtualNics(vm).stream()
                .flatMap(nic -> facts.topology().nlbClusters(nic.id()).stream())
                .anyMatch(nlb -> !facts.topology().balancing().unicastTeams(nlb).misconfigureNodes().is(false));
    }
}
