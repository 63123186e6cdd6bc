package io.plumbline.ui.inspector;

import io.plumbline.model.Attribute;
import io.plumbline.model.Part;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A group of settings as rows of their own.
final class PartEditor implements Editor {
    private final VBox box = new VBox();
    private final Class<? extends Part> type;
    private final List<FieldRow> rows = new ArrayList<>();

    PartEditor(Class<? extends Part> type) {
        this.type = type;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Slot slot) {
        List<Optional<Part>> parts = slot.held().stream().map(held -> held.find().map(Part.class::cast)).toList();
        List<Slot> slots = Rows.of(Shape.of(type), slot.path() + ".", slot.page() + ".", parts, slot.around(),
                (property, wanted) -> slot.commit().accept(Attribute.of(changed(slot, property, wanted))));
        if (rows.isEmpty()) {
            slots.forEach(each -> rows.add(new FieldRow(each)));
            box.getChildren().addAll(rows);
        } else {
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).show(slots.get(i));
            }
        }
    }

    private Part changed(Slot slot, Property property, Object wanted) {
        Part before = slot.value().map(Part.class::cast).orElseGet(() -> Shape.of(type).of(Map.of()));
        return Shape.of(before.getClass()).with(before, property.name(), wanted);
    }
}
