package io.plumbline.ui.inspector;

import io.plumbline.model.Attribute;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;

/// Yes or no. Until somebody says which, it shows the default where that is one of the two, and stands in the middle
/// where it is not.
final class ToggleEditor implements Editor {
    private final CheckBox box = new CheckBox();
    private Slot slot;

    ToggleEditor() {
        box.getStyleClass().add("toggle");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(_ -> slot.commit().accept(Attribute.of(box.isSelected())));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Slot slot) {
        this.slot = slot;
        Optional<Boolean> value = slot.value().map(Boolean.class::cast);
        Optional<Boolean> shown = value.or(() -> slot.isMixed() || slot.held().getFirst().isUnknown()
                ? Optional.empty() : standard(slot));
        box.setIndeterminate(shown.isEmpty());
        box.setSelected(shown.orElse(false));
        box.setText(value.map(Notation::show).orElseGet(() -> shown.isPresent()
                ? Notation.show(shown.get()) + " (default)" : slot.prompt()));
    }

    private static Optional<Boolean> standard(Slot slot) {
        return switch (slot.words().standard()) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
