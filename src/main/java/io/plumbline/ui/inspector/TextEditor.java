package io.plumbline.ui.inspector;

import io.plumbline.model.Attribute;
import io.plumbline.model.Type;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// A field for everything that is written: texts, numbers, addresses, lists of them. It commits on Enter and when the
/// focus leaves it; Escape takes back what was typed. An empty field means that nothing is stated.
final class TextEditor implements Editor {
    private final TextInputControl field;
    private final StackPane node;
    private final Label unit = new Label();
    private final Complaint complaint;
    private Slot slot;
    private String committed = "";

    enum Size {
        LINE, LINES
    }

    TextEditor(Size size, Complaint complaint) {
        this.complaint = complaint;
        field = size == Size.LINE ? new TextField() : area();
        unit.getStyleClass().add("unit");
        unit.setMouseTransparent(true);
        unit.setPadding(new javafx.geometry.Insets(0, 8, 0, 0));
        StackPane.setAlignment(unit, javafx.geometry.Pos.CENTER_RIGHT);
        // What is written ends before the unit.
        unit.widthProperty().subscribe(width -> field.setStyle(unit.getText().isEmpty() ? ""
                : "-fx-padding: 0 %.0f 0 8;".formatted(width.doubleValue() + 4)));
        field.setUserData("");
        node = new StackPane(field, unit);
        field.textProperty().subscribe(this::showUnit);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe(focused -> {
            if (!focused && slot != null) {
                commit();
            }
        });
    }

    @Override
    public Node node() {
        return node;
    }

    TextInputControl field() {
        return field;
    }

    @Override
    public void show(Slot slot) {
        boolean typing = this.slot != null && field.isFocused() && !field.getText().equals(committed);
        this.slot = slot;
        String now = slot.value().map(Notation::show).orElse("");
        boolean figures = !(slot.type() instanceof Type.Text);
        field.getStyleClass().remove("figures");
        if (figures) {
            field.getStyleClass().add("figures");
        }
        field.setPromptText(slot.prompt());
        field.pseudoClassStateChanged(MIXED, slot.isMixed());
        if (!typing && !(now.equals(committed) && now.equals(field.getText()))) {
            field.setText(now);
            hold(now);
        }
        showUnit();
    }

    /// A unit stands behind a figure, also behind that of a default; words need the room for themselves.
    private void showUnit() {
        if (slot != null) {
            String said = field.getText().isEmpty() ? field.getPromptText() : field.getText();
            unit.setText(said.isEmpty() || said.matches(".*\\d") ? slot.words().unit() : "");
        }
    }

    /// Remembers what is committed, also for the keyboard: until the text differs, Ctrl+Z is that of the design.
    private void hold(String text) {
        committed = text;
        field.setUserData(text);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !(field instanceof TextArea && !event.isShortcutDown())) {
            commit();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(committed)) {
            field.setText(committed);
            complaint.withdraw();
            event.consume();
        }
    }

    private void commit() {
        String text = field.getText();
        if (text.equals(committed)) {
            complaint.withdraw();
            return;
        }
        try {
            Attribute<?> wanted = text.isBlank() && slot.isOptional() ? Attribute.unset()
                    : Attribute.of(slot.type().coerce(Notation.read(slot.type(), text)));
            complaint.withdraw();
            hold(text);
            slot.commit().accept(wanted);
        } catch (IllegalArgumentException e) {
            complaint.say(e.getMessage());
        }
    }

    private static TextArea area() {
        var area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(3);
        area.setMinHeight(62);
        return area;
    }
}
