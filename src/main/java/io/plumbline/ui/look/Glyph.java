package io.plumbline.ui.look;

import io.plumbline.diagram.Icon;
import io.plumbline.diagram.Ink;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Shape;
import io.plumbline.diagram.Sign;
import io.plumbline.diagram.Stroke;
import io.plumbline.diagram.Token;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/// The small drawings of buttons, lists and labels, from the same shapes as on the canvas. Their colours are looked up
/// by the style sheet, so they follow the theme and, as `-pl-icon`, the control they are in.
public final class Glyph {
    private Glyph() {}

    public static Node icon(String name) {
        return icon(name, 16);
    }

    public static Node icon(String name, double size) {
        Pane pane = pane(size, Icon.of(name).at(new Point(0, 0), size, 1.5, Ink.of(Token.INK_2)), true);
        pane.getStyleClass().add("icon");
        return pane;
    }

    /// A severity shape; `size` is that of the box it is centred in.
    public static Node sign(Sign sign, double size) {
        Pane pane = pane(size, sign.at(new Point(size / 2, size / 2), size / 2 - 0.5, Token.PANEL), false);
        pane.getStyleClass().add("sign");
        return pane;
    }

    private static Pane pane(double size, List<Shape> shapes, boolean tinted) {
        var pane = new Pane();
        pane.setMinSize(size, size);
        pane.setPrefSize(size, size);
        pane.setMaxSize(size, size);
        pane.setMouseTransparent(true);
        for (Shape shape : shapes) {
            if (shape instanceof Shape.Trace trace && !isKeyline(trace)) {
                pane.getChildren().add(path(trace, tinted));
            }
        }
        return pane;
    }

    /// On a panel the line that cuts a sign out of its ground would only make it smaller.
    private static boolean isKeyline(Shape.Trace trace) {
        return trace.fill().token() == Token.PANEL && !trace.stroke().isNone()
                && trace.stroke().ink().token() == Token.PANEL;
    }

    private static SVGPath path(Shape.Trace trace, boolean tinted) {
        var path = new SVGPath();
        path.setContent(trace.path().svg());
        path.setManaged(false);
        path.getTransforms().setAll(new Translate(trace.origin().x(), trace.origin().y()),
                new Scale(trace.scale(), trace.scale()));
        Stroke stroke = trace.stroke();
        if (!stroke.isNone()) {
            path.setStrokeWidth(stroke.width() / trace.scale());
            path.setStrokeLineCap(StrokeLineCap.ROUND);
            path.setStrokeLineJoin(StrokeLineJoin.ROUND);
            path.getStrokeDashArray().setAll(
                    stroke.dash().lengths().stream().map(length -> length / trace.scale()).toList());
        }
        path.setStyle("-fx-fill: " + colour(trace.fill(), tinted) + "; -fx-stroke: "
                + (stroke.isNone() ? "null" : colour(stroke.ink(), tinted)) + ";");
        return path;
    }

    private static String colour(Ink ink, boolean tinted) {
        if (ink.isNone()) {
            return "transparent";
        }
        return tinted ? "-pl-icon" : "-pl-" + ink.token().cssName();
    }
}
