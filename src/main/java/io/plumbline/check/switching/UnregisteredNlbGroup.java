package io.plumbline.check.switching;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Likewise;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.Querier;
import io.plumbline.model.VlanId;
import io.plumbline.predict.NlbRegistration;
import io.plumbline.topology.Answer;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.NlbEntry;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A switch that carries the VLAN of an NLB cluster in IGMP multicast mode and keeps its group registered in no way:
/// neither by a static entry, nor by snooping with a querier.
public record UnregisteredNlbGroup() implements Rule {

    /// The first of the catalogue's reasons that applies.
    private static String variant(NlbRegistration state) {
        if (state.filtering().is(false) && (state.hasEntry() || state.snooping().is(true))) {
            return "d";
        }
        if (state.hasEntry() && state.pinned().is(false)) {
            return "e";
        }
        if (state.snooping().is(false)) {
            return "a";
        }
        return state.accepts().is(false) ? "c" : "b";
    }

    @Override
    public String id() {
        return "SW003";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        Answer<NlbMode> mode = facts.topology().effective().mode(cluster);
        Answer<Optional<NlbDomain>> domain = facts.topology().balancing().domain(cluster);
        if (mode.isSure() && !mode.is(NlbMode.IGMP_MULTICAST) || domain.is(Optional.empty())) {
            return Stream.empty();
        }
        if (!domain.isSure()) {
            return facts.cannotTell(id(), cluster.id(), mode.with(domain, (_, found) -> found));
        }
        List<Outcome> outcomes = domain.find().orElseThrow().stream().flatMap(found -> found.switches().stream()
                .flatMap(device -> judge(facts, found, device))).toList();
        // Where every switch keeps any group registered the mode does not matter.
        return mode.isSure() || outcomes.isEmpty() ? outcomes.stream() : facts.cannotTell(id(), cluster.id(), mode);
    }

    private Stream<Outcome> judge(Facts facts, NlbDomain domain, Id device) {
        NlbRegistration state = NlbRegistration.of(facts.topology(), domain, device);
        Answer<Boolean> registered = state.isKept();
        if (registered.is(true)) {
            return Stream.empty();
        }
        String variant = variant(state);
        // Where the group is registered but filtering is off, nothing of it is unregistered.
        Answer<Boolean> dropped = variant.equals("d") ? Answer.sure(false) : state.isDropped();
        if (!dropped.is(true) && isAllNlb(facts.topology(), domain, device)) {
            return facts.cannotTell(id(), device, dropped);
        }
        return registered.isSure()
                ? Stream.concat(Stream.of(finding(facts, domain, state, variant, dropped.is(true))),
                        facts.cannotTell(id(), device, dropped))
                : facts.cannotTell(id(), device, registered);
    }

    /// On a single switch on which every port of the VLAN leads to a node or a gateway, flooding reaches nobody else.
    private static boolean isAllNlb(Topology topology, NlbDomain domain, Id device) {
        Set<Id> allowed = new HashSet<>(domain.ports());
        allowed.addAll(topology.vlans().gatewayPorts(domain.vlan()));
        return domain.devices().size() == 1 && allowed.containsAll(topology.vlans().forwarding(device, domain.vlan()));
    }

    private Finding finding(Facts facts, NlbDomain domain, NlbRegistration state, String variant, boolean dropped) {
        NlbCluster cluster = domain.cluster();
        Id device = state.device();
        String mac = facts.topology().balancing().clusterMac(cluster).find().map(Mac::toString)
                .orElse("the group");
        Finding finding = Finding.of(id(), variant, dropped ? Severity.ERROR : Severity.WARNING, device)
                .fact("switch", facts.name(device)).fact("vlan", "VLAN " + domain.vlan()).fact("mac", mac)
                .fact("cluster", facts.name(cluster.id()))
                .fact("consequence", dropped
                        ? "its frames are dropped, since unregistered multicast is filtered"
                        : "its frames are flooded through the VLAN")
                .fact("registration", state.hasEntry()
                        ? state.entries().exact().stream().anyMatch(NlbEntry::group) ? "a static group"
                                : "a static MAC entry"
                        : "IGMP snooping")
                .proof(device, "igmpSnooping", words(state.snooping(), "on", "off"))
                .proof(device, "static entry", state.hasEntry() ? mac : "none for " + mac)
                .proof(device, "bridgeMulticastFiltering", words(state.filtering(), "on", "off"))
                .proof(device, "querier", words(state.queried(), "in the VLAN", "none in the VLAN"));
        if (dropped) {
            finding = finding.proof(device, "unregisteredMulticast", "filter");
        }
        return finding.proof(cluster.id(), "mode", NlbMode.IGMP_MULTICAST.display())
                .concerning("nlbCluster", cluster.id()).concerning("switch", device);
    }

    private static String words(Answer<Boolean> answer, String yes, String no) {
        return answer.find().map(value -> value ? yes : no).orElse("not known");
    }

    // What helps

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return Likewise.all(this, facts, finding, "nlbCluster", this::remediesOfOne);
    }

    private List<Remedy> remediesOfOne(Facts facts, Finding finding) {
        Topology topology = facts.topology();
        NlbCluster cluster = topology.element(finding.concerns("nlbCluster").first(), NlbCluster.class);
        Id device = finding.primary();
        Optional<NlbDomain> domain = topology.balancing().domain(cluster).find().flatMap(found -> found);
        if (domain.isEmpty() || !topology.effective().mode(cluster).isSure()) {
            return List.of();
        }
        NlbRegistration state = NlbRegistration.of(topology, domain.get(), device);
        List<Remedy> remedies = new ArrayList<>();
        if (finding.variant().equals("b") && state.snooping().is(true) && state.accepts().is(true)
                && !state.filtering().is(false)) {
            Id asking = domain.get().switches().stream().filter(each -> !topology.gateways(each).isEmpty()).findFirst()
                    .orElse(device);
            SortedMap<VlanId, Querier> queriers =
                    new TreeMap<>(topology.switches().configuration(asking).querier().orElse(new TreeMap<>()));
            queriers.put(domain.get().vlan(), Querier.SELF);
            remedies.add(Remedy.of("Enable a querier in VLAN " + domain.get().vlan() + " on " + facts.name(asking),
                    Put.set(List.of(topology.element(topology.switches().holder(asking))), "querier", queriers,
                            "querier")));
        }
        boolean off = state.filtering().is(false);
        // Filtering acts on everybody: another cluster may live on the flood.
        boolean alone = topology.all(NlbCluster.class).stream().allMatch(other -> other.id().equals(cluster.id())
                || topology.balancing().domain(other).surely(its -> its.map(each -> !each.devices().contains(device))
                        .orElse(true)));
        if (!off || alone) {
            String label = "Add a static group for " + facts.name(cluster.id()) + " on all host uplinks of "
                    + facts.name(device) + (off ? " and turn filtering on" : "");
            domain.get().grouped(device).ifPresent(grouped -> remedies.add(Remedy.of(label, new Put(label, List.of(
                    off ? Element.with(grouped, "bridgeMulticastFiltering", true) : grouped)))));
        }
        return remedies;
    }
}
