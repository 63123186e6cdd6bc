package io.plumbline.ui.inspector;

import io.plumbline.model.Attribute;
import io.plumbline.model.Part;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import io.plumbline.ui.look.Glyph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A list of entries with settings of their own, such as the members of a team: each entry is a card that unfolds.
final class PartsEditor implements Editor {
    private final VBox box = new VBox(4);
    private final Class<? extends Part> type;
    private final List<Card> cards = new ArrayList<>();
    private Slot slot;
    private Optional<Map<String, Object>> draft = Optional.empty();

    PartsEditor(Class<? extends Part> type) {
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
        List<Part> parts = parts();
        while (cards.size() > parts.size()) {
            cards.removeLast();
        }
        for (int i = 0; i < parts.size(); i++) {
            if (i == cards.size()) {
                cards.add(new Card(i));
            }
            cards.get(i).show(parts.get(i));
        }
        lay();
    }

    private List<Part> parts() {
        List<?> held = (List<?>) slot.value().orElse(List.of());
        return held.stream().map(each -> (Part) each).toList();
    }

    private void lay() {
        box.getChildren().setAll(cards);
        if (slot.isMixed()) {
            var mixed = new Label("Different in the selected elements.");
            mixed.getStyleClass().add("caption");
            box.getChildren().add(mixed);
        }
        draft.ifPresent(values -> box.getChildren().add(draftCard(values)));
        var add = new Button("Add", Glyph.icon("plus", 14));
        add.setId("add-" + slot.path().replace('.', '-'));
        add.getStyleClass().addAll("ghost", "small");
        add.setOnAction(_ -> add());
        add.setDisable(draft.isPresent());
        box.getChildren().add(add);
    }

    private void add() {
        if (required().isEmpty()) {
            commitPlus(Shape.of(type).of(Map.of()));
        } else {
            draft = Optional.of(new LinkedHashMap<>());
            lay();
        }
    }

    private List<Property> required() {
        return Shape.of(type).properties().stream().filter(Property::required).toList();
    }

    /// An entry cannot be without some of its values, so it is made when all of them are there.
    private Node draftCard(Map<String, Object> values) {
        var card = new VBox(2);
        card.getStyleClass().add("list-item");
        for (Property property : required()) {
            List<Attribute<?>> held = List.of(values.containsKey(property.name())
                    ? Attribute.of(values.get(property.name())) : Attribute.unset());
            card.getChildren().add(new FieldRow(new Slot(slot.path() + ".new." + property.name(),
                    slot.page() + "[]." + property.name(), property.type(), held, Slot.Need.REQUIRED, slot.around(),
                    wanted -> fill(values, property, wanted))));
        }
        var cancel = new Button("Cancel");
        cancel.getStyleClass().addAll("ghost", "small");
        cancel.setOnAction(_ -> {
            draft = Optional.empty();
            lay();
        });
        card.getChildren().add(cancel);
        return card;
    }

    private void fill(Map<String, Object> values, Property property, Attribute<?> wanted) {
        wanted.find().ifPresent(value -> values.put(property.name(), value));
        if (values.size() == required().size()) {
            draft = Optional.empty();
            commitPlus(Shape.of(type).of(values));
        }
    }

    private void commitPlus(Part added) {
        var all = new ArrayList<>(parts());
        all.add(added);
        commit(all);
    }

    private void commit(List<Part> parts) {
        slot.commit().accept(parts.isEmpty() && slot.isOptional() ? Attribute.unset() : Attribute.of(parts));
    }

    /// One entry. Its rows are made when it is first unfolded.
    private final class Card extends VBox {
        private final int index;
        private final Button head = new Button();
        private final VBox content = new VBox();
        private final List<FieldRow> rows = new ArrayList<>();
        private Part part;

        Card(int index) {
            super(2);
            this.index = index;
            getStyleClass().add("list-item");
            head.setId("item-" + slot.path().replace('.', '-') + "-" + index);
            head.getStyleClass().setAll("button", "group-head");
            head.setMaxWidth(Double.MAX_VALUE);
            head.setOnAction(_ -> fold(!content.getChildren().isEmpty()));
            HBox.setHgrow(head, Priority.ALWAYS);
            var remove = new Button(null, Glyph.icon("close", 12));
            remove.getStyleClass().addAll("ghost", "small-button");
            remove.setAccessibleText("Remove this entry");
            remove.setOnAction(_ -> remove());
            var line = new HBox(head, remove);
            line.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(line);
            fold(true);
        }

        void show(Part now) {
            part = now;
            head.setText(summary(now));
            List<Slot> slots = slots();
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).show(slots.get(i));
            }
        }

        private void fold(boolean fold) {
            head.setGraphic(Glyph.icon(fold ? "chevR" : "chevD", 14));
            content.getChildren().clear();
            getChildren().remove(content);
            if (!fold) {
                if (rows.isEmpty()) {
                    slots().forEach(each -> rows.add(new FieldRow(each)));
                }
                content.getChildren().setAll(rows);
                getChildren().add(content);
            }
        }

        private List<Slot> slots() {
            return Rows.of(Shape.of(type), slot.path() + "." + index + ".", slot.page() + "[].",
                    List.of(Optional.of(part)), slot.around(), (property, wanted) -> {
                        var all = new ArrayList<>(parts());
                        all.set(index, Shape.of(part.getClass()).with(part, property.name(), wanted));
                        commit(all);
                    });
        }

        private void remove() {
            var all = new ArrayList<>(parts());
            all.remove(index);
            commit(all);
        }

        /// What the entry is about: its stated values in short.
        private String summary(Part part) {
            Shape<?> shape = Shape.of(part.getClass());
            String values = shape.properties().stream().map(property -> shape.get(part, property))
                    .map(value -> value instanceof Attribute<?> attribute ? attribute.find().orElse(null) : value)
                    .filter(value -> value != null && !(value instanceof Part)
                            && !(value instanceof List<?> items && items.stream().anyMatch(Part.class::isInstance)))
                    .map(slot::shown).filter(text -> !text.isBlank()).limit(3).collect(Collectors.joining(", "));
            return values.isEmpty() ? "Entry " + (index + 1) : values;
        }
    }
}
