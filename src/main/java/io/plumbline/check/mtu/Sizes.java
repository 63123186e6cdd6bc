package io.plumbline.check.mtu;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.model.Bytes;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.MtuScope;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Purpose;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Capacity;
import io.plumbline.topology.Crossing;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.FrameSizes;
import io.plumbline.topology.Hop;
import io.plumbline.topology.IpMtu;
import io.plumbline.topology.Names;
import io.plumbline.topology.NetworkTags;
import io.plumbline.topology.Path;
import io.plumbline.topology.PortMtu;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Frame sizes in words, and where they are set.
record Sizes(Facts facts) {

    /// What every Ethernet switch carries: nothing smaller than a jumbo frame is worth a question about its model.
    static final int PLAIN = 1500;

    private static final List<Integer> USUAL_JUMBO_PACKETS = List.of(9014, 4088, 1514);
    private static final int MOST_PATHS = 64;

    private FrameSizes frames() {
        return facts.topology().frames();
    }

    // Hops

    /// The number in force at a hop; of a LAG that of its smallest member.
    Optional<PortMtu> number(Hop hop) {
        return facts.topology().wiring().members(hop.port()).stream()
                .flatMap(port -> frames().portMtu(facts.topology().element(port, SwitchPort.class), hop.vlan()).find()
                        .stream())
                .min(Comparator
                        .comparing(mtu -> FrameSizes.capacity(mtu.accounting(), mtu.value(), hop.tagged()).sure()));
    }

    /// "9216 - 22": what is set, less what the frame around the packet takes.
    String configured(Hop hop, int passes) {
        return number(hop).map(mtu -> counted(mtu.value(), passes)).orElse("not set");
    }

    private static String counted(int number, int passes) {
        return number > passes ? number + " - " + (number - passes) : "its " + number + " counts IP alone";
    }

    /// The largest number that the model of a hop takes.
    Optional<Integer> most(Hop hop) {
        return model(hop).flatMap(model -> model.maxMtuBytes().find()).map(Bytes::value);
    }

    String mostCounted(Hop hop, int passes) {
        return most(hop).map(number -> counted(number, passes)).orElse("not set");
    }

    Optional<SwitchModel> model(Hop hop) {
        return facts.topology().switches().model(firstPort(hop));
    }

    private Id firstPort(Hop hop) {
        List<Id> members = facts.topology().wiring().members(hop.port());
        return members.isEmpty() ? hop.device() : members.getFirst();
    }

    /// The element whose setting decides at a hop: the port, its LAG, or the whole switch where there is one number.
    Id setAt(Hop hop) {
        MtuScope scope = model(hop).flatMap(model -> model.mtuScope().find()).orElse(MtuScope.PORT);
        return switch (scope) {
            case PORT -> number(hop).filter(mtu -> mtu.origin() == PortMtu.Origin.SYSTEM).map(PortMtu::setAt)
                    .orElse(hop.port());
            case SYSTEM, VLAN, CLASS -> hop.device();
        };
    }

    /// What to raise: "Set its MTU to 9216, the maximum of PowerConnect 8132."
    String raise(Hop hop, int needed) {
        Optional<SwitchModel> model = model(hop);
        MtuScope scope = model.flatMap(each -> each.mtuScope().find()).orElse(MtuScope.PORT);
        if (scope == MtuScope.VLAN) {
            return "Enable jumbo frames in VLAN " + hop.vlan() + " there.";
        }
        String to = model.flatMap(each -> each.maxMtuBytes().find()).map(most -> " to " + most + ", the maximum of "
                + facts.name(model.get().id())).orElse(" to at least " + (needed + FrameSizes.HEADER + 8));
        if (scope == MtuScope.CLASS) {
            return "Set the MTU of its traffic class" + to + ".";
        }
        if (!setAt(hop).equals(hop.port())) {
            return "Set its system MTU" + to + ".";
        }
        boolean bundled = facts.topology().find(hop.port(), Lag.class).isPresent();
        return "Set its MTU" + (bundled ? ", and that of every member," : "") + to + ".";
    }

    // Endpoints

    /// "NIC HV1/SLOT41": the adapter whose setting decides what an endpoint sends.
    String sender(Endpoint endpoint) {
        Id limit = frames().ipMtu(endpoint).find().map(IpMtu::limitedBy).orElse(endpoint.id());
        return switch (facts.topology().element(limit)) {
            case PhysicalNic nic -> "NIC " + facts.name(nic.id());
            case VirtualNic nic -> "virtual NIC " + facts.name(nic.id());
            case TeamInterface each -> "team interface " + facts.name(each.id());
            case Element other -> facts.name(other.id());
        };
    }

    int sends(Endpoint endpoint) {
        return frames().ipMtu(endpoint).find().map(IpMtu::bytes).orElse(0);
    }

    /// "9614 - 14", "JumboPacket 9600" for a driver that leaves the header out, "NlMtu 9000".
    String jumbo(Endpoint endpoint) {
        Optional<IpMtu> mtu = frames().ipMtu(endpoint).find();
        Optional<Integer> jumbo = mtu.flatMap(each -> switch (facts.topology().element(each.limitedBy())) {
            case PhysicalNic nic -> facts.topology().effective().jumboPacket(nic).find();
            case VirtualNic nic -> facts.topology().effective().jumboPacket(nic).find();
            default -> Optional.<Bytes>empty();
        }).map(Bytes::value);
        int sends = sends(endpoint);
        return jumbo.filter(number -> number - FrameSizes.HEADER == sends).map(number -> number + " - 14")
                .or(() -> jumbo.filter(number -> number == sends).map(number -> "JumboPacket " + number))
                .orElse("NlMtu " + sends);
    }

    /// The JumboPacket number that endpoints should have so that a packet of so many bytes is not exceeded.
    static int jumboPacket(int ipBytes) {
        return USUAL_JUMBO_PACKETS.stream().filter(usual -> usual - FrameSizes.HEADER <= ipBytes).findFirst()
                .orElse(ipBytes + FrameSizes.HEADER);
    }

    /// "Lower JumboPacket to 9014 on the four NICs of CSV1+LM2."
    String lower(Collection<ClusterNetwork> networks, int ipBytes) {
        int jumbo = jumboPacket(ipBytes);
        SortedSet<Id> larger = new TreeSet<>();
        for (ClusterNetwork network : networks) {
            facts.topology().endpoints().on(network).stream()
                    .filter(each -> sends(each) > jumbo - FrameSizes.HEADER).map(Endpoint::id).forEach(larger::add);
        }
        String names = Names.join(networks.stream().map(network -> facts.name(network.id())).toList());
        return "Lower JumboPacket to " + jumbo + " on " + (larger.size() == 1 ? facts.name(larger.first())
                : larger.size() == 2 ? "both NICs of " + names
                        : "the " + Names.number(larger.size()) + " NICs of " + names)
                + ".";
    }

    // Evidence

    /// The way between two endpoints that leads over a hop, from the host that is first by id.
    Optional<Path> path(Endpoint a, Endpoint b, Hop hop) {
        boolean turned = b.host().compareTo(a.host()) < 0;
        List<Path> paths = facts.topology().paths().between(turned ? b : a, turned ? a : b, MOST_PATHS)
                .orElse(List.of());
        return paths.stream().filter(path -> path.hops().contains(hop)).findFirst();
    }

    /// The path of elements and values, from NIC to NIC.
    Finding withPath(Finding finding, Path path) {
        Finding proven = sent(finding, path.a());
        for (Hop hop : path.hops()) {
            proven = passed(proven, hop);
        }
        return sent(proven, path.b());
    }

    Finding sent(Finding finding, Endpoint endpoint) {
        Id limit = frames().ipMtu(endpoint).find().map(IpMtu::limitedBy).orElse(endpoint.id());
        return finding.proof(limit, "sends", sends(endpoint) + " bytes of IP (" + jumbo(endpoint) + ")");
    }

    Finding passed(Finding finding, Hop hop) {
        Answer<Capacity> now = frames().hopIp(hop);
        return now.find().map(capacity -> finding.proof(hop.port(), "passes",
                capacity.atMost() == Integer.MAX_VALUE ? "any switched frame"
                        : capacity.sure() + " bytes of IP (" + configured(hop, capacity.sure()) + ")"))
                .orElse(finding);
    }

    /// Whether packets of a size may stop at a hop: an ordinary packet passes wherever an ordinary number is set.
    boolean mayFail(Crossing crossing) {
        if (frames().hopIp(crossing.hop()).surely(now -> crossing.bytes() <= now.sure())) {
            return false;
        }
        return crossing.bytes() > PLAIN
                || number(crossing.hop()).filter(mtu -> mtu.value() < PLAIN).isPresent();
    }

    Answer<Boolean> carries(ClusterNetwork network, Set<Purpose> purposes) {
        return new NetworkTags(facts.topology()).carries(network, purposes);
    }

    /// Whether two hosts may send more than plain frames on a network, so that unknown ways are worth a question.
    boolean jumboOn(ClusterNetwork network) {
        return facts.topology().endpoints().on(network).stream()
                .filter(endpoint -> !frames().ipMtu(endpoint).surely(mtu -> mtu.bytes() <= PLAIN))
                .map(Endpoint::host).distinct().limit(2).count() == 2;
    }
}
