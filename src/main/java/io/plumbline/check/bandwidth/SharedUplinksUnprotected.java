package io.plumbline.check.bandwidth;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Attribute;
import io.plumbline.model.BandwidthMode;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Purpose;
import io.plumbline.model.TrafficClass;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NetworkTags;
import io.plumbline.topology.UplinkKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The uplinks of a virtual switch carry VMs and the cluster's own traffic, or several kinds of the latter, and nothing
/// shares the bandwidth out among them.
public record SharedUplinksUnprotected() implements Rule {

    private static final int MOST_NAMES = 4;
    private static final List<Purpose> OWN =
            List.of(Purpose.LIVE_MIGRATION, Purpose.CSV, Purpose.HEARTBEAT, Purpose.MANAGEMENT);
    private static final int WHOLE = 100;
    private static final int SMB_PRIORITY = 3;
    private static final int CLUSTER_PRIORITY = 7;

    @Override
    public String id() {
        return "QOS001";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(VirtualSwitch.class, this::judge),
                Subject.each(FailoverCluster.class, this::judge));
    }

    /// What shares the uplinks of a virtual switch.
    ///
    /// @param tagged the adapters of the management OS with a purpose of the cluster, and these purposes
    /// @param guests the adapters of VMs that run here now
    /// @param needs  purposes that are not known
    private record Load(SequencedMap<VirtualNic, SortedSet<Purpose>> tagged, List<VirtualNic> guests,
            SortedSet<Missing> needs) {

        static Load of(Facts facts, VirtualSwitch on) {
            SequencedMap<VirtualNic, SortedSet<Purpose>> tagged = new LinkedHashMap<>();
            SortedSet<Missing> needs = new TreeSet<>();
            for (VirtualNic nic : facts.topology().uplinks().hostNics(on)) {
                Answer<SortedSet<Purpose>> purposes = purposes(facts, nic);
                needs.addAll(purposes.needs());
                SortedSet<Purpose> own = new TreeSet<>(purposes.orElse(Collections.emptySortedSet()));
                own.retainAll(OWN);
                if (!own.isEmpty()) {
                    tagged.put(nic, own);
                }
            }
            // Who else is there matters only beside the cluster's own traffic.
            List<VirtualNic> guests = tagged.isEmpty() && needs.isEmpty() ? List.of()
                    : facts.topology().uplinks().guestNics(on);
            return new Load(tagged, guests, needs);
        }

        private static Answer<SortedSet<Purpose>> purposes(Facts facts, VirtualNic nic) {
            Endpoint endpoint = facts.topology().endpoints().find(nic.id()).orElseThrow();
            return endpoint.ip().purposes().isUnset()
                    ? facts.topology().endpoints().network(endpoint)
                            .then(network -> network.map(new NetworkTags(facts.topology())::tasks)
                                    .orElseGet(() -> Answer.sure(Collections.emptySortedSet())))
                    : facts.topology().effective().purposes(endpoint);
        }

        SortedSet<Purpose> purposes() {
            SortedSet<Purpose> all = new TreeSet<>();
            tagged.values().forEach(all::addAll);
            return all;
        }

        boolean isShared() {
            return !tagged.isEmpty() && (!guests.isEmpty() || purposes().size() > 1);
        }

        List<VirtualNic> carrying(Set<Purpose> purposes) {
            return tagged.entrySet().stream().filter(each -> each.getValue().stream().anyMatch(purposes::contains))
                    .map(Map.Entry::getKey).toList();
        }
    }

    private Stream<Outcome> judge(Facts facts, VirtualSwitch on) {
        Answer<UplinkKind> kind = facts.topology().uplinks().kind(on);
        if (kind.is(UplinkKind.NONE)) {
            return Stream.empty();
        }
        Load load = Load.of(facts, on);
        if (!load.isShared()) {
            return load.guests().isEmpty() && load.tagged().isEmpty() ? Stream.empty()
                    : facts.cannotTell(id(), on.id(), load.needs());
        }
        if (!kind.isSure()) {
            return facts.cannotTell(id(), on.id(), kind);
        }
        List<Outcome> outcomes = new ArrayList<>();
        boolean embedded = kind.is(UplinkKind.SET);
        Answer<Boolean> rdma = Answer.anyOf(load.tagged().sequencedKeySet().stream()
                .map(facts.topology().effective()::rdmaEnabled).toList());
        if (embedded || rdma.is(true)) {
            classes(facts, on, load, outcomes);
        } else {
            weights(facts, on, load, outcomes);
        }
        if (embedded) {
            guestWeights(facts, on, load).ifPresent(outcomes::add);
        }
        exceeding(facts, on, load).ifPresent(outcomes::add);
        return outcomes.stream();
    }

    // a: weights

    private void weights(Facts facts, VirtualSwitch on, Load load, List<Outcome> outcomes) {
        Answer<BandwidthMode> mode = facts.topology().effective().minBandwidthMode(on);
        if (!mode.isSure()) {
            facts.cannotTell(id(), on.id(), mode).forEach(outcomes::add);
            return;
        }
        List<VirtualNic> without = new ArrayList<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (VirtualNic nic : load.tagged().sequencedKeySet()) {
            Answer<Boolean> reserved = mode.is(BandwidthMode.ABSOLUTE)
                    ? Answer.optional(nic.minBandwidthAbsolute(), nic.id(), "minBandwidthAbsolute")
                            .map(value -> value.orElse(0L) > 0)
                    : Answer.optional(nic.minBandwidthWeight(), nic.id(), "minBandwidthWeight")
                            .map(value -> value.orElse(0) > 0);
            needs.addAll(reserved.needs());
            if (reserved.is(false)) {
                without.add(nic);
            }
        }
        boolean none = mode.is(BandwidthMode.NONE);
        if (!none && without.isEmpty()) {
            facts.cannotTell(id(), on.id(), needs).forEach(outcomes::add);
            return;
        }
        Finding finding = described(facts, Finding.of(id(), "a", Severity.WARNING, on.id()), on, load)
                .fact("why", none ? "its bandwidth mode is None"
                        : names(facts, without) + (without.size() == 1 ? " has" : " have") + " no minimum bandwidth")
                .fact("fix", none ? "Build it anew in weight mode, with a weight for each of them."
                        : "Give each of them a weight, and one to the default flow.")
                .proof(on.id(), "minBandwidthMode", mode.map(BandwidthMode::display).orElse(""));
        for (VirtualNic nic : without) {
            finding = finding.proof(nic.id(), "minBandwidthWeight", "none");
        }
        outcomes.add(finding);
    }

    private static Finding described(Facts facts, Finding finding, VirtualSwitch on, Load load) {
        Finding proven = finding.fact("switch", facts.name(on.id()))
                .fact("nics", names(facts, List.copyOf(load.tagged().sequencedKeySet())))
                .fact("purposes", Names.join(load.purposes().stream().map(SharedUplinksUnprotected::word).toList()))
                .fact("beside", load.guests().isEmpty() ? "" : " beside "
                        + Names.count(load.guests().size(), "VM adapter", "VM adapters"))
                .concerning("virtualSwitch", on.id());
        for (Map.Entry<VirtualNic, SortedSet<Purpose>> each : load.tagged().entrySet()) {
            proven = proven.proof(each.getKey().id(), "carries",
                    Names.join(each.getValue().stream().map(Purpose::display).toList()));
        }
        return proven;
    }

    private static String word(Purpose purpose) {
        return switch (purpose) {
            case LIVE_MIGRATION -> "live migration";
            case HEARTBEAT -> "heartbeats";
            case MANAGEMENT -> "management";
            default -> purpose.display();
        };
    }

    private static String names(Facts facts, List<VirtualNic> nics) {
        return Names.few(nics.stream().map(nic -> facts.name(nic.id())).toList(), MOST_NAMES);
    }

    // b: traffic classes

    private void classes(Facts facts, VirtualSwitch on, Load load, List<Outcome> outcomes) {
        Effective effective = facts.topology().effective();
        Host host = facts.topology().element(on.host(), Host.class);
        List<VirtualNic> bulk = load.carrying(Set.of(Purpose.LIVE_MIGRATION, Purpose.CSV));
        if (bulk.isEmpty()) {
            return;
        }
        Answer<Boolean> classes = effective.trafficClasses(host)
                .map(list -> has(list, "smb", effective.smbPriority(host).orElse(Optional.empty()))
                        && has(list, "cluster", effective.clusterPriority(host).orElse(Optional.empty())));
        Answer<Boolean> limit = Answer.anyOf(List.of(
                effective.lmLimitBytesPerSec(host).then(value -> Answer.sure(value.isPresent())),
                effective.failoverCluster(host).then(cluster -> cluster.map(effective::setSmbBandwidthLimit)
                        .orElseGet(() -> Answer.sure(false)))));
        Answer<Boolean> safe = Answer.anyOf(List.of(classes, limit));
        if (!safe.is(false)) {
            facts.cannotTell(id(), on.id(), safe).forEach(outcomes::add);
            return;
        }
        List<VirtualNic> migrating = load.carrying(Set.of(Purpose.LIVE_MIGRATION));
        Finding finding = described(facts, Finding.of(id(), "b", Severity.WARNING, on.id()), on, load)
                .fact("host", facts.name(host.id())).proof(host.id(), "dcb.trafficClasses", "none for SMB and cluster")
                .proof(host.id(), "smb.lmLimitBytesPerSec", "none").concerning("host", host.id());
        // Where migrations and storage share an adapter, the limit is what is missing (LM009).
        List<VirtualNic> both = bulk.stream().filter(nic -> load.tagged().get(nic)
                .containsAll(List.of(Purpose.LIVE_MIGRATION, Purpose.CSV))).toList();
        for (VirtualNic nic : !both.isEmpty() ? both : migrating.isEmpty() ? bulk : migrating) {
            finding = finding.concerning("endpoint", nic.id());
        }
        outcomes.add(finding);
    }

    private static boolean has(List<TrafficClass> classes, String name, Optional<Integer> priority) {
        return classes.stream().anyMatch(each -> each.name().find()
                .filter(own -> own.toLowerCase(Locale.ROOT).contains(name)).isPresent()
                || priority.isPresent() && each.priorities().find().filter(list -> list.contains(priority.get()))
                        .isPresent());
    }

    // c: weights of VMs on SET

    private Optional<Finding> guestWeights(Facts facts, VirtualSwitch on, Load load) {
        List<VirtualNic> weighted = load.guests().stream()
                .filter(nic -> nic.minBandwidthWeight().find().filter(weight -> weight > 0).isPresent()).toList();
        if (weighted.isEmpty()) {
            return Optional.empty();
        }
        Finding finding = Finding.of(id(), "c", Severity.WARNING, on.id()).fact("switch", facts.name(on.id()))
                .fact("nics", names(facts, weighted))
                .fact("have", weighted.size() == 1 ? "has a weight" : "have weights")
                .concerning("virtualSwitch", on.id());
        for (VirtualNic nic : weighted) {
            finding = finding.proof(nic.id(), "minBandwidthWeight", nic.minBandwidthWeight().orElse(0))
                    .concerning("guest", nic.id());
        }
        return Optional.of(finding);
    }

    // d: weights that do not fit together

    private Optional<Finding> exceeding(Facts facts, VirtualSwitch on, Load load) {
        if (!facts.topology().effective().minBandwidthMode(on).is(BandwidthMode.WEIGHT)) {
            return Optional.empty();
        }
        int flow = on.defaultFlowWeight().orElse(0);
        int sum = flow + facts.topology().uplinks().hostNics(on).stream()
                .mapToInt(nic -> nic.minBandwidthWeight().orElse(0)).sum();
        if (sum <= WHOLE) {
            return Optional.empty();
        }
        Finding finding = Finding.of(id(), "d", Severity.WARNING, on.id())
                .fact("what", "The weights on " + facts.name(on.id()) + " add up to " + sum
                        + ", more than the 100 of which they are shares")
                .fact("fix", "Lower them to 100 together, the default flow counted.")
                .concerning("virtualSwitch", on.id()).proof(on.id(), "defaultFlowWeight", flow);
        for (VirtualNic nic : load.tagged().sequencedKeySet()) {
            finding = finding.proof(nic.id(), "minBandwidthWeight", nic.minBandwidthWeight().orElse(0));
        }
        return Optional.of(finding);
    }

    /// The weight of adapters of one name on virtual switches of one name, node by node.
    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        SequencedMap<String, SortedMap<Integer, List<VirtualNic>>> byName = new LinkedHashMap<>();
        for (Host host : facts.topology().hosts(cluster.id())) {
            for (VirtualSwitch on : facts.topology().virtualSwitches(host.id())) {
                if (on.name().isBlank()
                        || !facts.topology().effective().minBandwidthMode(on).is(BandwidthMode.WEIGHT)) {
                    continue;
                }
                for (VirtualNic nic : facts.topology().uplinks().hostNics(on)) {
                    if (!nic.name().isBlank() && !nic.minBandwidthWeight().isUnknown()) {
                        byName.computeIfAbsent(on.name() + "/" + nic.name(), _ -> new TreeMap<>())
                                .computeIfAbsent(nic.minBandwidthWeight().orElse(0), _ -> new ArrayList<>()).add(nic);
                    }
                }
            }
        }
        return byName.values().stream().filter(byWeight -> byWeight.size() > 1)
                .filter(byWeight -> byWeight.values().stream().flatMap(List::stream)
                        .anyMatch(nic -> isShared(facts, nic)))
                .map(byWeight -> differing(facts, cluster, byWeight));
    }

    private static boolean isShared(Facts facts, VirtualNic nic) {
        return facts.topology().uplinks().virtualSwitch(nic).orElse(Optional.empty())
                .filter(on -> Load.of(facts, on).isShared()).isPresent();
    }

    private static int majority(SortedMap<Integer, List<VirtualNic>> byWeight) {
        return byWeight.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<Integer, List<VirtualNic>> each) -> each.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow().getKey();
    }

    private Finding differing(Facts facts, FailoverCluster cluster, SortedMap<Integer, List<VirtualNic>> byWeight) {
        int majority = majority(byWeight);
        List<VirtualNic> odd = byWeight.entrySet().stream().filter(each -> each.getKey() != majority)
                .flatMap(each -> each.getValue().stream()).sorted(Comparator.comparing(VirtualNic::id)).toList();
        List<String> parts = byWeight.entrySet().stream()
                .map(each -> (each.getKey() == 0 ? "none" : each.getKey()) + " on " + names(facts, each.getValue()))
                .toList();
        Finding finding = Finding.of(id(), "d", Severity.WARNING, odd.getFirst().id())
                .fact("what", "The nodes of " + facts.name(cluster.id()) + " give the same adapter different weights: "
                        + Names.join(parts))
                .fact("fix", majority == 0 ? "Set the same on all nodes." : "Set " + majority + " on all of them.")
                .concerning("cluster", cluster.id());
        for (Map.Entry<Integer, List<VirtualNic>> each : byWeight.entrySet()) {
            for (VirtualNic nic : each.getValue()) {
                finding = finding.proof(nic.id(), "minBandwidthWeight", each.getKey() == 0 ? "none" : each.getKey())
                        .concerning("nic", nic.id());
            }
        }
        return finding;
    }

    // Remedies

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Proposal proposal = new Proposal(facts.topology());
        Optional<VirtualSwitch> on = facts.topology().find(finding.primary(), VirtualSwitch.class);
        return switch (finding.variant()) {
            case "b" -> dcb(facts, facts.topology().element(finding.concerns("host").first(), Host.class));
            case "c" -> {
                finding.concerns("guest").forEach(id -> proposal
                        .set(facts.topology().element(id), "minBandwidthWeight", Attribute.unset()));
                yield List.of(proposal.as("Remove the weights of the VMs on " + facts.name(finding.primary())));
            }
            default -> on.isPresent() ? template(facts, on.get()) : align(facts, finding);
        };
    }

    /// 10 for management, 10 for the cluster, 30 for live migration, 50 for the default flow, on every node alike.
    private static List<Remedy> template(Facts facts, VirtualSwitch on) {
        Proposal proposal = new Proposal(facts.topology());
        Host host = facts.topology().element(on.host(), Host.class);
        List<Host> nodes = facts.topology().effective().failoverCluster(host).orElse(Optional.empty())
                .map(cluster -> facts.topology().hosts(cluster.id())).orElse(List.of(host));
        for (Host node : nodes) {
            for (VirtualSwitch each : facts.topology().virtualSwitches(node.id())) {
                if (each.id().equals(on.id()) || !on.name().isBlank() && each.name().equals(on.name())) {
                    weigh(proposal, each, Load.of(facts, each));
                }
            }
        }
        return List.of(proposal.as("Share out " + facts.name(on.id())
                + (nodes.size() > 1 ? ", and its like on the other nodes," : "") + " by weights"));
    }

    private static void weigh(Proposal proposal, VirtualSwitch on, Load load) {
        Map<Purpose, List<VirtualNic>> byKind = new EnumMap<>(Purpose.class);
        load.tagged().forEach((nic, purposes) -> byKind.computeIfAbsent(
                purposes.contains(Purpose.LIVE_MIGRATION) ? Purpose.LIVE_MIGRATION
                        : purposes.contains(Purpose.CSV) || purposes.contains(Purpose.HEARTBEAT) ? Purpose.HEARTBEAT
                                : Purpose.MANAGEMENT,
                _ -> new ArrayList<>()).add(nic));
        byKind.forEach((kind, nics) -> nics.forEach(nic -> proposal.set(nic, "minBandwidthWeight",
                Math.max(1, (kind == Purpose.LIVE_MIGRATION ? 30 : 10) / nics.size()))));
        proposal.set(on, "minBandwidthMode", BandwidthMode.WEIGHT.word()).set(on, "defaultFlowWeight", 50);
    }

    private static List<Remedy> dcb(Facts facts, Host host) {
        Effective effective = facts.topology().effective();
        int priority = effective.smbPriority(host).orElse(Optional.empty())
                .or(() -> effective.failoverCluster(host).orElse(Optional.empty()).stream()
                        .flatMap(cluster -> facts.topology().hosts(cluster.id()).stream())
                        .flatMap(node -> effective.smbPriority(node).orElse(Optional.empty()).stream()).findFirst())
                .orElse(SMB_PRIORITY);
        int heartbeat = effective.clusterPriority(host).orElse(Optional.empty()).orElse(CLUSTER_PRIORITY);
        return List.of(new Proposal(facts.topology()).set(host, "dcb.smbPriority", priority)
                .set(host, "dcb.clusterPriority", heartbeat)
                .set(host, "dcb.trafficClasses", List.of(
                        new TrafficClass(Attribute.of("SMB"), Attribute.of(List.of(priority)), Attribute.of(50)),
                        new TrafficClass(Attribute.of("Cluster"), Attribute.of(List.of(heartbeat)), Attribute.of(1))))
                .as("Reserve bandwidth for SMB and cluster by DCB classes on " + facts.name(host.id())));
    }

    private static List<Remedy> align(Facts facts, Finding finding) {
        SortedMap<Integer, List<VirtualNic>> byWeight = new TreeMap<>();
        for (Id id : finding.concerns("nic")) {
            VirtualNic nic = facts.topology().element(id, VirtualNic.class);
            byWeight.computeIfAbsent(nic.minBandwidthWeight().orElse(0), _ -> new ArrayList<>()).add(nic);
        }
        int majority = majority(byWeight);
        Proposal proposal = new Proposal(facts.topology());
        byWeight.forEach((weight, nics) -> nics.stream().filter(_ -> weight != majority)
                .forEach(nic -> proposal.set(nic, "minBandwidthWeight", majority)));
        return majority == 0 ? List.of() : List.of(proposal.as("Set the weight " + majority + " on all nodes"));
    }
}
