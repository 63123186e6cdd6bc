package io.plumbline.check.vlan;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.PortChange;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Cable;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.PortMode;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vlan;
import io.plumbline.model.VlanId;
import io.plumbline.model.VlanMode;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.EffectiveVlan;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Untagged frames change their VLAN on the way: the ends of a link, or the uplinks of a host, disagree on the native VLAN.
public record NativeVlansDiffer() implements Rule {

    @Override
    public String id() {
        return "NET002";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Cable.class, this::judge),
                Subject.each(PhysicalNic.class, (facts, nic) -> facts.topology().uplinks().isBound(nic)
                        ? Stream.empty()
                        : intended(facts, new Endpoint(nic, nic.host()), List.of(nic))),
                Subject.each(TeamInterface.class, this::judge), Subject.each(VirtualNic.class, this::judge),
                Subject.each(Team.class, this::judge));
    }

    // a) The two ends of a link between switches

    private Stream<Outcome> judge(Facts facts, Cable cable) {
        Optional<SwitchLink> link = SwitchLink.of(facts.topology(), cable);
        if (link.isEmpty()) {
            return Stream.empty();
        }
        Id a = link.get().a();
        Id b = link.get().b();
        Answer<Boolean> differ = Answer.allOf(List.of(isTrunk(facts, a), isTrunk(facts, b),
                facts.topology().switches().nativeVlan(a).with(facts.topology().switches().nativeVlan(b),
                        (own, other) -> !own.equals(other)),
                Answer.not(Answer.allOf(List.of(facts.topology().switches().tagNative(a),
                        facts.topology().switches().tagNative(b)))),
                Answer.not(Answer.allOf(List.of(dropsUntagged(facts, a), dropsUntagged(facts, b))))));
        if (!differ.is(true)) {
            return facts.cannotTell(id(), a, differ);
        }
        VlanId here = facts.topology().switches().nativeVlan(a).find().orElseThrow();
        VlanId there = facts.topology().switches().nativeVlan(b).find().orElseThrow();
        return Stream.of(Finding.of(id(), "a", Severity.ERROR, a).fact("a", Names.sentence(facts.name(a)))
                .fact("b", facts.name(b)).fact("here", here).fact("there", there)
                .proof(a, "nativeVlan", here).proof(b, "nativeVlan", there)
                .proof(cable.id(), "joins", facts.name(a) + " and " + facts.name(b))
                .concerning("port", a).concerning("port", b));
    }

    private static Answer<Boolean> isTrunk(Facts facts, Id port) {
        return facts.topology().switches().mode(port).then(mode -> Answer.sure(mode == PortMode.TRUNK));
    }

    private static Answer<Boolean> dropsUntagged(Facts facts, Id port) {
        return facts.topology().switches().allowedVlans(port).with(facts.topology().switches().nativeVlan(port),
                (allowed, own) -> !allowed.contains(own));
    }

    // b) Untagged frames that belong to a certain VLAN

    private Stream<Outcome> judge(Facts facts, TeamInterface each) {
        Optional<Host> host = facts.topology().find(each.team(), Team.class)
                .flatMap(team -> facts.topology().find(team.owner(), Host.class));
        return host.isEmpty() || !facts.topology().virtualSwitchesOn(each.id()).isEmpty() ? Stream.empty()
                : intended(facts, new Endpoint(each, host.get().id()), facts.topology().uplinks()
                        .teamOf(each).map(facts.topology().uplinks()::nics).orElse(List.of()));
    }

    private Stream<Outcome> judge(Facts facts, VirtualNic nic) {
        Topology topology = facts.topology();
        boolean ofHost = topology.is(nic.owner(), Host.class);
        if (!ofHost && nic.intendedVlan().isUnset() || isTagged(facts, nic)) {
            return Stream.empty();
        }
        List<PhysicalNic> nics = topology.endpoints().nics(nic).orElse(List.of());
        if (ofHost) {
            return intended(facts, new Endpoint(nic, nic.owner()), nics);
        }
        return untagged(facts, nic.id(), topology.vlans().effective(nic),
                Answer.optional(nic.intendedVlan(), nic.id(), "intendedVlan"), nics);
    }

    private static boolean isTagged(Facts facts, VirtualNic nic) {
        return facts.topology().effective().vlanMode(nic).surely(mode -> mode != VlanMode.UNTAGGED)
                && !facts.topology().effective().vlanId(nic).is(VlanId.NONE);
    }

    private Stream<Outcome> intended(Facts facts, Endpoint endpoint, List<PhysicalNic> nics) {
        Answer<Optional<Id>> stated = endpoint.element() instanceof VirtualNic nic && !nic.intendedVlan().isUnset()
                ? Answer.optional(nic.intendedVlan(), nic.id(), "intendedVlan")
                : facts.topology().endpoints().network(endpoint).then(network -> network.isEmpty()
                        ? Answer.sure(Optional.empty())
                        : Answer.optional(network.get().vlan(), network.get().id(), "vlan"));
        return stated.surely(Optional::isEmpty) ? Stream.empty()
                : untagged(facts, endpoint.id(), facts.topology().vlans().effective(endpoint), stated, nics);
    }

    private Stream<Outcome> untagged(Facts facts, Id adapter, Answer<EffectiveVlan> effective,
            Answer<Optional<Id>> stated, List<PhysicalNic> nics) {
        if (effective.surely(each -> each.tagging() != EffectiveVlan.Tagging.UNTAGGED)) {
            return Stream.empty();
        }
        Topology topology = facts.topology();
        Answer<Optional<VlanId>> intended = stated.then(vlan -> vlan.isEmpty()
                ? Answer.sure(Optional.empty())
                : topology.effective().vlanId(topology.element(vlan.get(), Vlan.class)).map(Optional::of));
        SequencedMap<Id, VlanId> wrong = new LinkedHashMap<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (Id port : topology.uplinks().hostPorts(nics)) {
            Answer<Boolean> differs = isTrunk(facts, port).then(trunk -> !trunk ? Answer.sure(false)
                    : topology.switches().nativeVlan(port).with(intended,
                            (own, wanted) -> wanted.filter(own::equals).isEmpty() && wanted.isPresent()));
            needs.addAll(differs.needs());
            if (differs.is(true)) {
                wrong.put(port, topology.switches().nativeVlan(port).find().orElseThrow());
            }
        }
        if (wrong.isEmpty() || !effective.isSure()) {
            return facts.cannotTell(id(), adapter, needs);
        }
        VlanId vlan = intended.find().flatMap(each -> each).orElseThrow();
        Finding finding = Finding.of(id(), "b", Severity.ERROR, adapter).fact("adapter", facts.name(adapter))
                .fact("vlan", vlan).fact("ports", facts.names().ports(wrong.keySet()))
                .fact("put", wrong.size() == 1 ? "puts" : "put")
                .fact("native", Names.join(wrong.values().stream().distinct().map(VlanId::toString).toList()))
                .concerning("endpoint", adapter);
        for (Map.Entry<Id, VlanId> each : wrong.entrySet()) {
            finding = finding.proof(each.getKey(), "nativeVlan", each.getValue()).concerning("port", each.getKey());
        }
        return Stream.of(finding.proof(adapter, "belongs to VLAN", vlan));
    }

    // c) The uplinks of one team

    private Stream<Outcome> judge(Facts facts, Team team) {
        Topology topology = facts.topology();
        SortedSet<Missing> needs = new TreeSet<>();
        SequencedMap<Id, VlanId> natives = new LinkedHashMap<>();
        List<SwitchPort> ports = topology.uplinks().switchPorts(topology.uplinks().nics(team));
        if (ports.size() < 2) {
            return Stream.empty();
        }
        for (SwitchPort port : ports) {
            if (!topology.wiring().lags(port.id()).isEmpty() || isTrunk(facts, port.id()).is(false)) {
                return Stream.empty();
            }
            Answer<VlanId> own = isTrunk(facts, port.id()).then(_ -> topology.switches().nativeVlan(port.id()));
            needs.addAll(own.needs());
            own.find().ifPresent(vlan -> natives.put(port.id(), vlan));
        }
        if (natives.values().stream().distinct().count() < 2) {
            return facts.cannotTell(id(), team.id(), needs);
        }
        List<Id> users = users(facts, team);
        List<Id> judged = users.stream().filter(user -> isJudged(facts, user)).toList();
        if (!users.isEmpty() && judged.size() == users.size()) {
            return Stream.empty();
        }
        Map<VlanId, List<Id>> byVlan = new TreeMap<>();
        natives.forEach((port, vlan) -> byVlan.computeIfAbsent(vlan, _ -> new ArrayList<>()).add(port));
        List<String> words = new ArrayList<>();
        byVlan.forEach((vlan, same) -> words.add(vlan + " on " + facts.names().ports(same)));
        Finding finding = Finding
                .of(id(), "c", users.isEmpty() ? Severity.ADVICE : Severity.ERROR, team.id())
                .fact("team", Names.sentence(facts.name(team.id()))).fact("natives", Names.join(words))
                .fact("users", users.isEmpty()
                        ? "Nothing sends untagged frames there yet; whatever will, changes its VLAN with the member"
                        : Names.few(users.stream().map((Id user) -> facts.name(user)).toList(), 4)
                                + (users.size() == 1 ? " sends" : " send")
                                + " untagged frames there, and their VLAN depends on the member they take")
                .concerning("team", team.id());
        for (Map.Entry<Id, VlanId> each : natives.entrySet()) {
            finding = finding.proof(each.getKey(), "nativeVlan", each.getValue()).concerning("port", each.getKey());
        }
        for (Id user : users) {
            finding = finding.proof(user, "vlanMode", "untagged").concerning("endpoint", user);
        }
        return Stream.of(finding);
    }

    /// Adapters over a team whose frames leave the host without a tag.
    private static List<Id> users(Facts facts, Team team) {
        Topology topology = facts.topology();
        List<Id> users = new ArrayList<>();
        for (TeamInterface each : topology.interfaces(team.id())) {
            if (topology.virtualSwitchesOn(each.id()).isEmpty() && topology.effective().vlanId(each).is(VlanId.NONE)
                    && !each.ip().addresses().orElse(List.of()).isEmpty()) {
                users.add(each.id());
            }
        }
        for (VirtualSwitch each : topology.uplinks().virtualSwitchesOver(team)) {
            Stream<Id> owners = Stream.concat(Stream.of(each.host()), topology.vms(each.host()).stream().map(Vm::id));
            owners.flatMap(owner -> topology.virtualNics(owner).stream())
                    .filter(nic -> topology.uplinks().virtualSwitch(nic).orElse(Optional.empty())
                            .filter(on -> on.id().equals(each.id())).isPresent())
                    .filter(nic -> topology.vlans().effective(nic, each.host())
                            .surely(vlan -> vlan.tagging() == EffectiveVlan.Tagging.UNTAGGED))
                    .map(VirtualNic::id).forEach(users::add);
        }
        return users;
    }

    /// Whether the VLAN of an adapter is known, so that each wrong port is named with it.
    private static boolean isJudged(Facts facts, Id adapter) {
        Element element = facts.topology().element(adapter);
        if (element instanceof VirtualNic nic && nic.intendedVlan().isKnown()) {
            return true;
        }
        return facts.topology().endpoints().find(adapter)
                .flatMap(endpoint -> facts.topology().endpoints().network(endpoint).find().flatMap(each -> each))
                .filter(network -> network.vlan().isKnown()).isPresent();
    }

    // Remedies

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        SortedSet<Id> ports = finding.concerns("port");
        PortChange change = new PortChange(facts.topology());
        List<VlanId> wanted = switch (finding.variant()) {
            case "b" -> List.of(new VlanId(Integer.parseInt(finding.facts().get("vlan"))));
            default -> ports.stream().flatMap(port -> facts.topology().switches().nativeVlan(port).find().stream())
                    .distinct().toList();
        };
        return wanted.stream().map(vlan -> Remedy.of("Set native VLAN " + vlan + " on " + facts.names().ports(ports),
                change.set(ports, "nativeVlan", vlan, "native VLAN"))).toList();
    }
}
