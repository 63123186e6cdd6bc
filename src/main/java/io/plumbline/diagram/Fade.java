package io.plumbline.diagram;

/// Why something is not fully opaque. High contrast has no opacity between none and full: what only tints is left out.
public enum Fade {
    SOLID(1, 1, 1),
    NONE(0, 0, 0),
    /// The band of a network under its cable.
    LANE(0.17, 0.22, 1),
    /// The same band where the casing of the cable has cut it.
    LANE_CORE(0.17, 0.22, 0),
    /// The disc around a badge.
    HALO(0.18, 0.26, 0),
    /// An element that has nothing to say in the chosen lens.
    DIM(0.34, 0.32, 1),
    /// The soft ring around a selected element.
    RING(0.20, 0.20, 0),
    HOVER(0.65, 0.65, 1),
    /// The fill of an element that would accept the dragged cable.
    TARGET(0.10, 0.10, 0),
    /// An element that would refuse it.
    REFUSED(0.50, 0.50, 1),
    /// The ground of an NLB cluster and of its members.
    MEMBERSHIP(0.07, 0.07, 0),
    /// The opening of a jack.
    SLOT(0.75, 0.75, 1),
    /// The light around a cable that a lens or the pointer brings out.
    GLOW(0.20, 0.20, 0);

    private final double light;
    private final double dark;
    private final double contrast;

    Fade(double light, double dark, double contrast) {
        this.light = light;
        this.dark = dark;
        this.contrast = contrast;
    }

    double opacity(Theme theme) {
        return switch (theme) {
            case LIGHT -> light;
            case DARK -> dark;
            case CONTRAST_BLACK, CONTRAST_WHITE -> contrast;
        };
    }
}
