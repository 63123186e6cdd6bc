package io.plumbline.check.teaming;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Host;
import io.plumbline.model.OsVersion;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.topology.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A virtual switch on an LBFO team where there is SET: from 2022 the tools refuse it, before that it leads nowhere.
public record LbfoUnderVirtualSwitch() implements Rule {

    @Override
    public String id() {
        return "TEAM003";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(VirtualSwitch.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, VirtualSwitch each) {
        Answer<Optional<Team>> team = facts.topology().uplinks().team(each);
        Host host = facts.topology().element(each.host(), Host.class);
        Answer<OsVersion> version = facts.topology().effective().osVersion(host);
        if (version.surely(known -> known.compareTo(OsVersion.WINDOWS_2016) < 0)
                || team.surely(known -> known.filter(LbfoUnderVirtualSwitch::isLbfo).isEmpty())) {
            return Stream.empty();
        }
        if (!team.isSure() || !version.isSure()) {
            return facts.cannotTell(id(), each.id(), team.with(version, (_, _) -> true));
        }
        OsVersion known = version.find().orElseThrow();
        Answer<Boolean> bypassed = known.compareTo(OsVersion.WINDOWS_2022) < 0 ? Answer.sure(false)
                : facts.topology().effective().allowNetLbfoTeams(each);
        // Whoever does not know of a bypass still has a team that belongs elsewhere.
        return Stream.concat(
                Stream.of(finding(facts, each, team.find().orElseThrow().orElseThrow(), known, bypassed)),
                facts.cannotTell(id(), each.id(), bypassed));
    }

    private static boolean isLbfo(Team team) {
        return team.technology() == TeamTechnology.LBFO;
    }

    private Finding finding(Facts facts, VirtualSwitch each, Team team, OsVersion version, Answer<Boolean> bypassed) {
        boolean refused = version.compareTo(OsVersion.WINDOWS_2022) >= 0;
        Finding finding = Finding
                .of(id(), refused && bypassed.is(false) ? Severity.ERROR : Severity.WARNING, each.id())
                .fact("switch", facts.name(each.id())).fact("team", facts.name(team.id()))
                .fact("host", facts.name(each.host())).fact("os", version.display())
                .fact("consequence", !refused
                        ? "it works, but without RDMA, SR-IOV and Dynamic VMMQ, and it cannot follow to Windows "
                                + "Server 2022"
                        : bypassed.is(true)
                                ? "the block of this version was bypassed, and nobody supports where that leads"
                                : "from 2022 the tools refuse to bind a virtual switch to an LBFO team")
                .proof(each.id(), "uplink", facts.name(team.id())).proof(team.id(), "technology", "LBFO")
                .proof(each.host(), "osVersion", version.display()).concerning("team", team.id())
                .concerning("host", each.host());
        return bypassed.is(true) ? finding.proof(each.id(), "allowNetLbfoTeams", "true") : finding;
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return finding.concerns("team").stream().map(team -> facts.topology().element(team, Team.class))
                .flatMap(team -> TeamRemedies.asSet(facts, team).stream()).toList();
    }
}
