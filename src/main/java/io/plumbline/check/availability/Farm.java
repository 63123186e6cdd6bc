package io.plumbline.check.availability;

import io.plumbline.check.Facts;
import io.plumbline.model.AffinityRule;
import io.plumbline.model.AffinityRuleType;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Flag;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.OsVersion;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// VMs of one failover cluster that stand in for each other: the nodes of an NLB cluster, or a tier of twins.
///
/// @param primary the NLB cluster; of a tier its first VM
/// @param name    what messages call it
/// @param vms     clustered roles, at least two, in order of id
/// @param needs   what would have to be known to be sure of the members
record Farm(Facts facts, Id primary, String name, FailoverCluster cluster, List<Vm> vms, SortedSet<Missing> needs) {

    /// The nodes of an NLB cluster, apart by failover cluster.
    static List<Farm> of(Facts facts, NlbCluster nlb) {
        Map<Id, List<Vm>> byCluster = new LinkedHashMap<>();
        for (NlbNode node : nlb.nodes().orElse(List.of())) {
            Optional<Vm> vm = facts.topology().balancing().vm(node);
            vm.flatMap(each -> clusterOf(facts, each)).ifPresent(cluster -> byCluster
                    .computeIfAbsent(cluster.id(), _ -> new ArrayList<>()).add(vm.get()));
        }
        List<Farm> farms = new ArrayList<>();
        byCluster.forEach((cluster, vms) -> of(facts, nlb.id(), facts.name(nlb.id()),
                facts.topology().element(cluster, FailoverCluster.class), vms).ifPresent(farms::add));
        return farms;
    }

    /// The tiers of twins on a cluster. A tier that is just the nodes of an NLB cluster is judged as that.
    static List<Farm> tiers(Facts facts, FailoverCluster cluster) {
        Map<String, List<Vm>> byTier = new TreeMap<>();
        for (Host host : facts.topology().hosts(cluster.id())) {
            for (Vm vm : facts.topology().vms(host.id())) {
                vm.tier().find().filter(named -> !named.isBlank())
                        .ifPresent(tier -> byTier.computeIfAbsent(tier, _ -> new ArrayList<>()).add(vm));
            }
        }
        List<Farm> farms = new ArrayList<>();
        byTier.forEach((tier, vms) -> {
            vms.sort(Comparator.comparing(Vm::id));
            of(facts, vms.getFirst().id(), "tier " + Names.quoted(tier), cluster, vms)
                    .filter(farm -> !farm.isAnNlbCluster()).ifPresent(farms::add);
        });
        return farms;
    }

    private boolean isAnNlbCluster() {
        Set<Id> members = Set.copyOf(vms.stream().map(Vm::id).toList());
        return facts.topology().virtualNics(vms.getFirst().id()).stream()
                .flatMap(nic -> facts.topology().nlbClusters(nic.id()).stream())
                .flatMap(nlb -> of(facts, nlb).stream())
                .anyMatch(farm -> members.equals(Set.copyOf(farm.vms.stream().map(Vm::id).toList())));
    }

    private static Optional<FailoverCluster> clusterOf(Facts facts, Vm vm) {
        return facts.topology().effective().failoverCluster(facts.topology().element(vm.host(), Host.class)).find()
                .flatMap(cluster -> cluster);
    }

    private static Optional<Farm> of(Facts facts, Id primary, String name, FailoverCluster cluster, List<Vm> all) {
        List<Vm> members = new ArrayList<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (Vm vm : all) {
            Answer<Boolean> clustered = facts.topology().effective().clusteredRole(vm);
            if (!clustered.is(false) && members.stream().noneMatch(other -> other.id().equals(vm.id()))) {
                members.add(vm);
                needs.addAll(clustered.needs());
            }
        }
        return members.size() < 2 ? Optional.empty()
                : Optional.of(new Farm(facts, primary, name, cluster, List.copyOf(members), needs));
    }

    Answer<Boolean> isCertain() {
        return needs.isEmpty() ? Answer.sure(true) : Answer.needs(needs);
    }

    int hosts() {
        return facts.topology().hosts(cluster.id()).size();
    }

    /// Designs for training show faults on purpose.
    boolean isTraining() {
        return facts.topology().effective().flags(facts.topology().element(primary)).contains(Flag.TRAINING);
    }

    SequencedMap<Id, List<Vm>> byHost() {
        SequencedMap<Id, List<Vm>> byHost = new LinkedHashMap<>();
        vms.stream().map(Vm::host).sorted().forEach(host -> byHost.put(host, new ArrayList<>()));
        vms.forEach(vm -> byHost.get(vm.host()).add(vm));
        return byHost;
    }

    // HA006, condition a

    /// Whether two of the members may meet on one host, because nothing keeps them apart.
    Answer<Boolean> isLoose() {
        List<Answer<Boolean>> pairs = new ArrayList<>();
        for (int i = 0; i < vms.size(); i++) {
            for (int j = i + 1; j < vms.size(); j++) {
                pairs.add(Answer.not(isKeptApart(vms.get(i), vms.get(j))));
            }
        }
        return Answer.anyOf(pairs);
    }

    /// The members that nothing keeps apart from at least one other.
    List<Vm> loose() {
        return vms.stream().filter(vm -> vms.stream().anyMatch(other -> other != vm
                && isKeptApart(vm, other).is(false))).toList();
    }

    private Answer<Boolean> isKeptApart(Vm a, Vm b) {
        var effective = facts.topology().effective();
        Answer<Boolean> sameClass = effective.antiAffinityClasses(a).with(effective.antiAffinityClasses(b),
                (own, others) -> !Collections.disjoint(own, others));
        Answer<Boolean> disjoint = possible(a).with(possible(b), Collections::disjoint);
        return Answer.anyOf(List.of(sameClass, hasRule(a, b), disjoint));
    }

    /// Affinity rules came with Windows Server 2022.
    private Answer<Boolean> hasRule(Vm a, Vm b) {
        Answer<List<AffinityRule>> rules =
                Answer.of(cluster.affinityRules(), cluster.id(), "affinityRules", List.<AffinityRule>of());
        return rules.then(all -> Answer.anyOf(all.stream()
                .filter(rule -> rule.vms().contains(a.id()) && rule.vms().contains(b.id()))
                .map(rule -> Answer.stated(rule.ruleType(), cluster.id(), "affinityRules.ruleType")
                        .then(type -> type == AffinityRuleType.DIFFERENT_NODE
                                || type == AffinityRuleType.DIFFERENT_FAULT_DOMAIN ? isRecent() : Answer.sure(false)))
                .toList()));
    }

    private Answer<Boolean> isRecent() {
        return facts.topology().effective().osLevel(cluster)
                .then(level -> Answer.sure(level.compareTo(OsVersion.WINDOWS_2022) >= 0));
    }

    Answer<List<Id>> possible(Vm vm) {
        return facts.topology().balancing().possibleHosts(vm).map(hosts -> hosts.stream().map(Host::id).toList());
    }

    // HA006, condition b

    /// Moves that would part members which share a host, each to a host that carries none of them.
    ///
    /// @param from where they share a host
    record Move(Vm vm, Id from, Id to) {}

    Answer<List<Move>> moves() {
        SequencedMap<Id, List<Vm>> byHost = byHost();
        if (byHost.values().stream().allMatch(here -> here.size() < 2)) {
            return Answer.sure(List.of());
        }
        return Answer.all(vms.stream().map(this::possible).toList()).map(possible -> {
            Map<Vm, List<Id>> hosts = new LinkedHashMap<>();
            for (int i = 0; i < vms.size(); i++) {
                hosts.put(vms.get(i), possible.get(i));
            }
            Set<Id> taken = new HashSet<>(byHost.keySet());
            List<Move> moves = new ArrayList<>();
            byHost.forEach((from, here) -> {
                int left = here.size();
                for (Vm vm : here.reversed()) {
                    Optional<Id> free =
                            hosts.get(vm).stream().filter(host -> !taken.contains(host)).sorted().findFirst();
                    if (left > 1 && free.isPresent()) {
                        moves.add(new Move(vm, from, free.get()));
                        taken.add(free.get());
                        left--;
                    }
                }
            });
            return List.copyOf(moves);
        });
    }

    // HA006, condition c

    /// The one host on which all members may run, where there is just one; empty where there are more.
    Answer<Optional<Id>> onlyHost() {
        return Answer.all(vms.stream().map(this::possible).toList()).map(all -> {
            Set<Id> union = new HashSet<>();
            all.forEach(union::addAll);
            return union.size() == 1 && hosts() > 1 ? Optional.of(union.iterator().next()) : Optional.<Id>empty();
        });
    }

    // All of HA006

    Answer<Boolean> mayMeet() {
        return Answer.allOf(List.of(Answer.sure(hosts() >= 3), isLoose()));
    }

    Answer<Boolean> condition() {
        return Answer.allOf(List.of(Answer.sure(!isTraining()), isCertain(),
                Answer.anyOf(List.of(mayMeet(), moves().then(moves -> Answer.sure(!moves.isEmpty())),
                        onlyHost().then(host -> Answer.sure(host.isPresent()))))));
    }

    /// "N1 and N2"
    String names(Collection<Vm> some) {
        return facts.names().list(some.stream().map(Vm::id).toList());
    }
}
