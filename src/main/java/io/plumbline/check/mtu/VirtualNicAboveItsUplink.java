package io.plumbline.check.mtu;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.VirtualSwitchType;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.FrameSizes;
import io.plumbline.topology.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A virtual NIC builds packets that the physical NIC below its virtual switch does not send.
public record VirtualNicAboveItsUplink() implements Rule {

    @Override
    public String id() {
        return "MTU006";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(VirtualNic.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, VirtualNic nic) {
        Answer<Optional<VirtualSwitch>> on = facts.topology().uplinks().virtualSwitch(nic);
        Answer<Integer> asks = facts.topology().frames().ownIpMtu(nic);
        if (on.surely(Optional::isEmpty)) {
            return Stream.empty();
        }
        VirtualSwitch virtualSwitch = on.orElse(Optional.empty()).orElse(null);
        if (virtualSwitch == null || !asks.isSure()) {
            return mayBeJumbo(asks) ? facts.cannotTell(id(), nic.id(), on.needs()) : Stream.empty();
        }
        Answer<List<PhysicalNic>> below = facts.topology().uplinks().nics(virtualSwitch);
        PhysicalNic smallest = null;
        int least = asks.orElse(0);
        SortedSet<Missing> needs = new TreeSet<>(below.needs());
        for (PhysicalNic each : below.orElse(List.of())) {
            Answer<Integer> sends = facts.topology().frames().ownIpMtu(each);
            needs.addAll(sends.needs());
            if (sends.orElse(Integer.MAX_VALUE) < least) {
                smallest = each;
                least = sends.orElse(0);
            }
        }
        if (smallest == null && (needs.isEmpty() || !mayBeJumbo(asks))) {
            return Stream.empty();
        }
        Answer<VirtualSwitchType> type = facts.topology().effective().type(virtualSwitch);
        if (type.surely(is -> is != VirtualSwitchType.EXTERNAL)) {
            return Stream.empty();
        }
        needs.addAll(type.needs());
        return smallest == null || !type.isSure() ? facts.cannotTell(id(), nic.id(), needs)
                : Stream.of(finding(facts, nic, virtualSwitch, smallest));
    }

    /// An ordinary packet is no question to ask about.
    private static boolean mayBeJumbo(Answer<Integer> asks) {
        return !asks.surely(bytes -> bytes <= Sizes.PLAIN);
    }

    private Finding finding(Facts facts, VirtualNic nic, VirtualSwitch on, PhysicalNic smallest) {
        FrameSizes frames = facts.topology().frames();
        int asks = frames.ownIpMtu(nic).orElse(0);
        int sends = frames.ownIpMtu(smallest).orElse(0);
        String asked = from(asks, facts.topology().effective().jumboPacket(nic).orElse(null));
        String sent = from(sends, facts.topology().effective().jumboPacket(smallest).orElse(null));
        Finding finding = Finding.of(id(), Severity.ERROR, nic.id()).fact("virtual", facts.name(nic.id()))
                .fact("asks", asks).fact("asked", asked).fact("nic", facts.name(smallest.id())).fact("sends", sends)
                .fact("sent", sent).fact("raised", frames.jumboPacket(smallest, asks))
                .fact("lowered", sends + FrameSizes.HEADER)
                .proof(nic.id(), "sends", asks + " bytes of IP (" + asked + ")")
                .proof(on.id(), "uplink", facts.name(smallest.id()))
                .proof(smallest.id(), "sends", sends + " bytes of IP (" + sent + ")");
        return facts.topology().endpoints().find(nic.id()).isPresent() ? finding.concerning("endpoint", nic.id())
                : finding;
    }

    /// "9014 - 14", or how else the size comes about.
    private static String from(int bytes, Object jumboPacket) {
        String number = String.valueOf(jumboPacket);
        return number.equals(Integer.toString(bytes + FrameSizes.HEADER)) ? number + " - " + FrameSizes.HEADER
                : number.equals(Integer.toString(bytes)) ? "JumboPacket " + number : "NlMtu " + bytes;
    }

    /// Up with the NICs where the ways of the network pass it; down with the virtual NIC in any case.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        VirtualNic nic = facts.topology().element(finding.primary(), VirtualNic.class);
        VirtualSwitch on =
                facts.topology().uplinks().virtualSwitch(nic).orElse(Optional.empty()).orElse(null);
        List<PhysicalNic> below = on == null ? List.of() : facts.topology().uplinks().nics(on).orElse(List.of());
        int asks = facts.topology().frames().ownIpMtu(nic).orElse(0);
        int sends = below.stream().flatMap(each -> facts.topology().frames().ownIpMtu(each).find().stream())
                .min(Integer::compare).orElse(0);
        List<Remedy> remedies = new ArrayList<>();
        if (facts.topology().endpoints().find(nic.id()).map(each -> passes(facts, each, asks))
                .orElse(!below.isEmpty())) {
            List<PhysicalNic> small = below.stream()
                    .filter(each -> facts.topology().frames().ownIpMtu(each).surely(own -> own < asks)).toList();
            List<Id> ids = small.stream().map(PhysicalNic::id).toList();
            String label = "Set JumboPacket " + (asks + FrameSizes.HEADER) + " on " + facts.names().list(ids);
            new Resizing(facts).nics(small, asks).edit(label).map(edit -> Remedy.of(label, edit))
                    .ifPresent(remedies::add);
        }
        String label = "Set JumboPacket " + (sends + FrameSizes.HEADER) + " on " + facts.name(nic.id());
        new Resizing(facts).virtual(nic, sends).edit(label).map(edit -> Remedy.of(label, edit))
                .ifPresent(remedies::add);
        return remedies;
    }

    private static boolean passes(Facts facts, Endpoint endpoint, int bytes) {
        Optional<ClusterNetwork> network =
                facts.topology().endpoints().network(endpoint).orElse(Optional.empty());
        return network.filter(each -> Resizing.fits(facts, each, bytes)).isPresent();
    }
}
