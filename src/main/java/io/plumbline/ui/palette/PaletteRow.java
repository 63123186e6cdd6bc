package io.plumbline.ui.palette;

import io.plumbline.catalog.Catalog;
import io.plumbline.model.Element;
import io.plumbline.ui.look.Glyph;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// One item of the palette: a button that can also be dragged, and its key.
final class PaletteRow extends StackPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double DRAG_STARTS = 4;

    private final PaletteItem item;
    private final Placer placer;
    private final Button button;
    private double pressX;
    private double pressY;
    private boolean dragging;

    PaletteRow(PaletteItem item, Placer placer, Supplier<Catalog> catalog) {
        this.item = item;
        this.placer = placer;
        button = new Button(item.display(), Glyph.icon(item.kind().icon()));
        button.setId(item.cssId());
        button.getStyleClass().setAll("button", "palette-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleHelp("Press, then choose the place on the canvas.");
        button.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        button.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        button.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        button.setOnAction(_ -> placer.choose(item, Placer.Times.ONCE));
        getChildren().add(button);
        setMargin(button, new Insets(0, 6, 0, 6));
        if (item == PaletteItem.SWITCH || item == PaletteItem.NIC) {
            addModels(catalog);
        }
        if (!item.key().isEmpty()) {
            var key = new Label(item.key());
            key.getStyleClass().add("key");
            key.setMouseTransparent(true);
            setMargin(key, new Insets(0, 16, 0, 0));
            setAlignment(key, Pos.CENTER_RIGHT);
            getChildren().add(key);
        }
    }

    /// A button beside the item with the models that the catalogue has of it.
    private void addModels(Supplier<Catalog> catalog) {
        var models = new MenuButton(null, Glyph.icon("chevD", 12));
        models.setId(item.cssId() + "-model");
        models.getStyleClass().addAll("ghost", "small-button", "bare");
        models.setAccessibleText("Choose a model of the catalogue");
        models.setTooltip(new Tooltip("Choose a model of the catalogue"));
        models.getItems().add(new MenuItem("No model"));
        models.setOnShowing(_ -> models.getItems().setAll(
                (item == PaletteItem.SWITCH ? catalog.get().switchModels() : catalog.get().nicModels()).stream()
                        .map(this::modelItem).toList()));
        setMargin(models, new Insets(0, 38, 0, 0));
        setAlignment(models, Pos.CENTER_RIGHT);
        getChildren().add(models);
    }

    private MenuItem modelItem(Element model) {
        var choice = new MenuItem(model.name());
        choice.setOnAction(_ -> placer.choose(item, Optional.of(model), Placer.Times.ONCE));
        return choice;
    }

    PaletteItem item() {
        return item;
    }

    Button button() {
        return button;
    }

    void show(boolean chosen) {
        button.pseudoClassStateChanged(CHOSEN, chosen);
    }

    /// Shows the row when the word finds it.
    boolean filter(String word) {
        boolean found = item.isFoundBy(word);
        setVisible(found);
        setManaged(found);
        return found;
    }

    private void press(MouseEvent event) {
        pressX = event.getSceneX();
        pressY = event.getSceneY();
        dragging = false;
    }

    private void drag(MouseEvent event) {
        dragging |= Math.hypot(event.getSceneX() - pressX, event.getSceneY() - pressY) > DRAG_STARTS;
        if (dragging) {
            placer.drag(item, event.getSceneX(), event.getSceneY());
        }
    }

    /// Lets go of what was dragged; the button itself must not be clicked then.
    private void release(MouseEvent event) {
        if (dragging) {
            dragging = false;
            placer.drop(item, event.getSceneX(), event.getSceneY());
        } else if (event.getButton() == MouseButton.PRIMARY && (event.isShiftDown() || event.getClickCount() == 2)) {
            placer.choose(item, Placer.Times.UNTIL_ESCAPE);
        } else {
            return;
        }
        button.disarm();
        event.consume();
    }
}
