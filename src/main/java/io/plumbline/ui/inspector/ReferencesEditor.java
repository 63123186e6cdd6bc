package io.plumbline.ui.inspector;

import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Type;
import io.plumbline.ui.look.Glyph;
import io.plumbline.ui.text.Called;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// An ordered list of other elements, such as the networks chosen for live migration.
final class ReferencesEditor implements Editor {
    private final VBox box = new VBox();
    private final Type.Reference reference;
    private Slot slot;

    ReferencesEditor(Type.Reference reference) {
        this.reference = reference;
        box.setPadding(new Insets(0, 0, 6, 0));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Slot slot) {
        this.slot = slot;
        List<Id> ids = ids();
        box.getChildren().clear();
        for (int i = 0; i < ids.size(); i++) {
            box.getChildren().add(line(ids, i));
        }
        if (ids.isEmpty()) {
            var empty = new Label(slot.common().filter(Attribute::isKnown).isPresent() ? "None" : slot.prompt());
            empty.getStyleClass().add("caption");
            empty.setPadding(new Insets(2, 0, 2, 0));
            box.getChildren().add(empty);
        }
        box.getChildren().add(adder(ids));
    }

    private List<Id> ids() {
        List<?> held = (List<?>) slot.value().orElse(List.of());
        return held.stream().map(each -> (Id) each).toList();
    }

    private Node line(List<Id> ids, int index) {
        var name = new Label((index + 1) + "  " + slot.shown(ids.get(index)));
        name.getStyleClass().add("fact-value");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var up = button("chevU", "Move up", () -> swap(ids, index, index - 1));
        up.setDisable(index == 0);
        var down = button("chevD", "Move down", () -> swap(ids, index, index + 1));
        down.setDisable(index == ids.size() - 1);
        var remove = button("close", "Remove", () -> {
            var less = new ArrayList<>(ids);
            less.remove(index);
            commit(less);
        });
        var line = new HBox(name, up, down, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(26);
        return line;
    }

    private Node adder(List<Id> ids) {
        var add = new MenuButton("Add", Glyph.icon("plus", 14));
        add.setId("add-" + slot.path().replace('.', '-'));
        add.getStyleClass().addAll("ghost", "small");
        List<Element> left = Candidates.of(slot.around(), reference).stream()
                .filter(each -> !ids.contains(each.id())).toList();
        for (Element each : left) {
            var item = new MenuItem(Called.in(slot.around().design(), each));
            item.setOnAction(_ -> {
                var more = new ArrayList<>(ids);
                more.add(each.id());
                commit(more);
            });
            add.getItems().add(item);
        }
        add.setDisable(left.isEmpty());
        return add;
    }

    private void swap(List<Id> ids, int a, int b) {
        var swapped = new ArrayList<>(ids);
        Collections.swap(swapped, a, b);
        commit(swapped);
    }

    private void commit(List<Id> ids) {
        slot.commit().accept(ids.isEmpty() && slot.isOptional() ? Attribute.unset() : Attribute.of(ids));
    }

    private static Button button(String icon, String text, Runnable run) {
        var button = new Button(null, Glyph.icon(icon, 12));
        button.getStyleClass().addAll("ghost", "small-button");
        button.setAccessibleText(text);
        button.setOnAction(_ -> run.run());
        return button;
    }
}
