package io.plumbline.ui.inspector;

import io.plumbline.model.Attribute;
import io.plumbline.model.Part;
import io.plumbline.model.Shape;
import io.plumbline.model.Type;
import io.plumbline.ui.look.Glyph;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Values by key, such as a setting per VLAN.
final class EntriesEditor implements Editor {
    private final VBox box = new VBox(2);
    private final Type.MapOf type;
    private Slot slot;
    private boolean adding;

    EntriesEditor(Type.MapOf type) {
        this.type = type;
        box.setPadding(new Insets(0, 0, 6, 0));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Slot slot) {
        this.slot = slot;
        box.getChildren().clear();
        entries().forEach((key, value) -> box.getChildren().add(entry(key, value)));
        if (entries().isEmpty() && !adding) {
            var empty = new Label(slot.prompt().isEmpty() ? "None" : slot.prompt());
            empty.getStyleClass().add("caption");
            box.getChildren().add(empty);
        }
        if (adding) {
            box.getChildren().add(keyRow());
        } else {
            var add = new Button("Add", Glyph.icon("plus", 14));
            add.setId("add-" + slot.path().replace('.', '-'));
            add.getStyleClass().addAll("ghost", "small");
            add.setOnAction(_ -> {
                adding = true;
                show(this.slot);
            });
            box.getChildren().add(add);
        }
    }

    private Map<Object, Object> entries() {
        var entries = new TreeMap<Object, Object>();
        slot.value().ifPresent(value -> ((Map<?, ?>) value).forEach(entries::put));
        return entries;
    }

    private Node entry(Object key, Object value) {
        var name = new Label(slot.shown(key));
        name.getStyleClass().add("figures");
        name.setMinWidth(64);
        var remove = new Button(null, Glyph.icon("close", 12));
        remove.getStyleClass().addAll("ghost", "small-button");
        remove.setAccessibleText("Remove " + name.getText());
        remove.setOnAction(_ -> {
            Map<Object, Object> less = entries();
            less.remove(key);
            commit(less);
        });
        var complaint = new Label();
        Editor editor = Editors.of(slot(slot.path() + "." + key, type.value(), Attribute.of(value),
                wanted -> wanted.find().ifPresent(found -> put(key, found))), complaining(complaint));
        editor.show(slot(slot.path() + "." + key, type.value(), Attribute.of(value),
                wanted -> wanted.find().ifPresent(found -> put(key, found))));
        HBox.setHgrow(editor.node(), Priority.ALWAYS);
        boolean wide = Editors.isWide(type.value());
        var line = wide ? new HBox(name, space(), remove) : new HBox(4, name, editor.node(), remove);
        line.setAlignment(Pos.CENTER_LEFT);
        var whole = new VBox(2, line);
        if (wide) {
            whole.getStyleClass().add("list-item");
            whole.getChildren().add(editor.node());
        }
        return whole;
    }

    /// A row for the key of a new entry; its value starts as small as its type allows.
    private Node keyRow() {
        return new FieldRow(new Slot(slot.path() + ".new", slot.page() + "[key]", type.key(),
                List.of(Attribute.unset()), Slot.Need.REQUIRED, slot.around(), wanted -> {
                    adding = false;
                    wanted.find().ifPresent(key -> put(key, first(type.value())));
                }));
    }

    private static Object first(Type type) {
        return switch (type) {
            case Type.Truth _ -> true;
            case Type.Group(Class<? extends Part> part) -> Shape.of(part).of(Map.of());
            case Type.OneOf one -> one.words().getFirst();
            case Type.Measure _ -> type.coerce(1500);
            default -> type.coerce(1);
        };
    }

    private void put(Object key, Object value) {
        Map<Object, Object> more = entries();
        more.put(key, value);
        commit(more);
    }

    private void commit(Map<Object, Object> entries) {
        slot.commit().accept(entries.isEmpty() && slot.isOptional() ? Attribute.unset()
                : Attribute.of(slot.type().coerce(entries)));
    }

    private Slot slot(String path, Type of, Attribute<?> held, Consumer<Attribute<?>> commit) {
        return new Slot(path, slot.page() + "[]", of, List.of(held), Slot.Need.REQUIRED, slot.around(), commit);
    }

    private static Complaint complaining(Label label) {
        return new Complaint() {
            @Override
            public void say(String sentence) {
                label.setText(sentence);
            }

            @Override
            public void withdraw() {
                label.setText("");
            }
        };
    }

    private static Node space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
