package io.plumbline.check.switching;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.PortChange;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.HostFeature;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Purpose;
import io.plumbline.model.SwitchPort;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Names;
import io.plumbline.topology.NetworkTags;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A port in front of a Hyper-V host takes part in spanning tree and keeps silent after every link flap, or is an edge port
/// that nothing guards.
public record HostPortWaitsForSpanningTree() implements Rule {

    private static final Set<Purpose> IMPATIENT = Set.of(Purpose.HEARTBEAT, Purpose.CSV, Purpose.LIVE_MIGRATION);

    @Override
    public String id() {
        return "NET005";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(
                Subject.each(SwitchPort.class, (facts, port) -> facts.topology().wiring().lags(port.id()).isEmpty()
                        ? judge(facts, port.id(), List.of(port.id()))
                        : Stream.empty()),
                Subject.each(Lag.class, (facts, lag) -> judge(facts, lag.id(), lag.memberPorts())));
    }

    private Stream<Outcome> judge(Facts facts, Id portOrLag, List<Id> ports) {
        List<PhysicalNic> nics = nics(facts.topology(), ports);
        if (nics.isEmpty()) {
            return Stream.empty();
        }
        Answer<Boolean> edge = facts.topology().switches().stpEdge(portOrLag);
        // Nobody is told to guard a port of which nothing is known.
        boolean guarded = edge.is(true) && !facts.topology().switches().bpduGuard(portOrLag).is(false);
        if (guarded) {
            return Stream.empty();
        }
        Answer<Boolean> concerned = Answer.allOf(List.of(leadsToHyperV(facts.topology(), nics),
                facts.topology().switches().stpEnabled(ports.getFirst()),
                facts.topology().switches().learnsMac(ports.getFirst())));
        if (edge.is(true)) {
            return concerned.is(true) ? Stream.of(unguarded(facts, portOrLag, nics)) : Stream.empty();
        }
        Answer<Boolean> waits = Answer.allOf(List.of(concerned, Answer.not(edge)));
        return waits.is(true) ? Stream.of(waiting(facts, portOrLag, nics))
                : facts.cannotTell(id(), portOrLag, waits);
    }

    private static List<PhysicalNic> nics(Topology topology, List<Id> ports) {
        List<PhysicalNic> nics = new ArrayList<>();
        for (Id port : ports) {
            if (topology.element(port, SwitchPort.class).adminUp().is(false)) {
                continue;
            }
            for (Element peer : topology.wiring().peers(port)) {
                if (peer instanceof PhysicalNic nic) {
                    nics.add(nic);
                }
            }
        }
        return nics;
    }

    private static Answer<Boolean> leadsToHyperV(Topology topology, List<PhysicalNic> nics) {
        return Answer.anyOf(nics.stream().map(PhysicalNic::host).distinct()
                .map(host -> topology.effective().features(topology.element(host, Host.class))
                        .then(features -> Answer.sure(features.contains(HostFeature.HYPER_V))))
                .toList());
    }

    private Finding waiting(Facts facts, Id portOrLag, List<PhysicalNic> nics) {
        SortedSet<String> networks = new TreeSet<>();
        for (PhysicalNic nic : nics) {
            impatient(facts.topology(), nic).forEach(network -> networks.add(facts.name(network.id())));
        }
        return finding(facts, "a", Severity.WARNING, portOrLag, nics)
                .fact("carries", networks.isEmpty() ? "" : ", over which " + Names.join(List.copyOf(networks))
                        + (networks.size() == 1 ? " runs," : " run,"))
                .fact("longer", networks.isEmpty() ? "longer than a VM's clients wait"
                        : "longer than a heartbeat waits")
                .proof(portOrLag, "stpEdge", "no");
    }

    /// The networks over a NIC that do not bear a pause.
    private static List<ClusterNetwork> impatient(Topology topology, PhysicalNic nic) {
        List<ClusterNetwork> networks = new ArrayList<>();
        for (Endpoint endpoint : topology.endpoints().of(nic.host())) {
            boolean over = topology.endpoints().nics(endpoint).orElse(List.of()).stream()
                    .anyMatch(each -> each.id().equals(nic.id()));
            if (over) {
                topology.endpoints().network(endpoint).orElse(Optional.empty())
                        .filter(network -> new NetworkTags(topology).carries(network, IMPATIENT).is(true))
                        .ifPresent(networks::add);
            }
        }
        return networks;
    }

    private Finding unguarded(Facts facts, Id portOrLag, List<PhysicalNic> nics) {
        return finding(facts, "b", Severity.ADVICE, portOrLag, nics).proof(portOrLag, "stpEdge", "yes")
                .proof(portOrLag, "bpduGuard", "no");
    }

    private Finding finding(Facts facts, String variant, Severity severity, Id portOrLag, List<PhysicalNic> nics) {
        List<Id> hosts = nics.stream().map(PhysicalNic::host).distinct().sorted().toList();
        Finding finding = Finding.of(id(), variant, severity, portOrLag)
                .fact("port", Names.sentence(facts.name(portOrLag))).fact("hosts", facts.names().list(hosts))
                .concerning("port", portOrLag);
        for (PhysicalNic nic : nics) {
            finding = finding.proof(nic.id(), "is plugged into", facts.name(portOrLag));
        }
        return finding;
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Id port = finding.primary();
        PortChange change = new PortChange(facts.topology());
        return List.of(finding.variant().equals("a")
                ? Remedy.of("Make " + facts.name(port) + " an edge port",
                        change.set(List.of(port), "stpEdge", true, "spanning-tree edge"))
                : Remedy.of("Guard " + facts.name(port) + " against BPDUs",
                        change.set(List.of(port), "bpduGuard", true, "BPDU guard")));
    }
}
