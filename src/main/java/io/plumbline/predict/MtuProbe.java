package io.plumbline.predict;

import io.plumbline.model.Bytes;
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
import io.plumbline.topology.Names;
import io.plumbline.topology.Path;
import io.plumbline.topology.PortMtu;
import io.plumbline.topology.Topology;
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

    private static final String RESET = "21502 + 0x80072746; 20413, 22038, 21018, 22040, 21024";
    private static final String TIMED_OUT = "21502 + 0x8007274C";
    private static final int MOST_PATHS = 64;

    private final Topology topology;
    private final Names names;

    private MtuProbe(Topology topology) {
        this.topology = topology;
        this.names = Names.of(topology);
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
        return end(path.a()).then(from -> end(path.b()).then(to -> Answer
                .all(path.hops().stream().map(this::stop).toList())
                .map(hops -> forecast(path, from, hops, to))));
    }

    private MtuForecast forecast(Path path, Stop from, List<Stop> hops, Stop to) {
        Optional<Stop> tightest = hops.stream().min(Comparator.comparing(Stop::ipBytes));
        int middle = tightest.map(Stop::ipBytes).orElse(Integer.MAX_VALUE);
        MtuForecast.Limit limit = from.ipBytes() <= Math.min(middle, to.ipBytes()) ? MtuForecast.Limit.SENDER
                : middle <= to.ipBytes() ? MtuForecast.Limit.HOP : MtuForecast.Limit.RECEIVER;
        Stop limiter = switch (limit) {
            case SENDER -> from;
            case HOP -> tightest.orElseThrow();
            case RECEIVER -> to;
        };
        String reply = Texts.of(switch (limit) {
            case SENDER -> "mtu.shows.local";
            case HOP -> "mtu.shows.hop";
            case RECEIVER -> "mtu.shows.far";
        });
        int smaller = Math.min(from.ipBytes(), to.ipBytes());
        boolean stalls = tightest.filter(stop -> stop.atMost() < smaller).isPresent();
        boolean open = !stalls && middle < smaller;
        MtuForecast.Cause cause = middle < smaller
                ? cause(path.hops().get(hops.indexOf(tightest.orElseThrow())), tightest.orElseThrow(), from, smaller)
                : from.ipBytes() != to.ipBytes() ? MtuForecast.Cause.ENDS_DIFFER : MtuForecast.Cause.NOTHING;
        boolean reset = cause == MtuForecast.Cause.BEYOND_THE_SWITCH;
        String outcome = Texts.of(stalls ? "mtu.outcome.stalls"
                : open ? "mtu.outcome.open"
                        : from.ipBytes() == to.ipBytes() ? "mtu.outcome.works" : "mtu.outcome.smaller");
        return new MtuForecast(path, from, hops, to, limiter, limit, reply, outcome, cause,
                !stalls && !open ? Texts.of("mtu.event.none") : reset ? RESET : TIMED_OUT,
                stalls || open ? otherCauses(reset) : Collections.emptyNavigableMap());
    }

    /// Why a hop is smaller than both ends. Where nobody knows what the switch could carry, its setting is to blame: that
    /// is the weaker claim. A number that looks large enough is a matter of counting.
    private MtuForecast.Cause cause(Hop hop, Stop stop, Stop from, int smaller) {
        boolean beyond = topology.frames().hopIpMax(hop).surely(most -> most.atMost() < smaller);
        if (beyond) {
            return MtuForecast.Cause.BEYOND_THE_SWITCH;
        }
        if (stop.number() >= from.ipBytes()) {
            return MtuForecast.Cause.COUNTING;
        }
        return hop.place() == Hop.Place.EDGE ? MtuForecast.Cause.EDGE : MtuForecast.Cause.LINK;
    }

    /// Other causes of the codes, so that nobody stops at the first guess.
    private static SequencedMap<String, String> otherCauses(boolean reset) {
        String code = reset ? "0x80072746" : "0x8007274C";
        SequencedMap<String, String> causes = new LinkedHashMap<>();
        causes.put(code, MigrationEvents.code(code).orElseThrow().otherCauses());
        return causes;
    }

    private Answer<Stop> end(Endpoint endpoint) {
        return topology.frames().ipMtu(endpoint).map(mtu -> {
            int overhead = jumboPacket(mtu.limitedBy()).filter(jumbo -> jumbo - FrameSizes.HEADER == mtu.bytes())
                    .map(_ -> FrameSizes.HEADER).orElse(0);
            return new Stop(mtu.limitedBy(), names.of(mtu.limitedBy()), mtu.bytes() + overhead, overhead, mtu.bytes());
        });
    }

    /// The JumboPacket number of an adapter; what is set elsewhere (NlMtuBytes, a driver that counts IP) has no header in
    /// it.
    private Optional<Integer> jumboPacket(Id adapter) {
        return switch (topology.element(adapter)) {
            case PhysicalNic nic when !countsPayload(nic) -> topology.effective().jumboPacket(nic).find()
                    .map(Bytes::value);
            case VirtualNic nic -> topology.effective().jumboPacket(nic).find().map(Bytes::value);
            default -> Optional.empty();
        };
    }

    private boolean countsPayload(PhysicalNic nic) {
        return topology.effective().model(nic).map(NicModel::jumboSemantics).filter(JumboSemantics.PAYLOAD::equals)
                .isPresent();
    }

    private Answer<Stop> stop(Hop hop) {
        return topology.frames().hopIp(hop).map(capacity -> {
            int number = number(hop, capacity);
            return new Stop(hop.port(), names.of(hop.port()), number, number - capacity.sure(), capacity.atMost());
        });
    }

    /// The number set at a hop; of a LAG that of the member that lets least through.
    private int number(Hop hop, Capacity capacity) {
        return topology.wiring().members(hop.port()).stream()
                .flatMap(member -> topology.frames()
                        .portMtu(topology.element(member, SwitchPort.class), hop.vlan()).find().stream())
                .filter(mtu -> FrameSizes.capacity(mtu.accounting(), mtu.value(), hop.tagged()).sure()
                        == capacity.sure())
                .map(PortMtu::value).findFirst().orElse(capacity.sure());
    }
}
