package io.plumbline.check.teaming;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Flag;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.LagProtocol;
import io.plumbline.model.MemberMode;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Landing;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A team that forms no aggregate, on switch ports that the switch has bundled into one.
public record IndependentTeamOnBundledPorts() implements Rule {

    @Override
    public String id() {
        return "TEAM006";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Team.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Team team) {
        return judge(facts, Landing.of(facts.topology(), team));
    }

    private Stream<Outcome> judge(Facts facts, Landing landing) {
        Team team = landing.team();
        Effective effective = facts.topology().effective();
        // SET never forms an aggregate, whatever mode a drawing states for it.
        Answer<TeamingMode> mode = team.technology() == TeamTechnology.SET
                ? Answer.sure(TeamingMode.SWITCH_INDEPENDENT)
                : effective.teamingMode(team);
        if (mode.isSure() && !mode.is(TeamingMode.SWITCH_INDEPENDENT)) {
            return Stream.empty();
        }
        Map<Lag, List<Id>> portsByLag = new LinkedHashMap<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (Id port : landing.portIds()) {
            for (Lag lag : facts.topology().wiring().lags(port)) {
                // While a host is installed over the network, a LAG that falls back to single ports is on purpose.
                Answer<Boolean> onPurpose = effective.flags(lag).contains(Flag.TRANSITIONAL) ? effective.fallback(lag)
                        : Answer.sure(false);
                needs.addAll(onPurpose.needs());
                if (onPurpose.is(false)) {
                    portsByLag.computeIfAbsent(lag, _ -> new ArrayList<>()).add(port);
                }
            }
        }
        if (portsByLag.isEmpty() && needs.isEmpty()) {
            return Stream.empty();
        }
        if (portsByLag.isEmpty() || !mode.isSure()) {
            return facts.cannotTell(id(), team.id(), portsByLag.isEmpty() ? needs : mode.needs());
        }
        return Stream.of(finding(facts, landing, portsByLag));
    }

    private Finding finding(Facts facts, Landing landing, Map<Lag, List<Id>> portsByLag) {
        Team team = landing.team();
        boolean set = team.technology() == TeamTechnology.SET;
        List<String> bundled = new ArrayList<>();
        portsByLag.forEach((lag, ports) -> bundled.add(facts.names().ports(ports) + (ports.size() == 1 ? " is" : " are")
                + " in " + facts.name(lag.id())));
        int count = portsByLag.values().stream().mapToInt(List::size).sum();
        Finding finding = Finding.of(id(), Severity.ERROR, team.id()).fact("team", facts.name(team.id()))
                .fact("kind", set ? "SET" : "LBFO, switch independent").fact("ports", Names.join(bundled))
                .fact("consequence", consequence(facts, List.copyOf(portsByLag.keySet())))
                .fact("change", (count == 1 ? "Take the port out of the LAG"
                        : "Take the ports out of the LAG" + (portsByLag.size() == 1 ? "" : "s")
                                + " and configure them as identical trunks")
                        + (set ? "" : ", or set the team to LACP"))
                .proof(team.id(), set ? "technology" : "teamingMode", set ? "SET" : "Switch independent")
                .concerning("team", team.id()).concerning("host", team.owner());
        for (int i = 0; i < landing.ports().size(); i++) {
            finding = finding.proof(landing.nics().get(i).id(), "cable", facts.name(landing.portIds().get(i)));
        }
        for (Map.Entry<Lag, List<Id>> entry : portsByLag.entrySet()) {
            Lag lag = entry.getKey();
            for (Id port : entry.getValue()) {
                finding = finding.proof(port, "lag", facts.name(lag.id()));
            }
            finding = finding.proof(lag.id(), "protocol", facts.topology().effective().protocol(lag)
                    .map(LagProtocol::display).orElse("not known")).concerning("lag", lag.id());
        }
        return finding;
    }

    private static String consequence(Facts facts, List<Lag> lags) {
        Effective effective = facts.topology().effective();
        if (lags.stream().allMatch(lag -> effective.protocol(lag).is(LagProtocol.LACP))) {
            return "the switch waits for LACP, which the host never speaks in this mode, and suspends the ports";
        }
        if (lags.stream().allMatch(lag -> effective.protocol(lag).is(LagProtocol.STATIC))) {
            return "the switch returns frames on whichever cable it likes, and the team drops those that arrive at "
                    + "the wrong adapter";
        }
        return "the switch takes the cables for one link, which they are not";
    }

    // Remedies

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Team team = facts.topology().element(finding.primary(), Team.class);
        List<Id> ports = Landing.of(facts.topology(), team).portIds();
        List<Remedy> remedies = new ArrayList<>();
        Proposal loose = new Proposal(facts.topology());
        TeamRemedies.unbundle(facts.topology(), team, loose);
        List<Id> lags = TeamRemedies.lags(facts.topology(), ports).stream().map(Lag::id).toList();
        long bundled = ports.stream().filter(port -> !facts.topology().wiring().lags(port).isEmpty()).count();
        remedies.add(loose.as("Take " + Names.count(bundled, "port", "ports") + " out of " + facts.names().list(lags)));
        if (team.technology() == TeamTechnology.LBFO && fits(facts, team, ports)) {
            remedies.add(new Proposal(facts.topology()).set(team, "teamingMode", TeamingMode.LACP)
                    .as("Set " + facts.name(team.id()) + " to LACP"));
        }
        return remedies;
    }

    /// Whether the LAGs of the ports are the other end that an LACP team needs, and nothing above it forbids one.
    private static boolean fits(Facts facts, Team team, List<Id> ports) {
        Topology topology = facts.topology();
        List<Lag> lags = List.copyOf(TeamRemedies.lags(topology, ports));
        List<Id> bundles = lags.stream().map(topology.wiring()::bundle).distinct().toList();
        boolean exact = bundles.size() == 1 && ports.stream().allMatch(port -> topology.wiring().lags(port).size() == 1)
                && lags.stream()
                        .flatMap(lag -> Stream.concat(Stream.of(lag), topology.wiring().twin(lag).stream()))
                        .flatMap(lag -> lag.memberPorts().stream())
                        .allMatch(port -> ports.contains(port) || !topology.wiring().isCabled(port));
        boolean active = team.members().stream()
                .allMatch(member -> topology.effective().mode(team, member).is(MemberMode.ACTIVE));
        return exact && active && lags.stream().allMatch(lag -> topology.effective().protocol(lag).is(LagProtocol.LACP))
                && Landing.of(topology, team).endsInOneLagDomain().is(true)
                && !TeamRemedies.mayCarryUnicastNlb(topology, team);
    }
}
