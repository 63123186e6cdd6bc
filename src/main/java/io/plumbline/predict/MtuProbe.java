package io.plumbline.predict;

import io.plumbline.model.Id;
import io.plumbline.model.JumboSemantics;
import io.plumbline.model.NicModel;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VirtualNic;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Capacity;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.FrameSizes;
import io.plumbline.topology.Hop;
import io.plumbline.topology.IpMtu;
import io.plumbline.topology.Names;
import io.plumbline.topology.Path;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Sends a `ping -f -l` of any size through a drawing.
///
/// Each device counts its MTU in its own way; here everything is bytes of IP. Which event a failure writes is an
/// association that the field report makes, not a law: a NIC beyond what a switch can ever carry goes with 0x80072746, a
/// switch that is only set too small with 0x8007274C.
public final class MtuProbe {

    static final String LOCAL = "'Packet needs to be fragmented but DF set.'";
    static final String SILENT = "'Request timed out.'";
    private static final String RESET = "21502 + 0x80072746; 20413, 22038, 21018, 22040, 21024";
    private static final String TIMED_OUT = "21502 + 0x8007274C";
    private static final int MOST_PATHS = 64;

    private final Topology topology;
    private final Names names;

    private MtuProbe(Topology topology) {
        this.topology = topology;
        this.names = Names.of(topology.design());
    }

    /// The forecast for every way between two endpoints: those taken while all is well first, then those that are taken
    /// after a failure. Empty where nothing joins them.
    public static Answer<List<MtuForecast>> probe(Topology topology, Endpoint from, Endpoint to) {
        MtuProbe probe = new MtuProbe(topology);
        return topology.paths().between(from, to, MOST_PATHS)
                .then(paths -> Answer.all(paths.stream().map(probe::forecast).toList()));
    }

    /// The forecast that counts while all is well: the way that lets least through.
    public static Answer<Optional<MtuForecast>> tightest(Topology topology, Endpoint from, Endpoint to) {
        return probe(topology, from, to).map(all -> all.stream().filter(each -> !each.path().failover())
                .min(Comparator.comparing(MtuForecast::largestPayload)));
    }

    private Answer<MtuForecast> forecast(Path path) {
        return sender(path.a()).then(from -> sender(path.b()).then(to -> Answer
                .all(path.hops().stream().map(this::stop).toList())
                .then(hops -> beyondHardware(path, Math.min(from.ipBytes(), to.ipBytes()))
                        .map(beyond -> forecast(path, from, hops, to, beyond)))));
    }

    private static MtuForecast forecast(Path path, Stop from, List<Stop> hops, Stop to, boolean beyondHardware) {
        Optional<Stop> tightest = hops.stream().min(Comparator.comparing(Stop::ipBytes));
        int middle = tightest.map(Stop::ipBytes).orElse(Integer.MAX_VALUE);
        MtuForecast.Limit limit = from.ipBytes() <= Math.min(middle, to.ipBytes()) ? MtuForecast.Limit.SENDER
                : middle <= to.ipBytes() ? MtuForecast.Limit.HOP : MtuForecast.Limit.RECEIVER;
        Stop limiter = switch (limit) {
            case SENDER -> from;
            case HOP -> tightest.orElseThrow();
            case RECEIVER -> to;
        };
        String reply = switch (limit) {
            case SENDER -> "local on A: " + LOCAL;
            case HOP -> SILENT + " (dropped silently in the fabric)";
            case RECEIVER -> "from A: " + SILENT + "; from B: local DF message";
        };
        boolean stalls = middle < Math.min(from.ipBytes(), to.ipBytes());
        String outcome = stalls ? "bulk data stalls, migration fails"
                : from.ipBytes() == to.ipBytes() ? "works"
                        : "works over TCP (MSS = smaller end); DF ping and RDMA disagree";
        return new MtuForecast(path, from, hops, to, limiter, limit, reply, outcome,
                !stalls ? "none expected" : beyondHardware ? RESET : TIMED_OUT,
                stalls ? otherCauses(beyondHardware) : Collections.emptyNavigableMap());
    }

    /// Other causes of the codes, so that nobody stops at the first guess.
    private static SequencedMap<String, String> otherCauses(boolean beyondHardware) {
        SequencedMap<String, String> causes = new LinkedHashMap<>();
        if (beyondHardware) {
            causes.put("0x80072746",
                    "Socket error 10054, connection reset. The old advice about TCP Chimney dates from "
                            + "Windows Server 2003 and 2008 and leads astray.");
        } else {
            causes.put("0x8007274C",
                    "Socket error 10060, timed out. A known fault of shared-nothing migration shows the "
                            + "same text; so do a wrong VLAN, a firewall and a network that cannot be reached.");
        }
        return causes;
    }

    /// Whether a switch on the way could not carry the packet whatever it is set to. Not known counts as no: the code for
    /// a wrong setting is the weaker claim.
    private Answer<Boolean> beyondHardware(Path path, int ipBytes) {
        return Answer.sure(path.hops().stream().map(topology.frames()::hopIpMax)
                .anyMatch(most -> most.surely(capacity -> capacity.atMost() < ipBytes)));
    }

    private Answer<Stop> sender(Endpoint endpoint) {
        return topology.frames().ipMtu(endpoint).map(mtu -> new Stop(mtu.limitedBy(), names.of(mtu.limitedBy()),
                mtu.bytes(), mtu.bytes(), arithmetic(mtu)));
    }

    /// "9014 - 14", or the number alone where it counts IP already.
    private String arithmetic(IpMtu mtu) {
        Optional<Integer> jumbo = switch (topology.element(mtu.limitedBy())) {
            case PhysicalNic nic when !countsPayload(nic) ->
                    topology.effective().jumboPacket(nic).find().map(each -> each.value());
            case VirtualNic nic -> topology.effective().jumboPacket(nic).find().map(each -> each.value());
            default -> Optional.empty();
        };
        return jumbo.filter(each -> each - FrameSizes.HEADER == mtu.bytes())
                .map(each -> each + " - " + FrameSizes.HEADER)
                .orElse(Integer.toString(mtu.bytes()));
    }

    private boolean countsPayload(PhysicalNic nic) {
        return topology.effective().model(nic).map(NicModel::jumboSemantics).filter(JumboSemantics.PAYLOAD::equals)
                .isPresent();
    }

    private Answer<Stop> stop(Hop hop) {
        return topology.frames().hopIp(hop).map(capacity -> new Stop(hop.port(), names.of(hop.port()), capacity.sure(),
                capacity.atMost(), arithmetic(hop, capacity)));
    }

    private String arithmetic(Hop hop, Capacity capacity) {
        List<Integer> numbers = new ArrayList<>();
        for (Id member : topology.wiring().members(hop.port())) {
            topology.frames().portMtu(topology.element(member, SwitchPort.class), hop.vlan()).find()
                    .ifPresent(mtu -> numbers.add(mtu.value()));
        }
        int number = numbers.stream().min(Comparator.naturalOrder()).orElse(capacity.sure());
        return number > capacity.sure() ? number + " - " + (number - capacity.sure()) : Integer.toString(number);
    }
}
