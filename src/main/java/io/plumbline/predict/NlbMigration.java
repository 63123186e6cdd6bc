package io.plumbline.predict;

import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Landing;
import io.plumbline.topology.Missing;
import io.plumbline.topology.NlbCoverage;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.Topology;
import io.plumbline.topology.UnicastTeams;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;

/// What becomes of an NLB cluster when several of its nodes are live migrated at once, as a drain does it.
///
/// @param verdict what happens
/// @param basis   how that is known
public record NlbMigration(Verdict verdict, Basis basis) {

    public enum Verdict {
        /// No documented problem.
        FINE,
        /// Works; the VLAN is flooded, as it is without a migration.
        FLOODS,
        /// Nodes come up "misconfigured": clients sent to them lose the service until somebody repairs each by hand.
        MISCONFIGURED,
        /// Nodes starve where they land: a static entry leaves them out.
        STARVES,
        /// The team itself does not work, whatever NLB does.
        TEAM_BROKEN,
        /// The frames do not arrive, with or without a migration.
        OUTAGE,
        /// The sources say nothing about this design: test it.
        NOT_COVERED
    }

    /// How a verdict is known.
    public enum Basis {
        /// Said or tested in a field report.
        SAID,
        /// Follows directly from a rule of the field report.
        FOLLOWS,
        /// Documented by Microsoft.
        MICROSOFT,
        /// Extrapolated.
        EXTRAPOLATED
    }

    public static Answer<NlbMigration> severalAtOnce(Topology topology, NlbCluster cluster) {
        SortedSet<Missing> needs = new TreeSet<>();
        List<Team> teams = teams(topology, cluster, needs);
        if (teams.stream().anyMatch(team -> isBroken(topology, team, needs))) {
            return Answer.sure(new NlbMigration(Verdict.TEAM_BROKEN, Basis.EXTRAPOLATED));
        }
        if (!needs.isEmpty()) {
            return Answer.needs(needs);
        }
        return topology.effective().mode(cluster).then(mode -> switch (mode) {
            case UNICAST -> unicast(topology, cluster, teams);
            case MULTICAST, IGMP_MULTICAST -> multicast(topology, cluster, mode);
        });
    }

    private static List<Team> teams(Topology topology, NlbCluster cluster, SortedSet<Missing> needs) {
        SequencedSet<Team> teams = new LinkedHashSet<>();
        Answer<List<VirtualSwitch>> switches = topology.balancing().virtualSwitches(cluster);
        needs.addAll(switches.needs());
        for (VirtualSwitch each : switches.orElse(List.of())) {
            Answer<Optional<Team>> team = topology.uplinks().team(each);
            needs.addAll(team.needs());
            team.find().flatMap(found -> found).ifPresent(teams::add);
        }
        return List.copyOf(teams);
    }

    /// A switch-dependent team over switches that are not one is no team.
    private static boolean isBroken(Topology topology, Team team, SortedSet<Missing> needs) {
        if (team.technology() == TeamTechnology.SET) {
            return false;
        }
        Answer<Boolean> broken = Answer.allOf(List.of(
                topology.effective().teamingMode(team)
                        .then(mode -> Answer.sure(mode != TeamingMode.SWITCH_INDEPENDENT)),
                Answer.not(Landing.of(topology, team).endsInOneLagDomain())));
        needs.addAll(broken.needs());
        return broken.is(true);
    }

    private static Answer<NlbMigration> unicast(Topology topology, NlbCluster cluster, List<Team> teams) {
        UnicastTeams sorted = topology.balancing().unicastTeams(cluster);
        boolean set = teams.stream().anyMatch(team -> team.technology() == TeamTechnology.SET);
        if (!sorted.aggregated().isEmpty()) {
            return Answer.sure(new NlbMigration(Verdict.MISCONFIGURED, Basis.FOLLOWS));
        }
        if (!sorted.onOneSwitch().isEmpty()) {
            return Answer.sure(new NlbMigration(Verdict.MISCONFIGURED, set ? Basis.EXTRAPOLATED : Basis.SAID));
        }
        Answer<Boolean> misconfigured = sorted.misconfigureNodes();
        if (!misconfigured.isSure()) {
            return Answer.needs(misconfigured.needs());
        }
        return Answer.sure(!sorted.onMlagPeers().isEmpty() ? new NlbMigration(Verdict.NOT_COVERED, Basis.EXTRAPOLATED)
                : new NlbMigration(Verdict.FLOODS, set ? Basis.EXTRAPOLATED : Basis.SAID));
    }

    private static Answer<NlbMigration> multicast(Topology topology, NlbCluster cluster, NlbMode mode) {
        NlbCoverage coverage = topology.balancing().coverage(cluster);
        if (!coverage.gaps().isEmpty()) {
            return Answer.sure(new NlbMigration(Verdict.STARVES, Basis.SAID));
        }
        if (!coverage.needs().isEmpty()) {
            return Answer.needs(coverage.needs());
        }
        return topology.balancing().domain(cluster).then(domain -> domain
                .map(found -> spread(topology, found, mode))
                .orElseGet(() -> Answer.sure(new NlbMigration(Verdict.FINE, Basis.SAID))));
    }

    private static Answer<NlbMigration> spread(Topology topology, NlbDomain domain, NlbMode mode) {
        List<Answer<Boolean>> kept = new ArrayList<>();
        List<Answer<Boolean>> dropped = new ArrayList<>();
        boolean pinned = false;
        boolean snooping = false;
        for (Id device : domain.switches()) {
            NlbRegistration registration = NlbRegistration.of(topology, domain, device);
            Answer<Boolean> here = mode == NlbMode.MULTICAST
                    ? Answer.allOf(List.of(Answer.sure(registration.hasEntry()), notOff(registration)))
                    : Answer.allOf(List.of(registration.isKept(),
                            Answer.anyOf(List.of(registration.byMac(), registration.pinnedMac()))));
            kept.add(here);
            dropped.add(Answer.allOf(List.of(Answer.not(here), registration.isDropped())));
            pinned |= registration.pinned().is(true);
            snooping |= registration.snooping().is(true);
        }
        Basis quiet = mode == NlbMode.MULTICAST ? Basis.MICROSOFT : pinned ? Basis.SAID : Basis.FOLLOWS;
        Basis loud = mode == NlbMode.MULTICAST ? Basis.SAID
                : snooping || pinned ? Basis.FOLLOWS : Basis.EXTRAPOLATED;
        return Answer.anyOf(dropped).then(out -> out
                ? Answer.sure(new NlbMigration(Verdict.OUTAGE, Basis.EXTRAPOLATED))
                : Answer.allOf(kept).map(all -> all ? new NlbMigration(Verdict.FINE, quiet)
                        : new NlbMigration(Verdict.FLOODS, loud)));
    }

    /// As with a gap in an entry: unless filtering is known to be off, an entry steers.
    private static Answer<Boolean> notOff(NlbRegistration registration) {
        return Answer.sure(!registration.filtering().is(false));
    }
}
