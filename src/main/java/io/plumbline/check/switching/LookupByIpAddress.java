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
import io.plumbline.model.Id;
import io.plumbline.model.Mac;
import io.plumbline.model.MulticastLookup;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.predict.NlbRegistration;
import io.plumbline.topology.Answer;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.NlbReconfiguration;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A switch that looks multicast up by IP address under NLB in IGMP mode: the packets carry the unicast address of the VIP,
/// so it never finds the group that it has learned.
public record LookupByIpAddress() implements Rule {

    /// Families that can be told to look up by MAC, as their names or operating systems have it.
    private static final List<String> TURNED = List.of("nexus 7", "powerconnect 54", "powerconnect 55", "cbs");

    @Override
    public String id() {
        return "SW005";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        Answer<NlbMode> mode = facts.topology().effective().mode(cluster);
        Optional<NlbDomain> domain = facts.topology().balancing().domain(cluster).find().flatMap(found -> found);
        if (domain.isEmpty() || mode.isSure() && !mode.is(NlbMode.IGMP_MULTICAST)) {
            return Stream.empty();
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Id device : domain.get().switches()) {
            judge(facts, domain.get(), device).forEach(outcomes::add);
        }
        return mode.isSure() || outcomes.isEmpty() ? outcomes.stream() : facts.cannotTell(id(), cluster.id(), mode);
    }

    private Stream<Outcome> judge(Facts facts, NlbDomain domain, Id device) {
        NlbRegistration registration = NlbRegistration.of(facts.topology(), domain, device);
        if (registration.byMac().is(true)) {
            return Stream.empty();
        }
        Answer<Boolean> dropped = registration.isDropped();
        Answer<Boolean> lost = Answer.allOf(List.of(Answer.not(registration.byMac()),
                Answer.not(registration.pinnedMac()),
                Answer.anyOf(List.of(dropped.is(true) ? dropped : Answer.sure(false), domain.hasBystanders()))));
        return lost.is(true)
                ? Stream.concat(Stream.of(finding(facts, domain, device, dropped.is(true))),
                        facts.cannotTell(id(), device, dropped))
                : facts.cannotTell(id(), device, lost);
    }

    private Finding finding(Facts facts, NlbDomain domain, Id device, boolean dropped) {
        NlbCluster cluster = domain.cluster();
        boolean pins = !facts.topology().switches().pinsIpMulticastMac(device).is(false);
        String change = canTurn(facts.topology(), device) ? "Let it look up multicast by MAC"
                : pins ? "Enter a static MAC entry for all hosts of the cluster"
                        : "Use multicast mode with a static MAC entry for all hosts of the cluster";
        Finding finding = Finding.of(id(), dropped ? Severity.ERROR : Severity.WARNING, device)
                .fact("switch", facts.name(device)).fact("vlan", "VLAN " + domain.vlan())
                .fact("cluster", facts.name(cluster.id()))
                .fact("mac", facts.topology().balancing().clusterMac(cluster).find().map(Mac::toString)
                        .orElse("the cluster MAC"))
                .fact("consequence", dropped ? "drops its frames, since unregistered multicast is filtered"
                        : "floods its frames through the VLAN")
                .fact("change", change).proof(device, "mcastLookup", MulticastLookup.IP.display())
                .concerning("nlbCluster", cluster.id()).concerning("switch", device);
        if (dropped) {
            finding = finding.proof(device, "unregisteredMulticast", "filter");
        }
        return finding.proof(cluster.id(), "mode", NlbMode.IGMP_MULTICAST.display());
    }

    private static boolean canTurn(Topology topology, Id device) {
        String name = (topology.switches().model(device).map(model -> model.name()).orElse("") + " "
                + topology.switches().os(device).orElse("")).toLowerCase(Locale.ROOT);
        return TURNED.stream().anyMatch(name::contains);
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
        List<Remedy> remedies = new ArrayList<>();
        if (domain.isEmpty() || !topology.effective().mode(cluster).isSure()) {
            return remedies;
        }
        NlbRegistration registration = NlbRegistration.of(topology, domain.get(), device);
        // Looked up by MAC, a group that nothing keeps is dropped all the same.
        if (canTurn(topology, device) && (registration.isKept().is(true) || registration.isDropped().is(false))) {
            remedies.add(Remedy.of("Let " + facts.name(device) + " look up multicast by MAC",
                    Put.set(List.of(topology.element(topology.switches().holder(device))), "mcastLookup",
                            MulticastLookup.MAC, "multicast lookup")));
        }
        if (!topology.switches().pinsIpMulticastMac(device).is(false)) {
            String label = "Add a static MAC entry for " + facts.name(cluster.id()) + " on " + facts.name(device);
            domain.get().pinned(device)
                    .ifPresent(pinned -> remedies.add(Remedy.of(label, new Put(label, List.of(pinned)))));
        } else {
            String label = "Convert " + facts.name(cluster.id())
                    + " to multicast with a static MAC entry on every hypervisor port";
            NlbReconfiguration.of(topology, cluster)
                    .flatMap(each -> each.to(NlbReconfiguration.inMode(cluster, NlbMode.MULTICAST),
                            NlbReconfiguration.Registration.MACS))
                    .ifPresent(elements -> remedies.add(Remedy.of(label, new Put(label, elements))));
        }
        return remedies;
    }
}
