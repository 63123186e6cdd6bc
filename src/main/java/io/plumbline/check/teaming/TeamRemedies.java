package io.plumbline.check.teaming;

import io.plumbline.check.Facts;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.model.Attribute;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.LoadBalancing;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.OsVersion;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamMember;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Landing;
import io.plumbline.topology.Topology;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Changes of a team that cure more than one rule: the LAGs of its ports follow.
final class TeamRemedies {

    private TeamRemedies() {}

    static Remedy takeOut(Facts facts, Team team, Collection<Id> nics) {
        return takenOut(facts, team, nics)
                .as("Take " + facts.names().list(nics) + " out of " + facts.name(team.id()));
    }

    /// The team without these members; where it forms an aggregate, the LAG without their ports.
    static Proposal takenOut(Facts facts, Team team, Collection<Id> nics) {
        Topology topology = facts.topology();
        Proposal proposal = new Proposal(topology).set(team, "members",
                team.members().stream().filter(member -> !nics.contains(member.nic())).toList());
        if (!isIndependent(topology, team)) {
            Landing landing = Landing.of(topology, team);
            for (int i = 0; i < landing.nics().size(); i++) {
                if (nics.contains(landing.nics().get(i).id())) {
                    Id port = landing.portIds().get(i);
                    topology.wiring().lags(port).forEach(lag -> proposal.unbundle(lag, List.of(port)));
                }
            }
        }
        return proposal;
    }

    private static boolean isIndependent(Topology topology, Team team) {
        return team.technology() == TeamTechnology.SET
                || topology.effective().teamingMode(team).is(TeamingMode.SWITCH_INDEPENDENT);
    }

    /// The team switch independent, its ports in no LAG any more. Not where unicast NLB would then sit behind one switch.
    static Optional<Remedy> switchIndependent(Facts facts, Team team) {
        Landing landing = Landing.of(facts.topology(), team);
        if (!landing.endsOnOneControlPlane().is(false) && mayCarryUnicastNlb(facts.topology(), team)) {
            return Optional.empty();
        }
        Proposal proposal = new Proposal(facts.topology()).set(team, "teamingMode", TeamingMode.SWITCH_INDEPENDENT);
        unbundle(facts.topology(), team, proposal);
        return Optional.of(proposal.as("Set " + facts.name(team.id()) + " to switch independent"
                + (lags(facts.topology(), landing.portIds()).isEmpty() ? "" : ", its ports out of their LAGs")));
    }

    static boolean mayCarryUnicastNlb(Topology topology, Team team) {
        return !topology.uplinks().virtualSwitchesOver(team).isEmpty() && topology.all(NlbCluster.class).stream()
                .anyMatch(cluster -> !topology.effective().mode(cluster).surely(mode -> mode != NlbMode.UNICAST));
    }

    static void unbundle(Topology topology, Team team, Proposal proposal) {
        List<Id> ports = Landing.of(topology, team).portIds();
        for (Lag lag : lags(topology, ports)) {
            proposal.unbundle(lag, lag.memberPorts().stream().filter(ports::contains).toList());
        }
    }

    static SequencedSet<Lag> lags(Topology topology, List<Id> ports) {
        SequencedSet<Lag> lags = new LinkedHashSet<>();
        ports.forEach(port -> lags.addAll(topology.wiring().lags(port)));
        return lags;
    }

    /// The LBFO team as the SET team of its virtual switch. Not where something else stands on the team, where its members
    /// are not alike enough for SET, or where there is no SET yet.
    static Optional<Remedy> asSet(Facts facts, Team team) {
        Topology topology = facts.topology();
        Effective effective = topology.effective();
        List<VirtualSwitch> switches = topology.uplinks().virtualSwitchesOver(team);
        Optional<Host> host = topology.find(team.owner(), Host.class);
        boolean hasSet = host.isPresent()
                && effective.osVersion(host.get()).surely(version -> version.compareTo(OsVersion.WINDOWS_2016) >= 0);
        if (!hasSet || switches.size() != 1 || topology.interfaces(team.id()).size() > 1
                || !UnequalEmbeddedTeam.doForSet(facts, team)) {
            return Optional.empty();
        }
        VirtualSwitch over = switches.getFirst();
        Proposal proposal = new Proposal(topology).set(team, "technology", TeamTechnology.SET)
                .set(team, "teamingMode", TeamingMode.SWITCH_INDEPENDENT)
                .set(team, "lbAlgorithm", LoadBalancing.HYPER_V_PORT)
                .set(team, "lacpTimer", Attribute.unset())
                .set(team, "members", team.members().stream().map(member -> TeamMember.of(member.nic())).toList())
                .set(over, "uplink", team.id()).set(over, "allowNetLbfoTeams", Attribute.unset());
        boolean bundled = !lags(topology, Landing.of(topology, team).portIds()).isEmpty();
        unbundle(topology, team, proposal);
        for (TeamInterface each : topology.interfaces(team.id())) {
            proposal.remove(each.id());
        }
        return Optional.of(proposal.as("Convert " + facts.name(team.id()) + " to SET"
                + (bundled ? ", its ports to plain trunks" : "")));
    }
}
