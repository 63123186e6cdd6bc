package io.plumbline.check.teaming;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Attribute;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.MediaType;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import io.plumbline.model.TeamMember;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A team of virtual NICs of the management OS, of adapters that are no Ethernet, or of too many; and an adapter that has
/// two owners.
public record TeamOfTheWrongThings() implements Rule {

    private static final int MOST = 32;

    @Override
    public String id() {
        return "TEAM012";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Team.class, this::members), Subject.each(PhysicalNic.class, this::owners));
    }

    // Members

    private Stream<Outcome> members(Facts facts, Team team) {
        Faults faults = new Faults();
        List<Id> virtual = managementAdapters(facts, team);
        if (!virtual.isEmpty()) {
            faults.add("teams " + facts.names().list(virtual) + ", virtual NICs of the management OS",
                    "give each of them an address of its own; SMB Multichannel and cluster networks do the rest");
            virtual.forEach(nic -> faults.proof(nic, "owner", "management OS"));
        }
        for (PhysicalNic nic : facts.topology().uplinks().nics(team)) {
            Answer<MediaType> media = facts.topology().effective().mediaType(nic);
            faults.needs(media);
            if (media.surely(known -> known != MediaType.ETHERNET)) {
                String name = media.find().orElseThrow().display();
                faults.add("holds " + facts.name(nic.id()) + ", which is "
                        + (name.startsWith("I") ? "an " : "a ") + name + " adapter",
                        "take " + facts.name(nic.id()) + " out").proof(nic.id(), "mediaType", name);
            }
        }
        if (team.technology() == TeamTechnology.LBFO && team.members().size() > MOST) {
            faults.add("has " + team.members().size() + " members, and LBFO takes 32",
                    "take " + Names.number(team.members().size() - MOST) + " out").proof(team.id(), "members",
                            team.members().size());
        }
        return faults.outcome(facts, start(facts, team.id()).concerning("team", team.id()));
    }

    private static List<Id> managementAdapters(Facts facts, Team team) {
        List<Id> found = new ArrayList<>();
        for (TeamMember member : team.members()) {
            facts.topology().find(member.nic(), VirtualNic.class)
                    .filter(nic -> facts.topology().is(nic.owner(), Host.class))
                    .ifPresent(nic -> found.add(nic.id()));
        }
        return found;
    }

    private Finding start(Facts facts, Id element) {
        return Finding.of(id(), Severity.ERROR, element).fact("element", facts.name(element));
    }

    // Owners

    private Stream<Outcome> owners(Facts facts, PhysicalNic nic) {
        List<Team> teams = facts.topology().teamsOf(nic.id());
        if (teams.isEmpty() || teams.size() == 1 && nic.ip().addresses().isUnset()
                && facts.topology().virtualSwitchesOn(nic.id()).isEmpty()) {
            return Stream.empty();
        }
        Faults faults = new Faults();
        List<Id> ids = teams.stream().map(Team::id).toList();
        String member = "is a member of " + facts.names().list(ids);
        if (teams.size() > 1) {
            faults.add(member + " at once", "leave it in one of them");
        }
        List<Id> switches = facts.topology().virtualSwitchesOn(nic.id()).stream().map(VirtualSwitch::id).toList();
        if (!switches.isEmpty()) {
            faults.add((teams.size() > 1 ? "is" : member + " and") + " bound to " + facts.names().list(switches),
                    "bind the virtual switch to the team, or take the adapter out of it");
            switches.forEach(each -> faults.proof(each, "uplink", facts.name(nic.id())));
        }
        Answer<List<IpAssignment>> addresses = facts.topology().effective().addresses(nic.id(), nic.ip());
        faults.needs(addresses);
        if (addresses.surely(known -> !known.isEmpty())) {
            String own = Names.join(addresses.find().orElseThrow().stream().map(each -> each.address().toString())
                    .toList());
            faults.add((teams.size() > 1 ? "holds " : member + " and holds ") + own + " itself",
                    "give the address to what stands on the team").proof(nic.id(), "ip.addresses", own);
        }
        for (Id team : ids) {
            faults.proof(team, "members", facts.name(nic.id()));
        }
        Finding start = start(facts, nic.id()).concerning("nic", nic.id());
        for (Id team : ids) {
            start = start.concerning("team", team);
        }
        return faults.outcome(facts, start);
    }

    // Remedies

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return switch (facts.topology().element(finding.primary())) {
            case Team team -> withoutWrongMembers(facts, team);
            case PhysicalNic nic -> withOneOwner(facts, nic);
            default -> List.of();
        };
    }

    private static List<Remedy> withoutWrongMembers(Facts facts, Team team) {
        List<Id> wrong = new ArrayList<>(managementAdapters(facts, team));
        facts.topology().uplinks().nics(team).stream()
                .filter(nic -> !facts.topology().effective().mediaType(nic).is(MediaType.ETHERNET))
                .forEach(nic -> wrong.add(nic.id()));
        int left = team.members().size() - wrong.size();
        if (wrong.isEmpty() || left > MOST) {
            return List.of();
        }
        if (left == 0) {
            return List.of(new Proposal(facts.topology()).remove(team.id())
                    .as("Dissolve " + facts.name(team.id()) + ", keep its members"));
        }
        return List.of(TeamRemedies.takeOut(facts, team, wrong));
    }

    private static List<Remedy> withOneOwner(Facts facts, PhysicalNic nic) {
        List<Team> teams = facts.topology().teamsOf(nic.id());
        boolean switched = !facts.topology().virtualSwitchesOn(nic.id()).isEmpty();
        boolean addressed = !facts.topology().effective().addresses(nic.id(), nic.ip()).surely(List::isEmpty);
        if (teams.size() == 1 && addressed && !switched) {
            return List.of(new Proposal(facts.topology()).set(nic, "ip.addresses", Attribute.unset())
                    .as("Remove the addresses of " + facts.name(nic.id())));
        }
        if (teams.size() + (switched ? 1 : 0) != 2 || addressed) {
            return List.of();
        }
        List<Remedy> remedies = new ArrayList<>();
        for (Team team : teams) {
            // A team that forms an aggregate with the port needs it; the other one has to let go.
            boolean othersNeedThePort = teams.stream().anyMatch(
                    other -> other != team && !isIndependent(facts, other) && !isIndependent(facts, team));
            if (team.members().size() > 1 && !othersNeedThePort) {
                remedies.add(TeamRemedies.takeOut(facts, team, List.of(nic.id())));
            }
        }
        return remedies;
    }

    private static boolean isIndependent(Facts facts, Team team) {
        return team.technology() == TeamTechnology.SET
                || facts.topology().effective().teamingMode(team).is(TeamingMode.SWITCH_INDEPENDENT);
    }
}
