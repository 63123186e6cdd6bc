package io.plumbline.predict;

import io.plumbline.topology.Endpoint;
import io.plumbline.topology.FrameSizes;
import io.plumbline.topology.Path;
import java.util.List;
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
/// @param event    event id and code that the field report associates, or "none expected"
/// @param otherCauses further causes of the same code, by code
public record MtuForecast(Path path, Stop from, List<Stop> hops, Stop to, Stop limiter, Limit limit, String reply,
        String outcome, String event, SequencedMap<String, String> otherCauses) {

    /// Who limits.
    public enum Limit {
        SENDER, HOP, RECEIVER
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
        return limiter.ipBytes() < limiter.atMost();
    }

    /// Whether bulk data stalls: a hop is smaller than what both ends agree on.
    public boolean stalls() {
        return hops.stream().anyMatch(hop -> hop.ipBytes() < Math.min(from.ipBytes(), to.ipBytes()));
    }

    /// What the administrator sees for a ping of this payload.
    public String answerTo(int payload) {
        return payload <= largestPayload() ? "Reply: " + payload + " bytes arrive." : reply;
    }
}
