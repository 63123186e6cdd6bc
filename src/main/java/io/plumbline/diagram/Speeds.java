package io.plumbline.diagram;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Link speeds as the drawing writes them, and how thick that makes a cable.
final class Speeds {
    private static final int GIGA = 1000;

    private Speeds() {}

    /// `10G`, `2.5G`, `100M`.
    static String shortly(int mbps) {
        return mbps < GIGA ? Words.of("speed.mega", Integer.toString(mbps)) : Words.of("speed", giga(mbps));
    }

    /// What a bundle carries in all: `20 Gb/s`.
    static String sum(long mbps) {
        return mbps < GIGA ? Words.of("speed.sum.mega", Long.toString(mbps)) : Words.of("speed.sum", giga(mbps));
    }

    static double cableWidth(int mbps) {
        return mbps < 5 * GIGA ? 1.5 : mbps < 25 * GIGA ? 2 : mbps < 40 * GIGA ? 2.5 : mbps < 100 * GIGA ? 3 : 3.5;
    }

    private static String giga(long mbps) {
        return BigDecimal.valueOf(mbps).divide(BigDecimal.valueOf(GIGA), 1, RoundingMode.HALF_UP).stripTrailingZeros()
                .toPlainString();
    }
}
