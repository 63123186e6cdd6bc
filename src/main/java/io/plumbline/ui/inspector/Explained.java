package io.plumbline.ui.inspector;

import io.plumbline.model.Kind;
import io.plumbline.ui.inspector.Explanations.Explanation;
import java.util.Map;
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
