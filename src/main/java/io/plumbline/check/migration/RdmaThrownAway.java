package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Edit;
import io.plumbline.edit.Put;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.OsVersion;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.SmbUse;
import io.plumbline.topology.UplinkKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// SMB traffic runs over NICs that could do RDMA, and a team or a virtual switch takes it away from them.
public record RdmaThrownAway() implements Rule {

    @Override
    public String id() {
        return "LM008";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Host.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Host host) {
        // Where no NIC is capable, there is nothing to lose and nothing to ask.
        boolean capable = false;
        for (PhysicalNic nic : facts.topology().nics(host.id())) {
            capable |= !facts.topology().effective().rdmaCapable(nic).is(false)
                    && facts.topology().uplinks().isBound(nic);
        }
        if (!capable) {
            return Stream.empty();
        }
        List<Outcome> outcomes = new ArrayList<>();
        SequencedMap<VirtualSwitch, List<Endpoint>> bySwitch = new LinkedHashMap<>();
        SequencedMap<Team, List<Endpoint>> byTeam = new LinkedHashMap<>();
        for (Endpoint endpoint : facts.topology().endpoints().of(host.id())) {
            SequencedSet<PhysicalNic> nics = new LinkedHashSet<>();
            SortedSet<Missing> needs = capable(facts, endpoint, nics);
            Answer<Boolean> smb = new SmbUse(facts.topology()).carriesSmb(endpoint);
            if (smb.is(false) || nics.isEmpty() && needs.isEmpty()) {
                continue;
            }
            if (!smb.isSure() || nics.isEmpty()) {
                needs.addAll(smb.needs());
                facts.cannotTell(id(), endpoint.id(), needs).forEach(outcomes::add);
                continue;
            }
            sort(facts, endpoint, byTeam, bySwitch);
        }
        byTeam.forEach((team, endpoints) -> outcomes.add(teamed(facts, team, endpoints)));
        bySwitch.forEach((on, endpoints) -> judge(facts, host, on, endpoints, outcomes));
        return outcomes.stream();
    }

    /// The capable NICs under an endpoint that is bound to a team or virtual switch.
    private static SortedSet<Missing> capable(Facts facts, Endpoint endpoint, Collection<PhysicalNic> found) {
        SortedSet<Missing> needs = new TreeSet<>();
        if (endpoint.element() instanceof PhysicalNic) {
            return needs;
        }
        Answer<List<PhysicalNic>> nics = facts.topology().endpoints().spareNics(endpoint);
        needs.addAll(nics.needs());
        for (PhysicalNic nic : nics.orElse(List.of())) {
            Answer<Boolean> capable = facts.topology().effective().rdmaCapable(nic);
            needs.addAll(capable.needs());
            if (capable.is(true)) {
                found.add(nic);
            }
        }
        return needs;
    }

    private static void sort(Facts facts, Endpoint endpoint, Map<Team, List<Endpoint>> byTeam,
            Map<VirtualSwitch, List<Endpoint>> bySwitch) {
        if (endpoint.element() instanceof VirtualNic nic) {
            VirtualSwitch on =
                    facts.topology().uplinks().virtualSwitch(nic).orElse(Optional.empty()).orElseThrow();
            Optional<Team> team = facts.topology().uplinks().team(on).orElse(Optional.empty());
            if (team.filter(each -> each.technology() == TeamTechnology.LBFO).isPresent()) {
                byTeam.computeIfAbsent(team.get(), _ -> new ArrayList<>()).add(endpoint);
            } else {
                bySwitch.computeIfAbsent(on, _ -> new ArrayList<>()).add(endpoint);
            }
        } else {
            facts.topology().uplinks().teamOf(endpoint.element())
                    .ifPresent(team -> byTeam.computeIfAbsent(team, _ -> new ArrayList<>()).add(endpoint));
        }
    }

    // a: LBFO

    private Finding teamed(Facts facts, Team team, List<Endpoint> endpoints) {
        Finding finding = Finding.of(id(), "a", Severity.WARNING, team.id())
                .fact("team", facts.name(team.id())).fact("nics", names(facts, endpoints))
                .fact("endpoints", facts.names().list(endpoints.stream().map(Endpoint::id).toList()))
                .fact("carry", endpoints.size() == 1 ? "carries" : "carry").concerning("team", team.id())
                .proof(team.id(), "technology", "LBFO");
        return concerned(facts, finding, endpoints);
    }

    private static String names(Facts facts, List<Endpoint> endpoints) {
        return facts.names().list(nics(facts, endpoints).stream().map(PhysicalNic::id).toList());
    }

    private static SequencedSet<PhysicalNic> nics(Facts facts, List<Endpoint> endpoints) {
        SequencedSet<PhysicalNic> nics = new LinkedHashSet<>();
        endpoints.forEach(endpoint -> capable(facts, endpoint, nics));
        return nics;
    }

    private static Finding concerned(Facts facts, Finding finding, List<Endpoint> endpoints) {
        Finding proven = finding;
        for (PhysicalNic nic : nics(facts, endpoints)) {
            proven = proven.proof(nic.id(), "rdma.capable", true).concerning("nic", nic.id());
        }
        for (Endpoint endpoint : endpoints) {
            proven = proven.proof(endpoint.id(), "carries", "SMB").concerning("endpoint", endpoint.id());
        }
        return proven;
    }

    // b, c, d: virtual switches

    private void judge(Facts facts, Host host, VirtualSwitch on, List<Endpoint> endpoints, List<Outcome> outcomes) {
        Answer<OsVersion> version = facts.topology().effective().osVersion(host);
        Answer<UplinkKind> kind = facts.topology().uplinks().kind(on);
        if (!version.isSure() || !kind.isSure()) {
            facts.cannotTell(id(), on.id(), version.needs()).forEach(outcomes::add);
            facts.cannotTell(id(), on.id(), kind.needs()).forEach(outcomes::add);
            return;
        }
        if (version.surely(each -> each.compareTo(OsVersion.WINDOWS_2016) < 0)) {
            Finding finding = Finding.of(id(), "b", Severity.WARNING, on.id()).fact("switch", facts.name(on.id()))
                    .fact("version", version.map(OsVersion::display).orElse(""))
                    .fact("nics", names(facts, endpoints))
                    .fact("endpoints", facts.names().list(endpoints.stream().map(Endpoint::id).toList()))
                    .fact("carry", endpoints.size() == 1 ? "carries" : "carry")
                    .proof(host.id(), "osVersion", version.map(OsVersion::display).orElse(""))
                    .proof(on.id(), "uplink", names(facts, endpoints));
            outcomes.add(concerned(facts, finding, endpoints));
        } else if (kind.is(UplinkKind.SET)) {
            embedded(facts, on, endpoints, outcomes);
        }
    }

    private void embedded(Facts facts, VirtualSwitch on, List<Endpoint> endpoints, List<Outcome> outcomes) {
        List<Endpoint> off = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            Answer<Boolean> rdma = facts.topology().effective().rdmaEnabled((VirtualNic) endpoint.element());
            if (rdma.is(false)) {
                off.add(endpoint);
            }
            facts.cannotTell(id(), endpoint.id(), rdma).forEach(outcomes::add);
        }
        if (!off.isEmpty() && (off.size() == endpoints.size() || isMeant(facts, off))) {
            Finding finding = Finding.of(id(), "c", Severity.WARNING, off.getFirst().id())
                    .fact("endpoints", facts.names().list(off.stream().map(Endpoint::id).toList()))
                    .fact("carry", off.size() == 1 ? "carries" : "carry").fact("switch", facts.name(on.id()))
                    .fact("nics", names(facts, off));
            for (Endpoint endpoint : off) {
                finding = finding.proof(endpoint.id(), "rdmaEnabled", false);
            }
            outcomes.add(concerned(facts, finding, off));
        }
        mapped(facts, on, outcomes);
    }

    /// Whether somebody stated that these networks carry SMB: without a selection every network may, and the one that has
    /// no RDMA simply stays idle.
    private static boolean isMeant(Facts facts, List<Endpoint> off) {
        return off.stream().allMatch(endpoint -> new SmbUse(facts.topology()).isMeantForSmb(endpoint));
    }

    private void mapped(Facts facts, VirtualSwitch on, List<Outcome> outcomes) {
        List<VirtualNic> rdma = rdmaNics(facts, on);
        List<PhysicalNic> members = facts.topology().uplinks().nics(on).orElse(List.of());
        if (rdma.size() < 2 || members.size() < 2) {
            return;
        }
        List<VirtualNic> loose = new ArrayList<>();
        SequencedMap<Id, List<VirtualNic>> byMember = new LinkedHashMap<>();
        for (VirtualNic nic : rdma) {
            Answer<Optional<PhysicalNic>> to = facts.topology().effective().mappedNic(nic);
            facts.cannotTell(id(), nic.id(), to).forEach(outcomes::add);
            if (!to.isSure()) {
                return;
            }
            to.orElse(Optional.empty()).ifPresentOrElse(
                    member -> byMember.computeIfAbsent(member.id(), _ -> new ArrayList<>()).add(nic),
                    () -> loose.add(nic));
        }
        Optional<List<VirtualNic>> crowded = byMember.values().stream().filter(nics -> nics.size() > 1).findFirst()
                .filter(_ -> byMember.size() < Math.min(rdma.size(), members.size()));
        if (loose.isEmpty() && crowded.isEmpty()) {
            return;
        }
        String why = loose.isEmpty()
                ? facts.names().list(crowded.orElseThrow().stream().map(VirtualNic::id).toList())
                        + " are both mapped to " + facts.name(byMember.entrySet().stream()
                                .filter(each -> each.getValue().equals(crowded.orElseThrow())).findFirst()
                                .orElseThrow().getKey())
                : facts.names().list(loose.stream().map(VirtualNic::id).toList())
                        + (loose.size() == 1 ? " is" : " are") + " mapped to no NIC";
        Finding finding = Finding.of(id(), "d", Severity.WARNING, on.id()).fact("switch", facts.name(on.id()))
                .fact("nics", facts.names().list(rdma.stream().map(VirtualNic::id).toList())).fact("why", why)
                .fact("members", facts.names().list(members.stream().map(PhysicalNic::id).toList()));
        for (VirtualNic nic : rdma) {
            finding = finding.proof(nic.id(), "mappedNic",
                    facts.topology().effective().mappedNic(nic).orElse(Optional.empty())
                            .map(PhysicalNic::id).map((Id id) -> facts.name(id)).orElse("none"))
                    .concerning("endpoint", nic.id());
        }
        outcomes.add(finding);
    }

    private static List<VirtualNic> rdmaNics(Facts facts, VirtualSwitch on) {
        return facts.topology().uplinks().hostNics(on).stream()
                .filter(nic -> facts.topology().effective().rdmaEnabled(nic).is(true)).toList();
    }

    // Remedies

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return switch (finding.variant()) {
            case "c" -> {
                List<VirtualNic> nics = finding.concerns("endpoint").stream()
                        .map((Id id) -> facts.topology().element(id, VirtualNic.class)).toList();
                yield List.of(Remedy.of("Enable RDMA on " + facts.names().list(finding.concerns("endpoint")),
                        Put.set(nics, "rdmaEnabled", true, "RDMA")));
            }
            case "d" -> map(facts, facts.topology().element(finding.primary(), VirtualSwitch.class));
            default -> List.of();
        };
    }

    /// Maps the RDMA adapters to the members in turn; a mapping that is right stays.
    private static List<Remedy> map(Facts facts, VirtualSwitch on) {
        List<PhysicalNic> members = new ArrayList<>(facts.topology().uplinks().nics(on).orElse(List.of()));
        List<VirtualNic> open = new ArrayList<>();
        List<PhysicalNic> free = new ArrayList<>(members);
        for (VirtualNic nic : rdmaNics(facts, on)) {
            Optional<PhysicalNic> to = facts.topology().effective().mappedNic(nic).orElse(Optional.empty());
            if (to.isEmpty() || !free.remove(to.get())) {
                open.add(nic);
            }
        }
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            PhysicalNic to = i < free.size() ? free.get(i) : members.get(i % members.size());
            edits.add(Put.set(List.of(open.get(i)), "mappedNic", to.id(), "the mapping"));
        }
        return List.of(Remedy.of("Map the RDMA adapters of " + facts.name(on.id()) + " to one NIC each",
                edits.toArray(Edit[]::new)));
    }
}
