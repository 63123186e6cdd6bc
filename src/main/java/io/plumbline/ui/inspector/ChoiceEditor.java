package io.plumbline.ui.inspector;

import io.plumbline.model.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;

/// One out of a list. The default and "not known" are entries of the list, so that every state can be chosen by key.
final class ChoiceEditor implements Editor {
    private static final int SEARCHED_FROM = 12;

    /// An entry: what it stands for and what it is called.
    record Choice(Attribute<?> value, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private final ComboBox<Choice> box;
    private final Function<Slot, List<Choice>> choices;
    private Slot slot;
    private boolean showing;

    /// @param choices the entries besides the default and "not known"
    ChoiceEditor(Function<Slot, List<Choice>> choices, Slot first) {
        this.choices = choices;
        box = choices.apply(first).size() >= SEARCHED_FROM ? new SearchableComboBox<>() : new ComboBox<>();
        box.setMaxWidth(Double.MAX_VALUE);
        box.setVisibleRowCount(SEARCHED_FROM);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Choice choice) {
                return choice == null ? "" : choice.text();
            }

            @Override
            public Choice fromString(String text) {
                return box.getItems().stream().filter(choice -> choice.text().equals(text)).findFirst().orElse(null);
            }
        });
        box.valueProperty().subscribe(choice -> {
            if (!showing && choice != null && slot != null && !choice.value().equals(slot.common().orElse(null))) {
                slot.commit().accept(choice.value());
            }
        });
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Slot slot) {
        this.slot = slot;
        var entries = new ArrayList<>(choices.apply(slot));
        if (slot.isOptional()) {
            entries.addFirst(new Choice(Attribute.unset(), slot.unset()));
            entries.add(new Choice(Attribute.unknown(), "Not known"));
        }
        Choice now = slot.common().flatMap(held -> entries.stream()
                .filter(choice -> Objects.equals(choice.value(), held)).findFirst()).orElse(null);
        showing = true;
        if (!box.getItems().equals(entries)) {
            box.getItems().setAll(entries);
        }
        box.setValue(now);
        box.setPromptText(slot.isMixed() ? slot.prompt() : slot.value().map(slot::shown).orElse(""));
        showing = false;
        box.pseudoClassStateChanged(MIXED, slot.isMixed());
        box.pseudoClassStateChanged(UNSET, slot.common().filter(Attribute::isKnown).isEmpty());
    }
}
