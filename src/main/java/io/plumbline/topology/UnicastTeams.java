package io.plumbline.topology;

import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.model.VirtualNic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The teams under an NLB cluster, sorted by what unicast mode makes of them. All lists are empty in the multicast modes.
///
/// Every host on which a node may run counts, not only the one it is on.
///
/// @param aggregated   switch-dependent teams: one logical port of the switch per host
/// @param onOneSwitch  switch-independent and SET teams whose members all end on one switch or stack
/// @param onMlagPeers  switch-independent and SET teams that end on the two peers of an MLAG pair as on two ordinary
///                     switches: the sources do not cover these
/// @param aggregatedNeeds what would have to be known about further switch-dependent teams
/// @param oneSwitchNeeds  what would have to be known about further teams on one switch
public record UnicastTeams(List<NlbLoad> aggregated, List<NlbLoad> onOneSwitch, List<NlbLoad> onMlagPeers,
        SortedSet<Missing> aggregatedNeeds, SortedSet<Missing> oneSwitchNeeds) {

    public UnicastTeams {
        aggregated = List.copyOf(aggregated);
        onOneSwitch = List.copyOf(onOneSwitch);
        onMlagPeers = List.copyOf(onMlagPeers);
        aggregatedNeeds = Collections.unmodifiableSortedSet(new TreeSet<>(aggregatedNeeds));
        oneSwitchNeeds = Collections.unmodifiableSortedSet(new TreeSet<>(oneSwitchNeeds));
    }

    /// Whether nodes that move together come up misconfigured: any team of the first two sorts.
    public Answer<Boolean> misconfigureNodes() {
        if (!aggregated.isEmpty() || !onOneSwitch.isEmpty()) {
            return Answer.sure(true);
        }
        SortedSet<Missing> needs = new TreeSet<>(aggregatedNeeds);
        needs.addAll(oneSwitchNeeds);
        return needs.isEmpty() ? Answer.sure(false) : Answer.needs(needs);
    }

    static UnicastTeams of(Topology topology, NlbCluster cluster) {
        Answer<Boolean> unicast = topology.effective().mode(cluster).then(mode -> Answer.sure(mode == NlbMode.UNICAST));
        List<NlbLoad> aggregated = new ArrayList<>();
        List<NlbLoad> onOneSwitch = new ArrayList<>();
        List<NlbLoad> onMlagPeers = new ArrayList<>();
        SortedSet<Missing> aggregatedNeeds = new TreeSet<>();
        SortedSet<Missing> oneSwitchNeeds = new TreeSet<>();
        if (unicast.is(false)) {
            return new UnicastTeams(aggregated, onOneSwitch, onMlagPeers, aggregatedNeeds, oneSwitchNeeds);
        }
        SortedSet<Missing> hidden = new TreeSet<>();
        for (NlbLoad load : loads(topology, cluster, hidden)) {
            Answer<Boolean> dependent = isSwitchDependent(topology, load.team());
            sort(load, Answer.allOf(List.of(unicast, dependent)), aggregated, aggregatedNeeds);
            Landing landing = Landing.of(topology, load.team());
            // A team with one cable is judged as a single NIC.
            if (landing.nics().size() > 1 && landing.nics().size() == cabled(topology, load.team())) {
                sort(load, Answer.allOf(List.of(unicast, Answer.not(dependent), landing.endsOnOneControlPlane())),
                        onOneSwitch, oneSwitchNeeds);
                if (unicast.is(true) && dependent.is(false) && landing.endsOnOneControlPlane().is(false)
                        && landing.endsInOneLagDomain().is(true)
                        && landing.portIds().stream().allMatch(port -> topology.wiring().lags(port).isEmpty())) {
                    onMlagPeers.add(load);
                }
            }
        }
        aggregatedNeeds.addAll(hidden);
        oneSwitchNeeds.addAll(hidden);
        return new UnicastTeams(aggregated, onOneSwitch, onMlagPeers, aggregatedNeeds, oneSwitchNeeds);
    }

    private static void sort(NlbLoad load, Answer<Boolean> belongs, List<NlbLoad> loads, SortedSet<Missing> needs) {
        if (belongs.is(true)) {
            loads.add(load);
        }
        needs.addAll(belongs.needs());
    }

    /// SET never forms an aggregate.
    private static Answer<Boolean> isSwitchDependent(Topology topology, Team team) {
        return team.technology() == TeamTechnology.SET ? Answer.sure(false)
                : topology.effective().teamingMode(team)
                        .then(mode -> Answer.sure(mode != TeamingMode.SWITCH_INDEPENDENT));
    }

    private static long cabled(Topology topology, Team team) {
        return topology.uplinks().nics(team).stream().filter(nic -> topology.wiring().isCabled(nic.id())).count();
    }

    /// The teams that carry nodes of the cluster, in the order of nodes and hosts.
    private static List<NlbLoad> loads(Topology topology, NlbCluster cluster, SortedSet<Missing> hidden) {
        Answer<List<NlbNode>> nodes = topology.effective().nodes(cluster);
        hidden.addAll(nodes.needs());
        Map<Id, List<NlbNode>> now = new LinkedHashMap<>();
        Map<Id, List<NlbNode>> later = new LinkedHashMap<>();
        Map<Id, Team> teams = new LinkedHashMap<>();
        for (NlbNode node : nodes.orElse(List.of())) {
            if (topology.balancing().adapter(node) instanceof TeamInterface each) {
                topology.find(each.team(), Team.class).ifPresent(team -> add(team, node, teams, now));
            }
            Optional<Host> present = topology.balancing().host(node);
            Answer<List<Host>> possible = topology.balancing().possibleHosts(node);
            hidden.addAll(possible.needs());
            for (Host host : possible.orElse(present.map(List::of).orElse(List.of()))) {
                boolean here = present.filter(host::equals).isPresent();
                for (VirtualNic nic : topology.balancing().virtualNics(node)) {
                    Answer<Optional<Team>> team = topology.uplinks().virtualSwitch(nic, host.id()).then(
                            each -> each.map(topology.uplinks()::team).orElseGet(() -> Answer.sure(Optional.empty())));
                    hidden.addAll(team.needs());
                    team.find().flatMap(found -> found).ifPresent(found -> add(found, node, teams, here ? now : later));
                }
            }
        }
        return teams.values().stream().map(team -> {
            List<NlbNode> first = now.getOrDefault(team.id(), List.of());
            return new NlbLoad(team, first, later.getOrDefault(team.id(), List.of()).stream()
                    .filter(node -> !first.contains(node)).toList());
        }).toList();
    }

    private static void add(Team team, NlbNode node, Map<Id, Team> teams, Map<Id, List<NlbNode>> nodes) {
        teams.putIfAbsent(team.id(), team);
        List<NlbNode> carried = nodes.computeIfAbsent(team.id(), _ -> new ArrayList<>());
        if (!carried.contains(node)) {
            carried.add(node);
        }
    }
}
