package io.plumbline.topology;

/// How many bytes of IP a switch port lets through.
///
/// @param sure   what passes in any case
/// @param atMost what may pass; larger than `sure` only where it is not documented what the switch's number counts
public record Capacity(int sure, int atMost) {

    /// Where no limit is enforced.
    static final int UNLIMITED = Integer.MAX_VALUE;

    /// What becomes of a packet of some size.
    public enum Passage {
        PASSES,
        /// Depends on what the number counts; only the warning of MTU007 may rest on this.
        MARGINAL,
        FAILS
    }

    static Capacity of(int ipBytes) {
        return new Capacity(Math.max(0, ipBytes), Math.max(0, ipBytes));
    }

    public boolean isMarginal() {
        return sure < atMost;
    }

    public Passage passage(int ipBytes) {
        return ipBytes <= sure ? Passage.PASSES : ipBytes <= atMost ? Passage.MARGINAL : Passage.FAILS;
    }

    Capacity lower(Capacity other) {
        return new Capacity(Math.min(sure, other.sure), Math.min(atMost, other.atMost));
    }
}
