package io.plumbline.ui;

import io.plumbline.ui.look.Glyph;
import io.plumbline.ui.outline.Outline;
import io.plumbline.ui.palette.Palette;
import io.plumbline.ui.palette.PaletteItem;
import io.plumbline.ui.palette.Placer;
import io.plumbline.workbench.State;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// Palette and outline; closed, a rail with the icons of the palette.
final class LeftPanel extends BorderPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double RAIL = 44;
    private static final double LEAST = 180;
    private static final double MOST = 420;

    private final Palette palette;
    private final Outline outline;
    private final Tabs tabs = new Tabs();
    private final BooleanProperty open;
    private final Edge edge = new Edge(Orientation.VERTICAL, this::resize);
    private final ScrollPane rail;
    private double width = 236;
    private State shown;

    LeftPanel(Placer placer, Palette palette, Outline outline, BooleanProperty open) {
        this.palette = palette;
        this.outline = outline;
        this.open = open;
        getStyleClass().add("left-panel");
        tabs.add("palette", "Palette", palette);
        tabs.add("outline", "Outline", outline);
        rail = new ScrollPane(rail(placer));
        rail.setFitToWidth(true);
        rail.setFocusTraversable(false);
        rail.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        rail.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        tabs.centerProperty().subscribe(_ -> {
            if (shown != null) {
                show(shown);
            }
        });
        open.subscribe(_ -> lay());
    }

    Edge edge() {
        return edge;
    }

    void show(State state) {
        shown = state;
        if (open.get() && tabs.shows(outline)) {
            outline.show(state);
        }
    }

    void showChosen(Optional<PaletteItem> item) {
        palette.show(item);
        rail.getContent().lookupAll(".button").forEach(button -> button.pseudoClassStateChanged(CHOSEN,
                item.map(PaletteItem::cssId).map(id -> ("rail-" + id).equals(button.getId())).orElse(false)));
    }

    /// Opens the palette or, when it has the focus, closes it.
    void togglePalette() {
        boolean seen = open.get() && tabs.shows(palette);
        open.set(!seen);
        tabs.show(palette);
    }

    void showPalette() {
        open.set(true);
        tabs.show(palette);
    }

    void showOutline() {
        open.set(true);
        tabs.show(outline);
        outline.requestFocus();
    }

    private void lay() {
        boolean isOpen = open.get();
        setCenter(isOpen ? tabs : rail);
        setMinWidth(isOpen ? width : RAIL);
        setPrefWidth(isOpen ? width : RAIL);
        setMaxWidth(isOpen ? width : RAIL);
        edge.setVisible(isOpen);
        if (shown != null) {
            show(shown);
        }
    }

    private void resize(double by) {
        width = Math.clamp(width + by, LEAST, MOST);
        lay();
    }

    private Node rail(Placer placer) {
        var box = new VBox();
        box.getStyleClass().add("rail");
        for (PaletteItem.Category category : PaletteItem.Category.values()) {
            if (!box.getChildren().isEmpty()) {
                var line = new Separator();
                line.setMaxWidth(20);
                box.getChildren().add(line);
            }
            for (PaletteItem item : category.items()) {
                var button = new Button(null, Glyph.icon(item.kind().icon()));
                button.setId("rail-" + item.cssId());
                button.getStyleClass().addAll("ghost");
                button.setTooltip(new Tooltip(item.display() + (item.key().isEmpty() ? "" : "  " + item.key())));
                button.setAccessibleText(item.display());
                button.setFocusTraversable(false);
                button.setOnAction(_ -> placer.choose(item, Placer.Times.ONCE));
                box.getChildren().add(button);
            }
        }
        return box;
    }
}
