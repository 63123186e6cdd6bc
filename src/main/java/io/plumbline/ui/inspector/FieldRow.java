package io.plumbline.ui.inspector;

import io.plumbline.diagram.Sign;
import io.plumbline.model.Attribute;
import io.plumbline.ui.look.Glyph;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A line of the form: what the attribute is called, its control, and below it what is wrong with it.
final class FieldRow extends VBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final double LABEL_WIDTH = 100;

    /// What is to be said about an attribute: a finding, or something typed that cannot be read.
    record Remark(Sign sign, String sentence, Runnable open) {}

    private final Editor editor;
    private final Label label = new Label();
    private final VBox messages = new VBox(2);
    private final MenuButton more = new MenuButton(null, Glyph.icon("more", 14));
    private List<Remark> remarks = List.of();
    private Optional<String> complaint = Optional.empty();
    private Slot slot;

    FieldRow(Slot first) {
        getStyleClass().add("field-row");
        setId("row-" + first.path().replace('.', '-'));
        editor = Editors.of(first, new Complaint() {
            @Override
            public void say(String sentence) {
                complaint = Optional.of(sentence);
                showMessages();
            }

            @Override
            public void withdraw() {
                complaint = Optional.empty();
                showMessages();
            }
        });
        Node control = editor.node();
        control.setId("field-" + first.path().replace('.', '-'));
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        more.getStyleClass().addAll("ghost", "small-button", "bare");
        more.setFocusTraversable(false);
        more.setAccessibleText("More about this attribute");
        more.setVisible(false);
        List.of(hoverProperty(), control.focusedProperty(), more.showingProperty()).forEach(each -> each.subscribe(
                () -> more.setVisible(isHover() || control.isFocused() || more.isShowing())));
        more.setOnShowing(_ -> more.getItems().setAll(items()));
        more.getItems().setAll(new MenuItem("Reset to default"));
        addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            var menu = new ContextMenu(items());
            menu.show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        boolean wide = Editors.isWide(first.type());
        getChildren().addAll(wide ? wide(control) : line(control), messages);
        show(first);
    }

    void show(Slot now) {
        slot = now;
        label.setText(now.words().name());
        label.setTooltip(new Tooltip(now.words().meaning() + (now.words().hasStandard()
                ? "\nDefault: " + Notation.standard(now.type(), now.words().standard()) : "")));
        editor.node().setAccessibleText(now.words().label());
        editor.node().setAccessibleHelp(now.words().meaning());
        pseudoClassStateChanged(CHANGED, now.isStated());
        editor.show(now);
    }

    void show(List<Remark> found) {
        remarks = found;
        showMessages();
    }

    String path() {
        return slot.path();
    }

    Node control() {
        return editor.node();
    }

    /// Whether the row has something of its own to say: only these are listed while unchanged attributes are hidden.
    boolean isStated() {
        return slot.isStated() || !remarks.isEmpty();
    }

    private Node line(Node control) {
        StackPane name = name();
        name.setMinWidth(LABEL_WIDTH + 6);
        name.setMaxWidth(LABEL_WIDTH + 6);
        name.setPrefWidth(LABEL_WIDTH + 6);
        HBox.setHgrow(control, Priority.ALWAYS);
        var line = new HBox(4, name, control);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(3, 0, 3, -6));
        line.setMinHeight(32);
        return line;
    }

    private Node wide(Node control) {
        StackPane name = name();
        name.setMinHeight(28);
        name.setPadding(new Insets(0, 0, 0, -6));
        return new VBox(2, name, control);
    }

    /// The label, and over its end, while the pointer or the focus is here, the way to more.
    private StackPane name() {
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        var line = new HBox(4, mark(), label);
        line.setAlignment(Pos.CENTER_LEFT);
        var name = new StackPane(line, more);
        StackPane.setAlignment(more, Pos.CENTER_RIGHT);
        return name;
    }

    private static Region mark() {
        var mark = new Region();
        mark.getStyleClass().add("changed-mark");
        return mark;
    }

    private MenuItem[] items() {
        var reset = new MenuItem("Reset to default");
        reset.setDisable(!slot.isStated());
        reset.setOnAction(_ -> slot.commit().accept(Attribute.unset()));
        var unknown = new MenuItem("Not known");
        unknown.setDisable(!slot.isOptional() || slot.common().filter(Attribute::isUnknown).isPresent());
        unknown.setOnAction(_ -> slot.commit().accept(Attribute.unknown()));
        return new MenuItem[]{reset, unknown};
    }

    private void showMessages() {
        messages.getChildren().clear();
        complaint
                .ifPresent(sentence -> messages.getChildren().add(message(new Remark(Sign.ERROR, sentence, () -> {}))));
        remarks.forEach(remark -> messages.getChildren().add(message(remark)));
        boolean wrong = complaint.isPresent() || remarks.stream().anyMatch(remark -> remark.sign() == Sign.ERROR);
        boolean doubtful = remarks.stream().anyMatch(remark -> remark.sign() == Sign.WARNING);
        Node control = editor instanceof TextEditor text ? text.field() : editor.node();
        control.pseudoClassStateChanged(Editor.DANGER, wrong);
        control.pseudoClassStateChanged(Editor.CAUTION, !wrong && doubtful);
        messages.setPadding(messages.getChildren().isEmpty() ? Insets.EMPTY : new Insets(2, 0, 6, 0));
    }

    static Node message(Remark remark) {
        var text = new Label(remark.sentence());
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var sign = Glyph.sign(remark.sign(), 14);
        HBox.setMargin(sign, new Insets(1, 0, 0, 0));
        var box = new HBox(sign, text);
        box.getStyleClass().addAll("message", remark.sign().cssName());
        box.setOnMouseClicked(_ -> remark.open().run());
        return box;
    }
}
