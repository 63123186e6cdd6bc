package io.plumbline.ui.inspector;

import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Part;
import io.plumbline.model.Quantity;
import io.plumbline.model.Shape;
import io.plumbline.ui.inspector.Explanations.Explanation;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page of a kind of element as help: what it is, and what each attribute means.
public final class Explained {
    private Explained() {}

    /// What people call an attribute; a fact that is none keeps its own words.
    public static String label(Kind kind, String path) {
        Explanations page = Explanations.of(kind);
        return page.byPath().containsKey(path) ? page.of(path).name() : path;
    }

    /// A value in the words of the form; what stands in its place where nothing is stated or known.
    ///
    /// @param held  an attribute, or a plain value where it cannot be unset
    /// @param named what an element is called
    public static String value(Kind kind, String path, Object held, Function<Id, String> named) {
        return switch (held) {
            case Attribute.Unknown<?> _ -> "not known";
            case Attribute.Unset<?> _ -> {
                Explanation explanation = Explanations.of(kind).of(path);
                yield explanation.hasStandard() ? "default (" + explanation.standard() + ")" : "not stated";
            }
            case Attribute.Known<?>(Object value) -> plain(value, unit(kind, path), named);
            default -> plain(held, unit(kind, path), named);
        };
    }

    private static String plain(Object value, String unit, Function<Id, String> named) {
        return switch (value) {
            case Id id -> named.apply(id);
            case Quantity quantity -> unit.isEmpty() ? Notation.show(quantity) : Notation.show(quantity) + " " + unit;
            case Collection<?> items when items.isEmpty() -> "none";
            case Collection<?> items ->
                    items.stream().map(item -> plain(item, "", named)).collect(Collectors.joining(", "));
            case Map<?, ?> map when map.isEmpty() -> "none";
            case Map<?, ?> map -> map.entrySet().stream()
                    .map(each -> plain(each.getKey(), "", named) + ": " + plain(each.getValue(), "", named))
                    .collect(Collectors.joining(", "));
            case Part part -> part(part, named);
            default -> Notation.show(value);
        };
    }

    /// What is stated in a part: "(mac 03-BF-AC-1F-03-E8, ports Te 0/1)".
    private static String part(Part part, Function<Id, String> named) {
        Shape<? extends Part> shape = Shape.of(part.getClass());
        return shape.properties().stream()
                .filter(property -> !(shape.get(part, property) instanceof Attribute.Unset<?>))
                .map(property -> property.name() + " " + switch (shape.get(part, property)) {
                    case Attribute.Unknown<?> _ -> "not known";
                    case Attribute.Known<?>(Object value) -> plain(value, "", named);
                    case Object value -> plain(value, "", named);
                }).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String unit(Kind kind, String path) {
        return Explanations.of(kind).of(path).unit();
    }

    public static Node of(Kind kind) {
        Explanations page = Explanations.of(kind);
        var meaning = new Label(page.meaning());
        meaning.setWrapText(true);
        var grid = new GridPane(14, 6);
        int row = 0;
        for (Map.Entry<String, Explanation> each : page.byPath().entrySet()) {
            var name = new Label(each.getValue().label());
            name.getStyleClass().add("strong");
            name.setPadding(new Insets(0, 0, 0, 12.0 * each.getKey().chars().filter(c -> c == '.').count()));
            name.setMinWidth(Region.USE_PREF_SIZE);
            String standard = each.getValue().hasStandard() ? " Default: " + each.getValue().standard() + "." : "";
            var text = new Label(each.getValue().meaning() + standard);
            text.setWrapText(true);
            grid.addRow(row++, name, text);
        }
        var scroll = new ScrollPane(new VBox(12, meaning, grid));
        scroll.setFitToWidth(true);
        scroll.setPrefSize(680, 480);
        return scroll;
    }
}
