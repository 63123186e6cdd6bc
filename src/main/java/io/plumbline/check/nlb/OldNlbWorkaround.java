package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Mac;
import io.plumbline.model.MacMode;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.SignedNote;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Recipes of older days that do harm now: the cluster's MAC typed into the VM, address conflicts silenced in the guest, and
/// source MACs that are not masked.
public record OldNlbWorkaround() implements Rule {

    @Override
    public String id() {
        return "NLB018";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(VirtualNic.class, this::staticMac), Subject.each(Vm.class, this::silenced),
                Subject.each(NlbCluster.class, this::unmasked));
    }

    // a: the cluster's MAC as a static one

    private Stream<Outcome> staticMac(Facts facts, VirtualNic nic) {
        Optional<Vm> vm = nic.mac().isKnown() || nic.mac().isUnknown() ? facts.topology().find(nic.owner(), Vm.class)
                : Optional.empty();
        if (vm.isEmpty() || facts.topology().effective().macMode(nic).is(MacMode.DYNAMIC)) {
            return Stream.empty();
        }
        List<NlbCluster> clusters = facts.topology().virtualNics(vm.get().id()).stream()
                .flatMap(each -> facts.topology().nlbClusters(each.id()).stream()).distinct().toList();
        for (NlbCluster cluster : clusters) {
            Answer<Boolean> same = Answer.allOf(List.of(
                    facts.topology().effective().macMode(nic).then(mode -> Answer.sure(mode == MacMode.STATIC)),
                    Answer.stated(nic.mac(), nic.id(), "mac").with(facts.topology().balancing().clusterMac(cluster),
                            Mac::equals)));
            if (same.is(true)) {
                return Stream.of(Finding.of(id(), "a", Severity.ADVICE, nic.id()).fact("nic", facts.name(nic.id()))
                        .fact("mac", nic.mac().find().orElseThrow()).fact("cluster", facts.name(cluster.id()))
                        .proof(nic.id(), "macMode", "Static").proof(nic.id(), "mac", nic.mac().find().orElseThrow())
                        .proof(cluster.id(), "cluster MAC", nic.mac().find().orElseThrow())
                        .concerning("vNic", nic.id()).concerning("nlbCluster", cluster.id()));
            }
            if (!same.isSure()) {
                return facts.cannotTell(id(), nic.id(), same);
            }
        }
        return Stream.empty();
    }

    // b: conflicts silenced

    private Stream<Outcome> silenced(Facts facts, Vm vm) {
        if (vm.arpRetryCount().isUnknown()) {
            return facts.cannotTell(id(), vm.id(), Answer.needs(vm.id(), "arpRetryCount"));
        }
        if (!vm.arpRetryCount().is(0)) {
            return Stream.empty();
        }
        boolean examined = isExamined(facts.topology(), vm);
        return Stream.of(Finding.of(id(), "b", examined ? Severity.ADVICE : Severity.WARNING, vm.id())
                .fact("vm", facts.name(vm.id())).proof(vm.id(), "arpRetryCount", "0").concerning("vm", vm.id()));
    }

    /// Whether somebody signed that the root cause was examined: on the VM, its NLB cluster, or the whole design.
    private static boolean isExamined(Topology topology, Vm vm) {
        List<Element> places = new ArrayList<>(List.of(vm, topology.design().project()));
        topology.virtualNics(vm.id()).forEach(nic -> places.addAll(topology.nlbClusters(nic.id())));
        return places.stream().flatMap(each -> each.about().signedNote().find().stream())
                .map(SignedNote::text).map(text -> text.orElse("").toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.contains("root cause"));
    }

    // c: source MACs not masked

    private Stream<Outcome> unmasked(Facts facts, NlbCluster cluster) {
        Topology topology = facts.topology();
        Answer<Boolean> masked = topology.effective().maskSourceMac(cluster);
        if (masked.is(true) || !topology.effective().mode(cluster).is(NlbMode.UNICAST) && topology.effective()
                .mode(cluster).isSure()) {
            return Stream.empty();
        }
        Answer<Optional<NlbDomain>> domain = topology.balancing().domain(cluster);
        SortedSet<Id> learning = new TreeSet<>();
        List<Answer<Boolean>> any = new ArrayList<>();
        domain.find().flatMap(found -> found).ifPresent(found -> found.ports().forEach(port -> {
            Id device = topology.wiring().deviceOf(port);
            Answer<Boolean> learns = topology.switches().learnsMac(device);
            any.add(learns);
            if (learns.is(true)) {
                learning.add(device);
            }
        }));
        if (!domain.isSure()) {
            any.add(Answer.needs(domain.needs()));
        }
        Answer<Boolean> broken = Answer.allOf(List.of(Answer.not(masked),
                topology.effective().mode(cluster).then(mode -> Answer.sure(mode == NlbMode.UNICAST)),
                Answer.anyOf(any)));
        if (!broken.is(true)) {
            return facts.cannotTell(id(), cluster.id(), broken);
        }
        Finding finding = Finding.of(id(), "c", Severity.ERROR, cluster.id()).fact("cluster", facts.name(cluster.id()))
                .fact("mac",
                        topology.balancing().clusterMac(cluster).find().map(Mac::toString).orElse("the cluster MAC"))
                .fact("switches", facts.names().list(learning)).fact("learn", learning.size() == 1 ? "learns" : "learn")
                .proof(cluster.id(), "maskSourceMac", "false").proof(cluster.id(), "mode", NlbMode.UNICAST.display())
                .concerning("nlbCluster", cluster.id());
        for (Id device : learning) {
            finding = finding.proof(device, "learnsMac", "true");
        }
        return Stream.of(finding);
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Element element = facts.topology().element(finding.primary());
        String name = facts.name(element.id());
        return List.of(switch (finding.variant()) {
            case "a" -> Remedy.of("Set the MAC of " + name + " to dynamic", Put.set(List.of(
                    Element.with(element, "mac", Attribute.unset())), "macMode", MacMode.DYNAMIC, "MAC mode"));
            case "b" -> Remedy.of("Remove ArpRetryCount from the build sheet of " + name,
                    Put.set(List.of(element), "arpRetryCount", Attribute.unset(), "ArpRetryCount"));
            default -> Remedy.of("Set MaskSourceMac of " + name,
                    Put.set(List.of(element), "maskSourceMac", true, "MaskSourceMac"));
        });
    }
}
