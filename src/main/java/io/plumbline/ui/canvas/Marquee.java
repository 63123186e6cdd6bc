package io.plumbline.ui.canvas;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Dash;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.MouseEvent;

/// Selects what lies in an area: from left to right what it encloses, from right to left what it touches.
final class Marquee implements Gesture {
    private final Supplier<Picture> picture;
    private final Point from;
    private final Collection<Id> before;
    private final Consumer<List<Id>> select;
    private Point to;

    /// @param before what stays selected beside what the area selects
    Marquee(Supplier<Picture> picture, Point from, Collection<Id> before, Consumer<List<Id>> select) {
        this.picture = picture;
        this.from = from;
        this.to = from;
        this.before = before;
        this.select = select;
    }

    @Override
    public Next pressed(Point at, MouseEvent event) {
        return Next.ON;
    }

    @Override
    public Next moved(Point at, MouseEvent event) {
        to = at;
        return Next.ON;
    }

    @Override
    public Next released(Point at, MouseEvent event) {
        to = at;
        var ids = new LinkedHashSet<>(before);
        ids.addAll(selected(picture.get(), from, to));
        select.accept(new ArrayList<>(ids));
        return Next.OVER;
    }

    @Override
    public void draw(Overlay overlay) {
        selected(picture.get(), from, to).stream().limit(500).forEach(overlay::hover);
        overlay.marquee(Bounds.between(from, to), isTouching() ? Dash.TARGET : Dash.SOLID);
    }

    @Override
    public String hint() {
        return isTouching() ? "Selects what the frame touches. From left to right: what it encloses."
                : "Selects what the frame encloses. From right to left: what it touches.";
    }

    private boolean isTouching() {
        return to.x() < from.x();
    }

    static Set<Id> selected(Picture picture, Point from, Point to) {
        Bounds area = Bounds.between(from, to);
        return to.x() < from.x() ? picture.touching(area) : picture.enclosedBy(area);
    }
}
