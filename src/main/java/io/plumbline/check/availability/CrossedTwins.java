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
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Mbps;
import io.plumbline.model.OsVersion;
import io.plumbline.model.Purpose;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Attachment;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Link;
import io.plumbline.topology.Missing;
import io.plumbline.topology.NetworkTags;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Twin networks that depend on the link between the two switches which were meant to keep them apart.
public record CrossedTwins() implements Rule {

    private static final Set<Purpose> BULK = Set.of(Purpose.LIVE_MIGRATION, Purpose.CSV, Purpose.SMB_STORAGE);

    @Override
    public String id() {
        return "HA008";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        List<Outcome> outcomes = new ArrayList<>();
        NetworkTags tags = new NetworkTags(facts.topology());
        List<ClusterNetwork> networks = facts.topology().networks(cluster.id()).stream()
                .filter(network -> tags.carries(network, BULK).is(true)).toList();
        for (int i = 0; i < networks.size(); i++) {
            oneSubnet(facts, networks.get(i), outcomes);
            for (int j = i + 1; j < networks.size(); j++) {
                crossed(facts, networks.get(i), networks.get(j), outcomes);
            }
        }
        return outcomes.stream();
    }

    // a) Swapped cables

    /// The one place where each host meets a network; hosts with several, or of which it is not known, are left out.
    private static SequencedMap<Id, Attachment> places(Facts facts, ClusterNetwork network) {
        SequencedMap<Id, Attachment> places = new LinkedHashMap<>();
        Set<Id> several = new LinkedHashSet<>();
        for (Endpoint endpoint : facts.topology().endpoints().on(network)) {
            List<Attachment> active = active(facts, endpoint);
            if (active.size() != 1 || places.putIfAbsent(endpoint.host(), active.getFirst()) != null) {
                several.add(endpoint.host());
            }
        }
        several.forEach(places::remove);
        return places;
    }

    private static List<Attachment> active(Facts facts, Endpoint endpoint) {
        return facts.topology().paths().attachments(endpoint).orElse(List.of()).stream()
                .filter(each -> !each.spare()).toList();
    }

    private void crossed(Facts facts, ClusterNetwork a, ClusterNetwork b, List<Outcome> outcomes) {
        SequencedMap<Id, Attachment> placesOfA = places(facts, a);
        SequencedMap<Id, Attachment> placesOfB = places(facts, b);
        placesOfA.keySet().retainAll(placesOfB.keySet());
        Map<List<Id>, List<Id>> hostsByDevices = new LinkedHashMap<>();
        placesOfA.forEach((host, place) -> hostsByDevices
                .computeIfAbsent(List.of(place.device(), placesOfB.get(host).device()), _ -> new ArrayList<>())
                .add(host));
        List<Id> usual = hostsByDevices.entrySet().stream().filter(each -> !each.getKey().getFirst().equals(
                each.getKey().getLast())).max((one, other) -> one.getValue().size() - other.getValue().size())
                .map(Map.Entry::getKey).orElse(List.of());
        if (usual.isEmpty()) {
            return;
        }
        for (Id host : hostsByDevices.getOrDefault(usual.reversed(), List.of())) {
            Attachment ofA = placesOfA.get(host);
            boolean joined = facts.topology().vlans().path(ofA.vlan(), usual.getFirst(), usual.getLast()).is(true);
            if (joined) {
                outcomes.add(swapped(facts, a, b, usual, ofA, placesOfB.get(host)));
            }
        }
    }

    private Finding swapped(Facts facts, ClusterNetwork a, ClusterNetwork b, List<Id> usual, Attachment ofA,
            Attachment ofB) {
        return Finding.of(id(), "a", Severity.WARNING, ofA.nic().id())
                .fact("first", facts.name(ofA.nic().id())).fact("firstPort", facts.name(ofA.port().id()))
                .fact("second", facts.name(ofB.nic().id())).fact("secondPort", facts.name(ofB.port().id()))
                .fact("a", facts.name(a.id())).fact("b", facts.name(b.id()))
                .fact("homeOfA", facts.name(usual.getFirst())).fact("homeOfB", facts.name(usual.getLast()))
                .proof(ofA.nic().id(), "is plugged into", facts.name(ofA.port().id()))
                .proof(ofB.nic().id(), "is plugged into", facts.name(ofB.port().id()))
                .concerning("network", a.id()).concerning("network", b.id()).concerning("nic", ofA.nic().id())
                .concerning("twin", ofB.nic().id()).concerning("host", ofA.nic().host());
    }

    // b) One subnet over two switches

    private void oneSubnet(Facts facts, ClusterNetwork network, List<Outcome> outcomes) {
        Topology topology = facts.topology();
        Map<Id, List<Attachment>> spotsByHost = new HashMap<>();
        SequencedSet<Id> devices = new LinkedHashSet<>();
        List<Endpoint> several = new ArrayList<>();
        Map<Id, List<Endpoint>> byHost = new LinkedHashMap<>();
        for (Endpoint endpoint : topology.endpoints().on(network)) {
            byHost.computeIfAbsent(endpoint.host(), _ -> new ArrayList<>(2)).add(endpoint);
        }
        SortedSet<Missing> needs = new TreeSet<>();
        for (Map.Entry<Id, List<Endpoint>> each : byHost.entrySet()) {
            if (each.getValue().size() < 2) {
                continue;
            }
            List<Attachment> spots =
                    each.getValue().stream().flatMap(endpoint -> active(facts, endpoint).stream()).toList();
            if (spots.stream().map(Attachment::device).distinct().count() == 2
                    && spots.size() == each.getValue().size()) {
                Answer<Boolean> recent = topology.effective().osVersion(topology.element(each.getKey(), Host.class))
                        .then(version -> Answer.sure(version.compareTo(OsVersion.WINDOWS_2016) >= 0));
                needs.addAll(recent.needs());
                if (recent.is(true)) {
                    spotsByHost.put(each.getKey(), spots);
                    spots.forEach(spot -> devices.add(spot.device()));
                    several.addAll(each.getValue());
                }
            }
        }
        if (spotsByHost.size() < 2 || devices.size() != 2) {
            facts.cannotTell(id(), network.id(), byHost.size() - spotsByHost.size() > 0 ? needs : new TreeSet<>())
                    .forEach(outcomes::add);
            return;
        }
        Attachment first = spotsByHost.values().iterator().next().getFirst();
        List<Link> links = topology.vlans().ways(first.vlan(), devices.getFirst(), devices.getLast()).shortest();
        if (links.isEmpty()) {
            return;
        }
        Answer<Long> sum = sum(several.stream().map(topology.endpoints()::speed).toList());
        Answer<Long> capacity = capacity(topology, links, devices);
        Answer<Boolean> tooSmall = sum.with(capacity, (nodes, between) -> between * 2 < nodes);
        if (!tooSmall.is(true)) {
            facts.cannotTell(id(), network.id(), tooSmall).forEach(outcomes::add);
            return;
        }
        outcomes.add(narrow(facts, network, devices, links, spotsByHost.keySet(), sum.find().orElseThrow(),
                capacity.find().orElseThrow()));
    }

    private static Answer<Long> sum(List<Answer<Mbps>> speeds) {
        return Answer.all(speeds).map(all -> all.stream().mapToLong(Mbps::value).sum());
    }

    /// What the links leave at the narrower of the two ends.
    private static Answer<Long> capacity(Topology topology, List<Link> links, SequencedSet<Id> devices) {
        List<Answer<Long>> ends = devices.stream().map(device -> sum(links.stream()
                .filter(link -> link.a().equals(device) || link.b().equals(device))
                .flatMap(link -> link.cables().stream()).map(cable -> speed(topology, cable)).toList())).toList();
        return ends.getFirst().with(ends.getLast(), Math::min);
    }

    private static Answer<Mbps> speed(Topology topology, Cable cable) {
        if (!cable.bandwidthMbps().isUnset()) {
            return Answer.stated(cable.bandwidthMbps(), cable.id(), "bandwidthMbps");
        }
        List<Answer<Mbps>> ends = Stream.of(cable.endA(), cable.endB())
                .flatMap(end -> topology.find(end, SwitchPort.class).stream()).map(topology.effective()::speed)
                .toList();
        // One end says how fast the link is; both only have to agree.
        Optional<Mbps> known = ends.stream().flatMap(each -> each.find().stream()).min(Mbps::compareTo);
        return known.map(Answer::sure).orElseGet(() -> ends.getFirst());
    }

    private Finding narrow(Facts facts, ClusterNetwork network, SequencedSet<Id> devices, List<Link> links,
            Set<Id> hosts, long sum, long capacity) {
        Finding finding = Finding.of(id(), "b", Severity.WARNING, network.id())
                .fact("network", facts.name(network.id()))
                .fact("switches", facts.names().list(devices)).fact("nodes", facts.names().list(new TreeSet<>(hosts)))
                .fact("sum", gigabits(sum)).fact("capacity", gigabits(capacity)).fact("half", gigabits(sum / 2))
                .concerning("network", network.id());
        for (Link link : links) {
            for (Cable cable : link.cables()) {
                finding = finding.proof(cable.id(), "joins", facts.names().list(devices));
            }
        }
        for (Id host : new TreeSet<>(hosts)) {
            finding = finding.proof(host, "on both switches", facts.name(network.id())).concerning("host", host);
        }
        return finding;
    }

    private static String gigabits(long mbps) {
        return mbps % 1000 == 0 ? mbps / 1000 + " Gbps" : mbps / 1000.0 + " Gbps";
    }

    // The remedy

    /// Lets the two cables change places at the switches; the ports keep what they are set to by exchanging it too.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        if (!finding.variant().equals("a")) {
            return List.of();
        }
        Topology topology = facts.topology();
        Optional<Cable> mine = topology.wiring().cable(finding.primary());
        Optional<Cable> other = topology.wiring().cable(finding.concerns("twin").first());
        if (mine.isEmpty() || other.isEmpty()) {
            return List.of();
        }
        SwitchPort from = topology.element(end(mine.get(), finding.primary()), SwitchPort.class);
        SwitchPort to =
                topology.element(end(other.get(), finding.concerns("twin").first()), SwitchPort.class);
        boolean plain = Stream.of(from, to).allMatch(port -> topology.wiring().lags(port.id()).isEmpty())
                && model(topology, from).equals(model(topology, to)) && from.speedMbps().equals(to.speedMbps());
        return plain
                ? List.of(Remedy.of("Swap the cables of " + facts.name(finding.primary()) + " and "
                        + facts.name(finding.concerns("twin").first()),
                        new Put("Swap cables", List.of(led(mine.get(), from.id(), to.id()),
                                led(other.get(), to.id(), from.id()), like(from, to), like(to, from)))))
                : List.of();
    }

    private static Id end(Cable cable, Id nic) {
        return cable.endA().equals(nic) ? cable.endB() : cable.endA();
    }

    private static Optional<Id> model(Topology topology, SwitchPort port) {
        return topology.element(port.onSwitch(), Switch.class).model().find();
    }

    private static Element led(Cable cable, Id from, Id to) {
        return Element.with(cable, cable.endA().equals(from) ? "endA" : "endB", to);
    }

    /// A port with the settings of another one.
    private static SwitchPort like(SwitchPort port, SwitchPort other) {
        return new SwitchPort(port.id(), port.about(), port.onSwitch(), port.speedMbps(), port.duplex(),
                port.adminUp(), other.portSecurity(), other.ipSourceGuard(), other.dot1x(), other.arpTrusted(),
                other.securityTrusted(), other.configuration());
    }
}
