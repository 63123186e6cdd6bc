package io.plumbline.diagram;

/// How much of the drawing is worth drawing at a zoom.
public enum Level {
    /// A card per host, a bar per switch, one line per bundle.
    OVERVIEW(0, 0.35),
    /// Names and outlines: bars without text, ports without numbers.
    COMPACT(0.35, 0.75),
    /// Everything.
    FULL(0.75, Double.POSITIVE_INFINITY);

    /// The smallest zoom at which everything is drawn.
    static final double FULL_FROM = 0.75;

    /// From this zoom on names and facts that have a box of their own are read in full; below they may be shortened.
    static final double READ_FROM = 0.85;

    private static final double HYSTERESIS = 0.05;

    private final double from;
    private final double to;

    Level(double from, double to) {
        this.from = from;
        this.to = to;
    }

    public static Level at(double zoom) {
        return zoom >= FULL.from ? FULL : zoom >= COMPACT.from ? COMPACT : OVERVIEW;
    }

    /// The level for a zoom while this one is on show: it stays a little beyond its limits, so that zooming back and
    /// forth over a limit does not flicker.
    public Level then(double zoom) {
        return zoom >= from - HYSTERESIS && zoom < to + HYSTERESIS ? this : at(zoom);
    }
}
