package io.plumbline.ui.help;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the Help menu shows.
public final class Help {
    /// A command and its keys, as the sheet of keys lists them.
    public record KeyLine(String group, String command, String keys) {}

    private Help() {}

    public static Node about(String version, String date) {
        var name = new Label("Plumbline " + version);
        name.getStyleClass().add("display");
        var text = new Label("""
                Draw a Hyper-V cluster network, see its faults, hand over the runbook.

                Build of %s, Java %s, JavaFX %s.
                Plumbline sends nothing: it opens no connection to anywhere.""".formatted(date,
                Runtime.version(), System.getProperty("javafx.runtime.version", "")));
        text.setWrapText(true);
        text.setMaxWidth(460);
        var box = new VBox(8, name, text);
        box.setPadding(new Insets(4, 0, 4, 0));
        return box;
    }

    /// Every library and font with the text that allows it.
    public static Node licences() {
        var list = new ListView<Licence>();
        list.setId("licences");
        list.getItems().setAll(Licence.all());
        list.setPrefSize(260, 420);
        list.setMinWidth(220);
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(Licence licence, boolean empty) {
                super.updateItem(licence, empty);
                setText(empty || licence == null ? null : licence.product() + " (" + licence.name() + ")");
            }
        });
        var text = new TextArea();
        text.setEditable(false);
        text.getStyleClass().add("code-block");
        text.setPrefSize(560, 420);
        list.getSelectionModel().selectedItemProperty().subscribe(licence -> text.setText(licence == null ? ""
                : String.join("\n", licence.parts()) + (licence.parts().isEmpty() ? "" : "\n\n") + licence.text()));
        list.getSelectionModel().selectFirst();
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(12, list, text);
    }

    public static Node keys(List<KeyLine> lines) {
        var grid = new GridPane(16, 4);
        String group = "";
        int row = 0;
        for (KeyLine line : lines) {
            if (!line.group().equals(group)) {
                group = line.group();
                var heading = new Label(group);
                heading.getStyleClass().add("strong");
                heading.setPadding(new Insets(row == 0 ? 0 : 8, 0, 2, 0));
                grid.add(heading, 0, row++, 2, 1);
            }
            var keys = new Label(line.keys());
            keys.getStyleClass().add("figures");
            grid.addRow(row++, new Label(line.command()), keys);
        }
        var scroll = new ScrollPane(grid);
        scroll.setPrefSize(560, 480);
        scroll.setFitToWidth(true);
        return scroll;
    }
}
