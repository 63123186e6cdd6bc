package io.plumbline.predict;

import io.plumbline.model.Id;

/// A place on the way of a packet that lets no more than so many bytes of IP through.
///
/// @param element  the NIC, port or LAG
/// @param name     its name in a sentence
/// @param number   the number that is set there, as the device counts
/// @param overhead what the device counts beside the IP packet: 14 for Windows, 18 or 22 where frames are counted
/// @param atMost   bytes of IP that may pass; more than [#ipBytes] only where the switch's counting is not documented
public record Stop(Id element, String name, int number, int overhead, int atMost) {

    /// Bytes of IP that pass in any case.
    public int ipBytes() {
        return Math.max(0, number - overhead);
    }

    /// A packet of this size as the device counts it.
    public int counted(int ipBytes) {
        return ipBytes + overhead;
    }

    /// Whether the device's way of counting is not documented.
    public boolean isMarginal() {
        return ipBytes() < atMost;
    }

    /// How the bytes of IP follow from what is set: "9216 - 22".
    public String arithmetic() {
        return overhead == 0 ? Integer.toString(number) : number + " - " + overhead;
    }
}
