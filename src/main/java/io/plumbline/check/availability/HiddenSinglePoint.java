package io.plumbline.check.availability;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Cable;
import io.plumbline.model.Element;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Purpose;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.SwitchStack;
import io.plumbline.model.Team;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;
import io.plumbline.topology.Wiring;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A drawing that looks redundant and is not: all cables of a bundle on one unit of a stack, a virtual switch on one NIC, a
/// load balancer alone.
public record HiddenSinglePoint() implements Rule {

    private static final Set<Purpose> PROTECTED_BY_A_TWIN = Set.of(Purpose.LIVE_MIGRATION, Purpose.CSV,
            Purpose.SMB_STORAGE, Purpose.STORAGE_ONLY, Purpose.ISCSI);

    @Override
    public String id() {
        return "HA009";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Lag.class, this::judge), Subject.each(Team.class, this::judge),
                Subject.each(VirtualSwitch.class, this::judge), Subject.each(HardwareLoadBalancer.class, this::judge));
    }

    // b) One unit of a stack

    private Stream<Outcome> judge(Facts facts, Lag lag) {
        Wiring wiring = facts.topology().wiring();
        List<SwitchPort> ports = new ArrayList<>();
        for (Id port : lag.memberPorts()) {
            if (wiring.isCabled(port)) {
                ports.add(facts.topology().element(port, SwitchPort.class));
            }
        }
        boolean onPeerToo = wiring.twin(lag).stream().flatMap(twin -> twin.memberPorts().stream())
                .anyMatch(wiring::isCabled);
        return onPeerToo ? Stream.empty() : onOneUnit(facts, lag.id(), ports);
    }

    /// A team whose ports are bundled is judged as the LAG.
    private Stream<Outcome> judge(Facts facts, Team team) {
        List<SwitchPort> ports = facts.topology().uplinks().switchPorts(facts.topology().uplinks().nics(team));
        boolean bundled = ports.stream().anyMatch(port -> !facts.topology().wiring().lags(port.id()).isEmpty());
        return bundled ? Stream.empty() : onOneUnit(facts, team.id(), ports);
    }

    private Stream<Outcome> onOneUnit(Facts facts, Id bundle, List<SwitchPort> ports) {
        if (ports.size() < 2) {
            return Stream.empty();
        }
        Id unit = ports.getFirst().onSwitch();
        for (SwitchPort port : ports) {
            if (!port.onSwitch().equals(unit)) {
                return Stream.empty();
            }
        }
        Switch own = facts.topology().element(unit, Switch.class);
        Optional<SwitchStack> stack = own.stack().find()
                .flatMap(id -> facts.topology().find(id, SwitchStack.class));
        if (stack.isEmpty() || facts.topology().units(stack.get().id()).size() < 2) {
            return Stream.empty();
        }
        SequencedSet<Id> others = new LinkedHashSet<>();
        facts.topology().units(stack.get().id()).stream().map(Switch::id).filter(id -> !id.equals(unit))
                .forEach(others::add);
        Finding finding = Finding.of(id(), "b", Severity.ADVICE, bundle).fact("bundle", facts.name(bundle))
                .fact("ports", facts.names().ports(ports.stream().map(SwitchPort::id).toList()))
                .fact("stack", facts.name(stack.get().id())).fact("unit", facts.name(unit))
                .fact("cables", ports.size() == 2 ? "both cables" : "all " + Names.number(ports.size()) + " cables")
                .fact("others", facts.names().list(others)).concerning("switch", unit);
        for (SwitchPort port : ports) {
            finding = finding.proof(port.id(), "is on", facts.name(unit)).concerning("port", port.id());
        }
        return Stream.of(finding);
    }

    // c) One NIC under a virtual switch

    private Stream<Outcome> judge(Facts facts, VirtualSwitch each) {
        Topology topology = facts.topology();
        Answer<List<PhysicalNic>> nics = topology.uplinks().nics(each);
        Answer<Boolean> single = nics.then(all -> Answer.sure(all.size() == 1
                && topology.wiring().isCabled(all.getFirst().id())));
        if (single.is(false)) {
            return Stream.empty();
        }
        SequencedSet<Id> users = new LinkedHashSet<>();
        for (Vm vm : topology.vms(each.host())) {
            for (VirtualNic adapter : topology.virtualNics(vm.id())) {
                if (isOn(topology, adapter, each)) {
                    users.add(vm.id());
                }
            }
        }
        List<VirtualNic> own = topology.virtualNics(each.host()).stream()
                .filter(adapter -> isOn(topology, adapter, each)).toList();
        List<VirtualNic> addressed = own.stream().filter(adapter -> !topology.effective()
                .addresses(adapter.id(), adapter.ip()).orElse(List.of()).isEmpty()).toList();
        addressed.forEach(adapter -> users.add(adapter.id()));
        if (users.isEmpty()) {
            return Stream.empty();
        }
        if (!single.isSure()) {
            return facts.cannotTell(id(), each.id(), single);
        }
        PhysicalNic nic = nics.find().orElseThrow().getFirst();
        if (users.size() == addressed.size()) {
            Answer<Boolean> covered =
                    Answer.allOf(addressed.stream().map(adapter -> isCovered(topology, adapter, nic)).toList());
            if (!covered.is(false)) {
                return facts.cannotTell(id(), each.id(), covered);
            }
        }
        return Stream.of(onOneNic(facts, each, nic, users));
    }

    private static boolean isOn(Topology topology, VirtualNic adapter, VirtualSwitch each) {
        return topology.uplinks().virtualSwitch(adapter).orElse(Optional.empty())
                .filter(on -> on.id().equals(each.id())).isPresent();
    }

    /// Whether a management-OS adapter has a twin that goes on without this NIC, or serves backups alone.
    private static Answer<Boolean> isCovered(Topology topology, VirtualNic adapter, PhysicalNic nic) {
        Optional<Endpoint> endpoint = topology.endpoints().find(adapter.id());
        if (endpoint.isEmpty()) {
            return Answer.sure(false);
        }
        return topology.effective().purposes(endpoint.get()).then(purposes -> {
            if (Set.of(Purpose.BACKUP).equals(purposes)) {
                return Answer.sure(true);
            }
            List<Purpose> shared = purposes.stream().filter(PROTECTED_BY_A_TWIN::contains).toList();
            if (shared.isEmpty() || shared.size() < purposes.size()) {
                return Answer.sure(false);
            }
            return Answer.anyOf(topology.endpoints().of(adapter.owner()).stream()
                    .filter(other -> !other.id().equals(adapter.id()))
                    .map(other -> isTwin(topology, other, shared, nic)).toList());
        });
    }

    private static Answer<Boolean> isTwin(Topology topology, Endpoint other, List<Purpose> shared, PhysicalNic nic) {
        return topology.effective().purposes(other).then(purposes -> !purposes.containsAll(shared)
                ? Answer.sure(false)
                : topology.endpoints().nics(other).then(nics -> Answer.sure(!nics.isEmpty()
                        && nics.stream().noneMatch(each -> each.id().equals(nic.id())))));
    }

    private Finding onOneNic(Facts facts, VirtualSwitch each, PhysicalNic nic, SequencedSet<Id> users) {
        List<String> names = users.stream().map((Id id) -> facts.name(id)).toList();
        Finding finding = Finding.of(id(), "c", Severity.WARNING, each.id())
                .fact("switch", facts.name(each.id())).fact("nic", facts.name(nic.id()))
                .fact("users", Names.few(names, 4)).fact("lose", names.size() == 1 ? "loses" : "lose")
                .concerning("host", each.host()).concerning("nic", nic.id())
                .proof(nic.id(), "only NIC under", facts.name(each.id()));
        for (Id user : users) {
            finding = finding.proof(user, "is on", facts.name(each.id()));
        }
        return finding;
    }

    // d) A load balancer alone

    private Stream<Outcome> judge(Facts facts, HardwareLoadBalancer balancer) {
        Answer<Optional<Id>> peer = facts.topology().effective().haPeer(balancer);
        if (peer.surely(Optional::isPresent)) {
            return Stream.empty();
        }
        SortedSet<Missing> needs = new TreeSet<>(peer.needs());
        for (HardwareLoadBalancer other : facts.topology().all(HardwareLoadBalancer.class)) {
            Answer<Optional<Id>> named = facts.topology().effective().haPeer(other);
            if (named.surely(id -> id.filter(balancer.id()::equals).isPresent())) {
                return Stream.empty();
            }
            needs.addAll(named.needs());
        }
        return !needs.isEmpty() ? facts.cannotTell(id(), balancer.id(), needs)
                : Stream.of(Finding.of(id(), "d", Severity.WARNING, balancer.id())
                        .fact("balancer", facts.name(balancer.id())).proof(balancer.id(), "haPeer", "none"));
    }

    // The remedy

    /// Moves the last cable of a bundle to a free port of another unit, with the settings of the port it leaves.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        if (!finding.variant().equals("b")) {
            return List.of();
        }
        Topology topology = facts.topology();
        SwitchPort from = topology.element(finding.concerns("port").last(), SwitchPort.class);
        Switch unit = topology.element(from.onSwitch(), Switch.class);
        return topology.units(unit.stack().find().orElseThrow()).stream()
                .filter(other -> !other.id().equals(unit.id()) && other.model().equals(unit.model()))
                .flatMap(other -> topology.ports(other.id()).stream())
                .filter(port -> !topology.wiring().isCabled(port.id()) && topology.wiring().lags(port.id()).isEmpty()
                        && (port.speedMbps().isUnset() || port.speedMbps().equals(from.speedMbps())))
                .findFirst().map(to -> recabled(facts, from, to)).stream().toList();
    }

    private static Remedy recabled(Facts facts, SwitchPort from, SwitchPort to) {
        List<Element> changed = new ArrayList<>();
        for (Cable cable : facts.topology().wiring().cables(from.id())) {
            changed.add(Element.with(cable, cable.endA().equals(from.id()) ? "endA" : "endB", to.id()));
        }
        changed.add(new SwitchPort(to.id(), to.about(), to.onSwitch(), from.speedMbps(), from.duplex(), from.adminUp(),
                from.portSecurity(), from.ipSourceGuard(), from.dot1x(), from.arpTrusted(), from.securityTrusted(),
                from.configuration()));
        for (Lag lag : facts.topology().wiring().lags(from.id())) {
            changed.add(Element.with(lag, "memberPorts", lag.memberPorts().stream()
                    .map(port -> port.equals(from.id()) ? to.id() : port).toList()));
        }
        return Remedy.of("Move the cable at " + facts.name(from.id()) + " to " + facts.name(to.id()),
                new Put("Move a cable", changed));
    }
}
