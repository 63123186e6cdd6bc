package io.plumbline.check.mtu;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Id;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Capacity;
import io.plumbline.topology.Crossing;
import io.plumbline.topology.Hop;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.PortMtu;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The number at a switch port looks large enough for the NICs, but counts header, checksum or tag, which theirs does
/// not.
public record NumbersCountedDifferently() implements Rule {

    @Override
    public String id() {
        return "MTU007";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        Sizes sizes = new Sizes(facts);
        List<Outcome> outcomes = new ArrayList<>();
        Map<Id, List<Crossing>> bySetting = new LinkedHashMap<>();
        for (ClusterNetwork network : facts.topology().networks(cluster.id())) {
            SortedSet<Missing> needs = new TreeSet<>();
            List<Crossing> deceiving = deceiving(sizes, network, needs);
            deceiving.forEach(crossing -> bySetting.computeIfAbsent(sizes.setAt(crossing.hop()),
                    _ -> new ArrayList<>()).add(crossing));
            if (deceiving.isEmpty()) {
                facts.cannotTell(id(), network.id(), needs).forEach(outcomes::add);
            }
        }
        bySetting.forEach((setAt, crossings) -> outcomes.add(finding(sizes, setAt, crossings)));
        return outcomes.stream();
    }

    private static List<Crossing> deceiving(Sizes sizes, ClusterNetwork network, SortedSet<Missing> needs) {
        Facts facts = sizes.facts();
        List<Crossing> deceiving = new ArrayList<>();
        for (Crossing crossing : facts.topology().crossings().in(network).crossings()) {
            Hop hop = crossing.hop();
            if (crossing.bytes() <= Sizes.PLAIN
                    || facts.topology().frames().hopIp(hop).surely(now -> crossing.bytes() <= now.sure())
                    || sizes.number(hop).filter(mtu -> mtu.value() >= crossing.bytes()).isEmpty()) {
                continue;
            }
            Answer<Boolean> raisable = facts.topology().frames().hopIpMax(hop)
                    .then(most -> Answer.sure(crossing.bytes() <= most.atMost()));
            if (raisable.is(true) && crossing.needs().isEmpty()) {
                deceiving.add(crossing);
            } else if (!raisable.is(false)) {
                needs.addAll(raisable.needs());
                needs.addAll(crossing.needs());
            }
        }
        return deceiving;
    }

    private Finding finding(Sizes sizes, Id setAt, List<Crossing> crossings) {
        Facts facts = sizes.facts();
        Crossing worst = crossings.stream().min(Comparator.comparing(each -> now(facts, each).sure())).orElseThrow();
        Capacity now = now(facts, worst);
        PortMtu mtu = sizes.number(worst.hop()).orElseThrow();
        boolean proven = crossings.stream()
                .anyMatch(each -> now(facts, each).passage(each.bytes()) == Capacity.Passage.FAILS);
        Finding finding = Finding.of(id(), proven ? Severity.ERROR : Severity.WARNING, setAt)
                .fact("port", Names.sentence(facts.name(setAt))).fact("number", mtu.value())
                .fact("passes", proven ? "passes" : "may pass no more than").fact("bytes", now.sure())
                .fact("less", mtu.value() - now.sure()).fact("counts", counts(mtu, worst.hop().tagged()))
                .fact("nic", sizes.sender(worst.a())).fact("sends", sizes.sends(worst.a()))
                .fact("jumbo", sizes.jumbo(worst.a())).fact("fix", sizes.raise(worst.hop(), worst.bytes()));
        for (Crossing each : crossings) {
            finding = finding.concerning("network", each.network()).concerning("hop", each.hop().port());
        }
        return sizes.sent(sizes.passed(sizes.sent(finding, worst.a()), worst.hop()), worst.b());
    }

    private static Capacity now(Facts facts, Crossing crossing) {
        return facts.topology().frames().hopIp(crossing.hop()).find().orElseThrow();
    }

    /// What the port's number holds beside the packet.
    private static String counts(PortMtu mtu, boolean tagged) {
        return switch (mtu.accounting()) {
            case FRAME_NOFCS -> "its number counts the header" + (tagged ? " and the tag" : "");
            case UNKNOWN -> "nobody documents whether its number counts header, checksum and tag";
            default -> "its number counts header" + (tagged ? ", checksum and tag" : " and checksum");
        };
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return Raising.on(facts, finding.concerns("network"));
    }
}
