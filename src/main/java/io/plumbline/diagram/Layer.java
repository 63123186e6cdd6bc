package io.plumbline.diagram;

/// What lies above what, from the bottom to the top. The first eight are the base picture, the others the overlay, which
/// alone is drawn again while something moves.
public enum Layer {
    GRID, FRAME, LANE, CABLE, LAG, NODE, OUTLINE, PILL, GUIDE, MOVING, HOVER, SELECTION, BADGE, GESTURE;

    public boolean isBase() {
        return compareTo(PILL) <= 0;
    }
}
