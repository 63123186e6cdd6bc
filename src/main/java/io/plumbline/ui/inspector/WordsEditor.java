package io.plumbline.ui.inspector;

import io.plumbline.model.Attribute;
import io.plumbline.model.Type;
import io.plumbline.model.Word;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;

/// Any number out of a list of words.
final class WordsEditor implements Editor {
    private final MenuButton button = new MenuButton();
    private final Type.OneOf words;
    private Slot slot;

    WordsEditor(Type.OneOf words) {
        this.words = words;
        button.getStyleClass().add("field");
        button.setMaxWidth(Double.MAX_VALUE);
        for (Word word : words.words()) {
            var item = new CheckMenuItem(word.display());
            item.setUserData(word);
            item.setOnAction(_ -> commit());
            button.getItems().add(item);
        }
    }

    @Override
    public Node node() {
        return button;
    }

    @Override
    public void show(Slot slot) {
        this.slot = slot;
        Collection<?> chosen = slot.value().map(Collection.class::cast).orElse(List.of());
        button.getItems().forEach(item -> ((CheckMenuItem) item).setSelected(chosen.contains(item.getUserData())));
        button.setText(chosen.isEmpty() ? slot.common().filter(Attribute::isKnown).isPresent() ? "None" : slot.prompt()
                : Notation.show(chosen));
        button.pseudoClassStateChanged(UNSET, chosen.isEmpty());
        button.pseudoClassStateChanged(MIXED, slot.isMixed());
    }

    private void commit() {
        Set<Object> chosen = new LinkedHashSet<>();
        button.getItems().stream().filter(item -> ((CheckMenuItem) item).isSelected())
                .forEach(item -> chosen.add(item.getUserData()));
        slot.commit().accept(chosen.isEmpty() && slot.isOptional() ? Attribute.unset()
                : Attribute.of(slot.type().coerce(chosen)));
    }
}
