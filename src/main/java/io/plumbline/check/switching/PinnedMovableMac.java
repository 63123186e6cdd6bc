package io.plumbline.check.switching;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchStack;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.VlanId;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.StaticEntry;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A unicast MAC that a static entry ties to ports, although its owner moves: a VM that can run elsewhere, an adapter behind
/// a team that sends from either member, or the shared MAC of an NLB cluster.
public record PinnedMovableMac() implements Rule {

    /// Whom an entry is about.
    ///
    /// @param owners  the adapter, or the cluster
    /// @param whose   "the MAC of N1/NLB"
    /// @param why     what happens when it moves; empty where it stays
    /// @param exits   the ports of this switch behind which it is or may be
    /// @param cluster the NLB cluster whose MAC it is
    private record Pin(StaticEntry entry, Mac mac, Id owner, String whose, Answer<Optional<String>> why,
            SortedSet<Id> exits, Optional<NlbDomain> cluster) {}

    @Override
    public String id() {
        return "SW007";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Switch.class, this::judge), Subject.each(SwitchStack.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Element device) {
        if (!facts.topology().switches().holder(device.id()).equals(device.id())) {
            return Stream.empty();
        }
        List<Outcome> outcomes = new ArrayList<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (Pin pin : pins(facts, device, needs)) {
            Answer<Boolean> harmful = harms(facts.topology(), device.id(), pin);
            needs.addAll(harmful.needs());
            if (harmful.is(true)) {
                outcomes.add(finding(facts, device, pin));
            }
        }
        facts.cannotTell(id(), device.id(), needs).forEach(outcomes::add);
        return outcomes.stream();
    }

    private static List<Pin> pins(Facts facts, Element device, SortedSet<Missing> needs) {
        Topology topology = facts.topology();
        StaticEntry.All all = StaticEntry.of(topology, device.id());
        if (!topology.all(VirtualNic.class).isEmpty()) {
            topology.switches().staticMacEntries(device.id()).needs().forEach(needs::add);
        }
        List<Pin> pins = new ArrayList<>();
        for (StaticEntry entry : all.entries()) {
            Optional<Mac> mac = entry.group() ? Optional.empty() : entry.mac().find().filter(each -> !each.isGroup());
            if (mac.isEmpty() || entry.vlan().isUnset()) {
                continue;
            }
            Answer<VlanId> vlan = entry.vlan().find().map(topology.vlans()::idOf)
                    .orElseGet(() -> Answer.needs(device.id(), entry.attribute("vlan")));
            Optional<Pin> ofCluster = vlan.find().flatMap(number -> ofCluster(facts, device, entry, mac.get(), number));
            if (ofCluster.isPresent()) {
                pins.add(ofCluster.get());
                continue;
            }
            topology.macs().holders(mac.get()).stream()
                    .flatMap(nic -> topology.find(nic.owner(), Vm.class).stream()
                            .map(vm -> ofVm(facts, device, entry, mac.get(), nic, vm)))
                    .findFirst().ifPresent(pins::add);
        }
        return pins;
    }

    private static Optional<Pin> ofCluster(Facts facts, Element device, StaticEntry entry, Mac mac, VlanId vlan) {
        Topology topology = facts.topology();
        for (NlbCluster cluster : topology.balancing().clustersIn(vlan)) {
            Optional<NlbDomain> domain = topology.balancing().domain(cluster).find().flatMap(found -> found)
                    .filter(found -> found.devices().contains(device.id()));
            if (domain.isPresent() && topology.effective().mode(cluster).is(NlbMode.UNICAST)
                    && topology.balancing().clusterMac(cluster).is(mac)) {
                List<Answer<Boolean>> moves = new ArrayList<>();
                for (NlbNode node : topology.effective().nodes(cluster).orElse(List.of())) {
                    moves.add(topology.balancing().possibleHosts(node).then(hosts -> Answer.sure(hosts.size() > 1)));
                    moves.add(topology.balancing().virtualSwitches(node).then(switches -> Answer.anyOf(
                            switches.stream().map(each -> sendsFromEither(topology, each)).toList())));
                }
                return Optional.of(new Pin(entry, mac, cluster.id(), "the cluster MAC of " + facts.name(cluster.id()),
                        Answer.anyOf(moves).map(any -> any ? Optional.of("a node elsewhere gets no frame")
                                : Optional.empty()),
                        domain.get().exits(device.id()), domain));
            }
        }
        return Optional.empty();
    }

    private static Pin ofVm(Facts facts, Element device, StaticEntry entry, Mac mac, VirtualNic nic, Vm vm) {
        Topology topology = facts.topology();
        Answer<List<Host>> hosts = topology.balancing().possibleHosts(vm);
        Answer<Optional<String>> why = hosts.then(possible -> {
            List<Id> elsewhere = possible.stream().map(Host::id).filter(host -> !host.equals(vm.host())).toList();
            if (!elsewhere.isEmpty()) {
                return Answer.sure(Optional.of("when " + facts.name(vm.id()) + " moves to "
                        + Names.few(elsewhere.stream().map(facts::name).toList(), 2)
                        + ", the switch goes on sending to the old place"));
            }
            return topology.uplinks().virtualSwitch(nic)
                    .then(found -> found.map(each -> sendsFromEither(topology, each))
                            .orElseGet(() -> Answer.sure(false)))
                    .map(either -> either ? Optional.of("the team behind it may use its other member at any time")
                            : Optional.empty());
        });
        SortedSet<Id> exits = new TreeSet<>();
        for (Host host : hosts.orElse(List.of())) {
            topology.uplinks().virtualSwitch(nic, host.id()).find().flatMap(found -> found)
                    .flatMap(each -> topology.uplinks().hostPorts(each).find()).ifPresent(exits::addAll);
        }
        exits.removeIf(port -> !topology.wiring().deviceOf(port).equals(device.id()));
        return new Pin(entry, mac, nic.id(), "the MAC of " + facts.name(nic.id()), why, exits, Optional.empty());
    }

    /// Whether a switch-independent team of several members lies below.
    private static Answer<Boolean> sendsFromEither(Topology topology, VirtualSwitch each) {
        return topology.uplinks().team(each).then(team -> {
            if (team.isEmpty() || team.get().members().size() < 2) {
                return Answer.sure(false);
            }
            Team known = team.get();
            return known.technology() == TeamTechnology.SET ? Answer.sure(true)
                    : topology.effective().teamingMode(known)
                            .then(mode -> Answer.sure(mode == TeamingMode.SWITCH_INDEPENDENT));
        });
    }

    /// An entry with all places is fine where the platform takes several ports for one unicast MAC.
    private static Answer<Boolean> harms(Topology topology, Id device, Pin pin) {
        Answer<Boolean> moves = pin.why().then(why -> Answer.sure(why.isPresent()));
        if (moves.is(false)) {
            return moves;
        }
        Answer<List<Id>> listed = Answer.of(pin.entry().ports(), device, pin.entry().attribute("ports"), List.of());
        return Answer.allOf(List.of(moves, Answer.not(listed.then(ports -> ports.containsAll(pin.exits())
                ? takesSeveral(topology, device, ports) : Answer.sure(false)))));
    }

    private static Answer<Boolean> takesSeveral(Topology topology, Id device, List<Id> ports) {
        return isNexus9000(topology, device) ? Answer.sure(true)
                : ports.size() < 2 && !ports.isEmpty() ? Answer.sure(false)
                        : topology.switches().multiPortUnicastStatic(device);
    }

    /// There unicast NLB needs a static entry.
    private static boolean isNexus9000(Topology topology, Id device) {
        return topology.switches().model(device).map(model -> model.name().toLowerCase(Locale.ROOT))
                .filter(name -> name.contains("nexus 9")).isPresent();
    }

    private Finding finding(Facts facts, Element device, Pin pin) {
        List<Id> ports = pin.entry().ports().orElse(List.of());
        SortedSet<Id> missing = new TreeSet<>(pin.exits());
        missing.removeAll(ports);
        boolean extend = canExtend(facts.topology(), device.id(), pin);
        Finding finding = Finding.of(id(), Severity.ERROR, device.id()).fact("switch", facts.name(device.id()))
                .fact("mac", pin.mac()).fact("whose", pin.whose())
                .fact("ports", ports.isEmpty() ? "no port" : facts.names().ports(ports))
                .fact("why", pin.why().find().flatMap(why -> why).orElseThrow())
                .fact("change", extend ? "Add " + facts.names().ports(missing) : "Remove the entry")
                .proof(device.id(), pin.entry().list(), pin.mac())
                .proof(pin.owner(), pin.cluster().isPresent() ? "cluster MAC" : "mac", pin.mac())
                .concerning("switch", device.id());
        for (Id port : missing) {
            finding = finding.proof(port, "not listed", "may lead to it");
        }
        return finding;
    }

    private static boolean canExtend(Topology topology, Id device, Pin pin) {
        return pin.entry().ports().orElse(List.of()).size() < pin.exits().size()
                && (isNexus9000(topology, device) || topology.switches().multiPortUnicastStatic(device).is(true))
                && !pin.entry().ports().orElse(List.of()).containsAll(pin.exits());
    }

    // What helps

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Topology topology = facts.topology();
        Element device = topology.element(finding.primary());
        List<Pin> harmful = pins(facts, device, new TreeSet<>()).stream()
                .filter(pin -> harms(topology, device.id(), pin).is(true)).toList();
        List<Remedy> remedies = new ArrayList<>();
        String name = facts.name(device.id());
        if (harmful.stream().allMatch(pin -> canExtend(topology, device.id(), pin))) {
            Element extended = device;
            for (Pin pin : harmful) {
                SortedSet<Id> ports = new TreeSet<>(pin.entry().ports().orElse(List.of()));
                ports.addAll(pin.exits());
                extended = pin.entry().withPorts(extended, ports);
            }
            String label = "List every port on " + name;
            remedies.add(Remedy.of(label, new Put(label, List.of(extended))));
        }
        // Where unknown unicast is blocked, or the platform needs the entry, removing it makes things worse.
        boolean needed = harmful.stream()
                .anyMatch(pin -> pin.cluster().isPresent() && isNexus9000(topology, device.id())
                        || pin.exits().stream()
                                .anyMatch(port -> !topology.switches().blockUnknownUnicast(port).is(false)));
        if (!needed) {
            String label = "Remove " + Names.count(harmful.size(), "pinned MAC", "pinned MACs") + " from " + name;
            remedies.add(Remedy.of(label, new Put(label,
                    List.of(StaticEntry.without(device, harmful.stream().map(Pin::entry).toList())))));
        }
        return remedies;
    }
}
