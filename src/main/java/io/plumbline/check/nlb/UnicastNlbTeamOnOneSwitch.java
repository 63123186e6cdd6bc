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
import io.plumbline.model.Id;
import io.plumbline.model.MlagPair;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Switch;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.topology.Landing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NlbLoad;
import io.plumbline.topology.UnicastTeams;
import java.util.List;
import java.util.stream.Stream;

/// Unicast NLB nodes over a switch-independent or SET team whose members all end on one switch or one stack. Only two
/// separate switches keep the nodes apart.
public record UnicastNlbTeamOnOneSwitch() implements Rule {

    @Override
    public String id() {
        return "NLB002";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        UnicastTeams teams = facts.topology().balancing().unicastTeams(cluster);
        return Stream.of(teams.onOneSwitch().stream().map(load -> finding(facts, cluster, load)),
                teams.onMlagPeers().stream().map(load -> notCovered(facts, cluster, load)),
                facts.cannotTell(id(), cluster.id(), teams.oneSwitchNeeds()))
                .flatMap(outcomes -> outcomes);
    }

    private Finding finding(Facts facts, NlbCluster cluster, NlbLoad load) {
        Team team = load.team();
        Landing landing = Landing.of(facts.topology(), team);
        boolean set = team.technology() == TeamTechnology.SET;
        int cabled = landing.nics().size();
        Id plane = landing.controlPlanes().getFirst();
        Finding finding = Finding.of(id(), Severity.ERROR, team.id()).fact("team", facts.name(team.id()))
                .fact("kind", set ? "SET" : "LBFO, switch independent")
                .fact("members", cabled == 2 ? "Both cabled members" : "All " + cabled + " cabled members")
                .fact("place", place(facts, landing, plane)).fact("carries", NlbWords.carries(facts, load))
                .fact("cluster", facts.name(cluster.id())).fact("better", NlbWords.better(facts, cluster))
                .proof(team.id(), set ? "technology" : "teamingMode", set ? "SET" : "Switch independent");
        for (int i = 0; i < cabled; i++) {
            finding = finding.proof(landing.nics().get(i).id(), "cable", facts.name(landing.portIds().get(i)));
        }
        finding = finding.proof(plane, "lands on", facts.name(plane)).proof(cluster.id(), "mode", "Unicast")
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

    /// "S1", or for a stack "the stack Access (units S1 and S2)": it keeps one MAC table.
    private static String place(Facts facts, Landing landing, Id plane) {
        if (facts.topology().is(plane, Switch.class)) {
            return facts.name(plane);
        }
        List<Id> units = List.copyOf(landing.switches());
        return "the stack " + facts.name(plane) + " (" + (units.size() == 1 ? "unit " : "units ")
                + Names.join(units.stream().map(facts::name).toList()) + ")";
    }

    /// Whether MLAG peers are two switches or one for unicast NLB, nobody has reported.
    private NotChecked notCovered(Facts facts, NlbCluster cluster, NlbLoad load) {
        List<Id> planes = List.copyOf(Landing.of(facts.topology(), load.team()).controlPlanes());
        String pair = facts.topology().wiring().mlagPair(planes.getFirst()).map(MlagPair::id).map(facts::name)
                .orElseThrow();
        return new NotChecked(id(), load.team().id(), "Not covered by the source documents, test it: "
                + facts.name(load.team().id()) + " " + NlbWords.carries(facts, load) + " of "
                + facts.name(cluster.id()) + " in unicast mode and ends on " + facts.names().list(planes)
                + ", the peers of MLAG pair " + pair + ", as on two ordinary switches.");
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
