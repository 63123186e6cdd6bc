package io.plumbline.ui;

import io.plumbline.model.Word;
import io.plumbline.settings.Appearance;
import io.plumbline.settings.Preferences;
import io.plumbline.settings.Settings;
import io.plumbline.settings.Wheel;
import java.util.function.BiFunction;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;

/// What the user can choose for the program as a whole. Every choice holds at once.
final class PreferencesForm extends GridPane {
    private final Desk desk;
    private int row;

    PreferencesForm(Desk desk) {
        super(16, 12);
        this.desk = desk;
        Preferences now = desk.settings().get().preferences();
        choice("theme", "Theme", Appearance.values(), now.appearance(), Preferences::withAppearance);
        choice("wheel", "The mouse wheel", Wheel.values(), now.wheel(), Preferences::withWheel);
        tick("snap", "Come to rest on the grid and in line with others", now.snap(), Preferences::withSnap);
        tick("recent", "Remember which files were open", now.keepsRecent(), Preferences::withKeepsRecent);
    }

    private <W extends Word> void choice(String id, String text, W[] words, W now,
            BiFunction<Preferences, W, Preferences> change) {
        var box = new ComboBox<W>();
        box.setId("preference-" + id);
        box.getItems().setAll(words);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(W word) {
                return word == null ? "" : word.display();
            }

            @Override
            public W fromString(String display) {
                return box.getItems().stream().filter(word -> word.display().equals(display)).findFirst().orElse(now);
            }
        });
        box.setValue(now);
        box.setOnAction(_ -> change(change, box.getValue()));
        var label = new Label(text);
        label.setLabelFor(box);
        addRow(row++, label, box);
    }

    private void tick(String id, String text, boolean now, BiFunction<Preferences, Boolean, Preferences> change) {
        var box = new CheckBox(text);
        box.setId("preference-" + id);
        box.setSelected(now);
        box.setOnAction(_ -> change(change, box.isSelected()));
        add(box, 0, row++, 2, 1);
    }

    private <V> void change(BiFunction<Preferences, V, Preferences> change, V value) {
        desk.change((Settings before) -> before.withPreferences(change.apply(before.preferences(), value)));
    }
}
