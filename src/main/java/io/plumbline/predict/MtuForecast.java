package io.plumbline.predict;

import io.plumbline.topology.Endpoint;
import io.plumbline.topology.FrameSizes;
import io.plumbline.topology.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What `ping -f -l` from one endpoint to another shows, and what it means for a live migration.
///
/// @param path     the way the packets take
/// @param from     what the sending endpoint can send
/// @param hops     what each port on the way lets through, in order
/// @param to       what the receiving endpoint takes
/// @param limiter  the stop that decides
/// @param reply    what the administrator sees above the limit
/// @param outcome  what a live migration over TCP does
/// @param cause    what is wrong, if anything
/// @param event    event id and code that the field report associates, or "none expected"
/// @param otherCauses further causes of the same code, by code
public record MtuForecast(Path path, Stop from, List<Stop> hops, Stop to, Stop limiter, Limit limit, String reply,
        String outcome, Cause cause, String event, SequencedMap<String, String> otherCauses) {

    /// Who limits.
    public enum Limit {
        SENDER, HOP, RECEIVER
    }

    /// What is wrong on the way, by the rule that says it.
    public enum Cause {
        NOTHING("none"),
        /// A port's model cannot carry what both ends send.
        BEYOND_THE_SWITCH("MTU001"),
        /// A port to a host is set too small.
        EDGE("MTU002"),
        /// A link between switches is set too small.
        LINK("MTU003"),
        /// The two ends differ; every hop carries the smaller.
        ENDS_DIFFER("MTU004"),
        /// A port's number looks large enough and is counted differently.
        COUNTING("MTU007");

        private final String rule;

        Cause(String rule) {
            this.rule = rule;
        }

        public String rule() {
            return rule;
        }
    }

    public MtuForecast {
        hops = List.copyOf(hops);
    }

    public Endpoint source() {
        return path.a();
    }

    public Endpoint target() {
        return path.b();
    }

    /// The largest `-l` that is answered: the smallest stop less 20 bytes of IPv4 and 8 of ICMP header.
    public int largestPayload() {
        return FrameSizes.pingMax(limiter.ipBytes());
    }

    public int firstFailingPayload() {
        return largestPayload() + 1;
    }

    /// Whether the answer between `largestPayload` and more depends on an undocumented way of counting.
    public boolean isMarginal() {
        return limiter.isMarginal();
    }

    /// Whether bulk data stalls: a hop is surely smaller than what both ends agree on.
    public boolean stalls() {
        return hops.stream().anyMatch(hop -> hop.atMost() < Math.min(from.ipBytes(), to.ipBytes()));
    }

    /// One ping of this payload, place by place.
    public Shot shoot(int payload) {
        int ipBytes = payload + FrameSizes.PING;
        List<Shot.Leg> legs = new ArrayList<>();
        Optional<Stop> dropped = Optional.empty();
        List<Stop> all = new ArrayList<>(List.of(from));
        all.addAll(hops);
        all.add(to);
        for (Stop stop : all) {
            Shot.Fate fate = dropped.isPresent() ? Shot.Fate.NEVER_REACHED
                    : ipBytes <= stop.ipBytes() ? Shot.Fate.PASSES
                            : ipBytes <= stop.atMost() ? Shot.Fate.MAY_PASS : Shot.Fate.DROPPED;
            legs.add(new Shot.Leg(stop, stop.counted(ipBytes), fate));
            if (fate == Shot.Fate.DROPPED) {
                dropped = Optional.of(stop);
            }
        }
        return new Shot(payload, ipBytes, legs, dropped, answerTo(payload));
    }

    /// What the administrator sees for a ping of this payload.
    public String answerTo(int payload) {
        if (payload <= largestPayload()) {
            return Texts.of("mtu.reply", "payload", payload);
        }
        int ipBytes = payload + FrameSizes.PING;
        if (ipBytes > from.ipBytes()) {
            return Texts.of("mtu.shows.local");
        }
        return hops.stream().anyMatch(hop -> ipBytes > hop.ipBytes()) ? Texts.of("mtu.shows.hop")
                : Texts.of("mtu.shows.far");
    }
}
