package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vlan;
import io.plumbline.topology.Answer;
import io.plumbline.topology.EffectiveVlan;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// NLB in an overlay network: there frames follow known mappings of addresses, and one MAC in many places has none.
public record NlbOnVirtualisedNetwork() implements Rule {

    /// Why an adapter is in an overlay.
    private record Reason(Id element, String attribute, String value, String words) {}

    @Override
    public String id() {
        return "NLB017";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        Map<Id, Reason> reasons = new LinkedHashMap<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (NlbNode node : facts.topology().effective().nodes(cluster).orElse(List.of())) {
            for (VirtualNic nic : facts.topology().balancing().virtualNics(node)) {
                Answer<Optional<Reason>> reason = reason(facts, nic);
                needs.addAll(reason.needs());
                reason.find().flatMap(found -> found).ifPresent(found -> reasons.put(nic.id(), found));
            }
        }
        return reasons.isEmpty() ? facts.cannotTell(id(), cluster.id(), needs)
                : Stream.of(finding(facts, cluster, reasons));
    }

    private static Answer<Optional<Reason>> reason(Facts facts, VirtualNic nic) {
        Topology topology = facts.topology();
        Answer<Integer> subnet = topology.effective().virtualSubnetId(nic);
        if (subnet.surely(number -> number != 0)) {
            return Answer
                    .sure(Optional.of(new Reason(nic.id(), "virtualSubnetId", subnet.find().orElseThrow().toString(),
                            "is in virtual subnet " + subnet.find().orElseThrow())));
        }
        Optional<Vlan> vlan = topology.vlans().effective(nic).find().flatMap(EffectiveVlan::single)
                .flatMap(number -> topology.vlans().named(number).stream().findFirst());
        if (vlan.isPresent() && topology.effective().virtualised(vlan.get()).is(true)) {
            return Answer.sure(Optional.of(new Reason(vlan.get().id(), "virtualised", "true",
                    "is in " + facts.name(vlan.get().id()) + ", a virtualised network")));
        }
        // Whoever says of a VLAN that it is none of the overlay means it.
        boolean outside = vlan.filter(each -> each.virtualised().is(false)).isPresent();
        Answer<Optional<Reason>> managed = outside ? Answer.sure(Optional.empty())
                : topology.uplinks().virtualSwitch(nic).then(found -> found.map(each -> managed(facts, each))
                        .orElseGet(() -> Answer.sure(Optional.empty())));
        return managed.surely(Optional::isPresent) ? managed : subnet.then(_ -> managed);
    }

    private static Answer<Optional<Reason>> managed(Facts facts, VirtualSwitch each) {
        return facts.topology().effective().hnvManaged(each).map(yes -> yes
                ? Optional.of(new Reason(each.id(), "hnvManaged", "true",
                        "is on " + facts.name(each.id()) + ", which the Network Controller manages"))
                : Optional.empty());
    }

    private Finding finding(Facts facts, NlbCluster cluster, Map<Id, Reason> reasons) {
        List<String> words = new ArrayList<>();
        Finding finding = Finding.of(id(), Severity.WARNING, cluster.id()).fact("cluster", facts.name(cluster.id()))
                .concerning("nlbCluster", cluster.id());
        for (Map.Entry<Id, Reason> each : reasons.entrySet()) {
            words.add(facts.name(each.getKey()) + " " + each.getValue().words());
            finding = finding.proof(each.getValue().element(), each.getValue().attribute(), each.getValue().value());
        }
        return finding.fact("where", Names.few(words, 2));
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return LoadBalancerPair.replacing(facts, facts.topology().element(finding.primary(), NlbCluster.class)).stream()
                .toList();
    }
}
