package io.plumbline.check.rdma;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Bytes;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Id;
import io.plumbline.model.NicModel;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.RdmaTechnology;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.SmbUse;
import io.plumbline.topology.UplinkKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// NICs that are expected to talk SMB Direct to each other cannot: another technology, RDMA switched off at one end, or
/// frames that do not fit.
public record RdmaDialectsDiffer() implements Rule {

    private static final int MOST_NAMES = 4;
    private static final List<Integer> FRAMES = List.of(4096, 2048, 1024, 512, 256);

    @Override
    public String id() {
        return "RDMA002";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(ClusterNetwork.class, this::judge), Subject.each(PhysicalNic.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, ClusterNetwork network) {
        List<Endpoint> on = new ArrayList<>();
        List<Endpoint> off = new ArrayList<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (Endpoint endpoint : facts.topology().endpoints().on(network)) {
            Answer<Boolean> usable = facts.topology().endpoints().rdmaUsable(endpoint);
            if (usable.is(true)) {
                on.add(endpoint);
            } else if (!usable.isSure()) {
                needs.addAll(usable.needs());
            } else if (couldDoRdma(facts, endpoint)) {
                off.add(endpoint);
            }
        }
        if (on.isEmpty()) {
            return Stream.empty();
        }
        SmbUse use = new SmbUse(facts.topology());
        on.removeIf(endpoint -> !meant(use.carriesSmb(endpoint), needs));
        off.removeIf(endpoint -> !meant(use.carriesSmb(endpoint), needs));
        SortedMap<RdmaTechnology, List<Endpoint>> byTechnology = new TreeMap<>();
        for (Endpoint endpoint : on) {
            Answer<Optional<RdmaTechnology>> technology = facts.topology().endpoints().technology(endpoint);
            needs.addAll(technology.needs());
            technology.orElse(Optional.empty())
                    .ifPresent(each -> byTechnology.computeIfAbsent(each, _ -> new ArrayList<>()).add(endpoint));
        }
        List<Outcome> outcomes = new ArrayList<>();
        if (byTechnology.size() > 1) {
            outcomes.add(differing(facts, network, byTechnology));
        }
        off.removeIf(endpoint -> on.stream().allMatch(each -> each.host().equals(endpoint.host())));
        if (!on.isEmpty() && !off.isEmpty()) {
            outcomes.add(switchedOff(facts, network, on, off));
        }
        if (outcomes.isEmpty() && facts.topology().endpoints().on(network).size() > 1) {
            facts.cannotTell(id(), network.id(), needs).forEach(outcomes::add);
        }
        return outcomes.stream();
    }

    private static boolean meant(Answer<Boolean> smb, SortedSet<Missing> needs) {
        needs.addAll(smb.needs());
        return smb.is(true);
    }

    /// Whether an endpoint has a capable NIC and RDMA is merely off. What a team takes away is another fault, and so is a
    /// virtual NIC on SET (LM008).
    private static boolean couldDoRdma(Facts facts, Endpoint endpoint) {
        return switch (endpoint.element()) {
            case PhysicalNic nic -> facts.topology().effective().rdmaCapable(nic).is(true);
            case VirtualNic nic -> facts.topology().uplinks().virtualSwitch(nic)
                    .then((Optional<VirtualSwitch> each) -> each.map(facts.topology().uplinks()::kind)
                            .orElseGet(() -> Answer.sure(UplinkKind.NONE)))
                    .is(UplinkKind.PHYSICAL_NIC)
                    && facts.topology().endpoints().nics(endpoint).surely(nics -> !nics.isEmpty() && nics.stream()
                            .allMatch(each -> facts.topology().effective().rdmaCapable(each).is(true)));
            default -> false;
        };
    }

    // a: technologies

    private Finding differing(Facts facts, ClusterNetwork network,
            SortedMap<RdmaTechnology, List<Endpoint>> byTechnology) {
        RdmaTechnology majority = majority(byTechnology);
        List<String> parts = new ArrayList<>();
        Endpoint odd = byTechnology.entrySet().stream().filter(each -> each.getKey() != majority)
                .map(each -> each.getValue().getFirst()).min(Comparator.comparing(Endpoint::id)).orElseThrow();
        Finding finding = Finding.of(id(), "a", Severity.ERROR, odd.id())
                .fact("network", facts.name(network.id())).fact("majority", majority.display())
                .concerning("network", network.id());
        for (Map.Entry<RdmaTechnology, List<Endpoint>> each : byTechnology.entrySet()) {
            parts.add(each.getKey().display() + " on " + names(facts, each.getValue()));
            for (Endpoint endpoint : each.getValue()) {
                finding = finding.proof(endpoint.id(), "rdma.technology", each.getKey().display())
                        .concerning("endpoint", endpoint.id());
            }
        }
        return finding.fact("parts", Names.join(parts));
    }

    private static RdmaTechnology majority(SortedMap<RdmaTechnology, List<Endpoint>> byTechnology) {
        return byTechnology.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<RdmaTechnology, List<Endpoint>> each) -> each.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow().getKey();
    }

    private static String names(Facts facts, List<Endpoint> endpoints) {
        return Names.few(endpoints.stream().map(each -> facts.name(each.id())).toList(), MOST_NAMES);
    }

    // b: switched off

    private Finding switchedOff(Facts facts, ClusterNetwork network, List<Endpoint> on, List<Endpoint> off) {
        Finding finding = Finding.of(id(), "b", Severity.WARNING, off.getFirst().id())
                .fact("network", facts.name(network.id())).fact("off", names(facts, off))
                .fact("have", off.size() == 1 ? "has" : "have").fact("on", names(facts, on))
                .fact("use", on.size() == 1 ? "uses" : "use").concerning("network", network.id());
        for (Endpoint endpoint : off) {
            finding = finding.proof(endpoint.id(), "rdma.enabled", false).concerning("endpoint", endpoint.id());
        }
        for (Endpoint endpoint : on) {
            finding = finding.proof(endpoint.id(), "rdma.enabled", true);
        }
        return finding;
    }

    // c: frames

    private Stream<Outcome> judge(Facts facts, PhysicalNic nic) {
        if (nic.rdma().roceFrameBytes().isUnset() || facts.topology().effective().rdmaEnabled(nic).is(false)) {
            return Stream.empty();
        }
        Answer<Bytes> frame = facts.topology().effective().roceFrameBytes(nic);
        Answer<Bytes> jumbo = facts.topology().effective().jumboPacket(nic);
        Answer<Boolean> fires = Answer.allOf(List.of(facts.topology().effective().rdmaEnabled(nic),
                facts.topology().effective().rdmaTechnology(nic).then(technology -> Answer.sure(technology
                        .filter(each -> each == RdmaTechnology.ROCE || each == RdmaTechnology.ROCE_V2).isPresent())),
                frame.with(jumbo, (roce, packet) -> roce.compareTo(packet) > 0)));
        if (!fires.is(true)) {
            return facts.cannotTell(id(), nic.id(), fires);
        }
        return Stream.of(Finding.of(id(), "c", Severity.WARNING, nic.id()).fact("nic", facts.name(nic.id()))
                .fact("frame", frame.map(Bytes::toString).orElse(""))
                .fact("jumbo", jumbo.map(Bytes::toString).orElse(""))
                .proof(nic.id(), "rdma.roceFrameBytes", frame.map(Bytes::toString).orElse(""))
                .proof(nic.id(), "jumboPacket", jumbo.map(Bytes::toString).orElse("")).concerning("nic", nic.id()));
    }

    // Remedies

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return switch (finding.variant()) {
            case "a" -> align(facts, finding).map(List::of).orElse(List.of());
            case "b" -> List.of(enable(facts, finding));
            default -> {
                PhysicalNic nic = facts.topology().element(finding.primary(), PhysicalNic.class);
                int jumbo = facts.topology().effective().jumboPacket(nic).map(Bytes::value).orElse(0);
                yield FRAMES.stream().filter(frame -> frame <= jumbo).findFirst()
                        .map(frame -> List
                                .of(Remedy.of("Set RoCE frames of " + frame + " bytes on " + facts.name(nic.id()),
                                        Put.set(List.of(nic), "rdma.roceFrameBytes", frame, "RoCE frame size"))))
                        .orElse(List.of());
            }
        };
    }

    /// The technology of most, on all NICs, where the catalogue says that each of them can do it.
    private static Optional<Remedy> align(Facts facts, Finding finding) {
        SortedMap<RdmaTechnology, List<Endpoint>> byTechnology = new TreeMap<>();
        for (Id id : finding.concerns("endpoint")) {
            facts.topology().endpoints().find(id).ifPresent(endpoint -> facts.topology().endpoints()
                    .technology(endpoint).orElse(Optional.empty()).ifPresent(technology -> byTechnology
                            .computeIfAbsent(technology, _ -> new ArrayList<>()).add(endpoint)));
        }
        RdmaTechnology majority = majority(byTechnology);
        Proposal proposal = new Proposal(facts.topology());
        for (Map.Entry<RdmaTechnology, List<Endpoint>> each : byTechnology.entrySet()) {
            if (each.getKey() == majority) {
                continue;
            }
            for (Endpoint endpoint : each.getValue()) {
                for (PhysicalNic nic : facts.topology().endpoints().nics(endpoint).orElse(List.of())) {
                    Optional<NicModel> model = facts.topology().effective().model(nic);
                    if (model.flatMap(found -> found.rdmaTechnologies().find())
                            .filter(list -> list.contains(majority)).isEmpty()) {
                        return Optional.empty();
                    }
                    proposal.set(nic, "rdma.technology", majority.word());
                }
            }
        }
        return Optional.of(proposal.as("Set " + majority.display() + " on all NICs of "
                + facts.names().list(finding.concerns("network"))));
    }

    private static Remedy enable(Facts facts, Finding finding) {
        Proposal proposal = new Proposal(facts.topology());
        for (Id id : finding.concerns("endpoint")) {
            proposal.set(facts.topology().element(id),
                    facts.topology().find(id, PhysicalNic.class).isPresent() ? "rdma.enabled" : "rdmaEnabled", true);
        }
        return proposal.as("Enable RDMA on " + facts.names().list(finding.concerns("endpoint")));
    }
}
