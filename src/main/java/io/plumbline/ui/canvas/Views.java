package io.plumbline.ui.canvas;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Viewport;

/// How the view changes when people zoom and look for something.
final class Views {
    private static final double STEP = 1.1;
    private static final double MARGIN = 24;

    private Views() {}

    /// Zoomed by some steps, the point under the pointer staying where it is.
    ///
    /// @param whole the extent of the drawing: it may always be seen as a whole
    static Viewport zoomedBy(Viewport view, double steps, double screenX, double screenY, Bounds whole) {
        return zoomedTo(view, view.zoom() * Math.pow(STEP, steps), screenX, screenY, whole);
    }

    static Viewport zoomedTo(Viewport view, double factor, double screenX, double screenY, Bounds whole) {
        double least = Viewport.leastZoom(whole, view.width(), view.height());
        return view.zoomed(Math.clamp(factor, least, Viewport.MOST_ZOOM), screenX, screenY);
    }

    static Viewport fitting(Viewport view, Bounds bounds) {
        return Viewport.fitting(bounds, view.width(), view.height(), MARGIN);
    }

    /// The whole drawing; where there is room above, it moves up from under what lies over the lower right corner.
    ///
    /// @param overWidth  how much of the view is covered from the right
    /// @param overHeight how much of it from below
    static Viewport fittingAll(Viewport view, Bounds all, double overWidth, double overHeight) {
        Viewport fitted = fitting(view, all);
        Bounds seen = toScreen(fitted, all);
        double under = seen.bottom() - (fitted.height() - overHeight);
        double free = seen.y() - MARGIN;
        return seen.right() > fitted.width() - overWidth && under > 0 && free > 0
                ? fitted.panned(0, -Math.min(under, free)) : fitted;
    }

    /// The box around all that a view shows that fits a picture in: without cables, where none would be seen.
    static Bounds whole(Picture picture, Viewport view) {
        return isFar(picture, view) ? picture.boundsFromAfar() : picture.bounds();
    }

    /// Whether a picture is so large that no cable is seen where a view shows all of it.
    static boolean isFar(Picture picture, Viewport view) {
        return fitting(view, picture.boundsFromAfar()).zoom() < CanvasPainter.LEAST_CABLES;
    }

    /// Moved just so far that `bounds` is seen, and not at all when it is.
    static Viewport showing(Viewport view, Bounds bounds) {
        return view.area().grownBy(-MARGIN / view.zoom()).contains(bounds) ? view : view.centredOn(bounds.centre());
    }

    static Bounds toScreen(Viewport view, Bounds bounds) {
        Point corner = view.toScreen(new Point(bounds.x(), bounds.y()));
        return new Bounds(corner.x(), corner.y(), bounds.width() * view.zoom(), bounds.height() * view.zoom());
    }
}
