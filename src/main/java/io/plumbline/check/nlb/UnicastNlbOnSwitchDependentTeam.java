package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Likewise;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Team;
import io.plumbline.model.TeamingMode;
import io.plumbline.topology.NlbLoad;
import io.plumbline.topology.UnicastTeams;
import java.util.List;
import java.util.stream.Stream;

/// Unicast NLB nodes over an LACP or static team: to the switch each host is one logical port, and the MAC that all nodes
/// share jumps from one to another.
public record UnicastNlbOnSwitchDependentTeam() implements Rule {

    @Override
    public String id() {
        return "NLB001";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        UnicastTeams teams = facts.topology().balancing().unicastTeams(cluster);
        return Stream.concat(teams.aggregated().stream().map(load -> finding(facts, cluster, load)),
                facts.cannotTell(id(), cluster.id(), teams.aggregatedNeeds()));
    }

    private Finding finding(Facts facts, NlbCluster cluster, NlbLoad load) {
        Team team = load.team();
        boolean lacp = facts.topology().effective().teamingMode(team).is(TeamingMode.LACP);
        Finding finding = Finding.of(id(), Severity.ERROR, team.id()).fact("team", facts.name(team.id()))
                .fact("kind", lacp ? "an LACP" : "a static").fact("carries", NlbWords.carries(facts, load))
                .fact("cluster", facts.name(cluster.id())).fact("better", NlbWords.better(facts, cluster))
                .fact("mac", facts.topology().balancing().clusterMac(cluster).find()
                        .map(mac -> mac + ", the one MAC of all nodes,").orElse("the one MAC of all nodes"))
                .proof(team.id(), "teamingMode", lacp ? "LACP" : "Static")
                .proof(cluster.id(), "mode", "Unicast")
                .concerning("nlbCluster", cluster.id()).concerning("team", team.id())
                .concerning("host", team.owner());
        for (NlbNode node : load.now()) {
            finding = finding.proof(node.member(), "runs over", facts.name(team.id()));
        }
        for (NlbNode node : load.later()) {
            finding = finding.proof(node.member(), "may run over", facts.name(team.id()));
        }
        return finding;
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return Likewise.all(this, facts, finding, "nlbCluster", this::remediesOfOne);
    }

    private List<Remedy> remediesOfOne(Facts facts, Finding finding) {
        NlbCluster cluster = facts.topology().element(finding.concerns("nlbCluster").first(), NlbCluster.class);
        return ModeConversion.toBetterMode(facts, cluster).stream().toList();
    }
}
