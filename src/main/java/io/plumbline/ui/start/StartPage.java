package io.plumbline.ui.start;

import io.plumbline.check.Report;
import io.plumbline.diagram.Theme;
import io.plumbline.file.DesignFile;
import io.plumbline.file.UnreadableDesign;
import io.plumbline.model.Design;
import io.plumbline.model.Ipv4;
import io.plumbline.model.NlbMode;
import io.plumbline.predict.Ip2Mac;
import io.plumbline.settings.RecentFile;
import io.plumbline.settings.RecentFiles;
import io.plumbline.ui.look.Glyph;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a window shows before it shows a design: begin, go on, or look at a sample.
public final class StartPage extends HBox {
    private static final double WIDE = 260;
    private static final double NARROW = 190;

    /// What the page asks of the window.
    public interface Wishes {
        void create();

        void choose();

        void open(Path file);

        void open(Sample sample);
    }

    private final Wishes wishes;
    private final Executor elsewhere;
    private final ObjectProperty<Theme> theme;
    private final FlowPane recent = new FlowPane(12, 12);
    private final FlowPane samples = new FlowPane(12, 12);
    private final VBox main = new VBox();

    /// @param mark      the sign of the program
    /// @param elsewhere reads the files whose pictures the page shows
    public StartPage(Wishes wishes, Node mark, String version, Executor elsewhere, ObjectProperty<Theme> theme) {
        this.wishes = wishes;
        this.elsewhere = elsewhere;
        this.theme = theme;
        setId("start");
        getStyleClass().add("start");
        main.getStyleClass().add("start-main");
        var scroll = new ScrollPane(main);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(side(mark, version), scroll);
        main.getChildren().addAll(title("Pick up where you left off"), heading("Recent", ""), recent,
                heading("Sample topologies", "Designs that open as a copy, faults and repairs included"), samples);
    }

    /// Lists the samples, and the files used last, newest first. A file that is gone is listed and says so.
    public void show(RecentFiles recentFiles) {
        if (samples.getChildren().isEmpty()) {
            Sample.ALL.forEach(sample -> samples.getChildren().add(tile(sample)));
        }
        recent.getChildren().clear();
        recentFiles.files().stream().limit(8).forEach(file -> recent.getChildren().add(tile(file)));
        if (recentFiles.files().isEmpty()) {
            var none = new Label("Files that you open or save are listed here.");
            none.getStyleClass().add("caption");
            recent.getChildren().add(none);
        }
    }

    private Node side(Node mark, String version) {
        var name = new Label("Plumbline");
        name.getStyleClass().add("brand");
        var brand = new HBox(8, mark, name);
        brand.setAlignment(Pos.CENTER_LEFT);
        var claim = new Label("Hyper-V cluster networks, checked while you draw.");
        claim.getStyleClass().add("start-claim");
        claim.setWrapText(true);
        VBox.setMargin(claim, new Insets(8, 0, 18, 0));
        Button create = button("start-new", "plus", "New design", "Ctrl N", wishes::create);
        create.getStyleClass().remove("ghost");
        create.getStyleClass().add("primary");
        Button open = button("start-open", "folder", "Open…", "Ctrl O", wishes::choose);
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var foot = new Label("Version " + version);
        foot.getStyleClass().add("caption");
        VBox.setMargin(foot, new Insets(16, 0, 0, 0));
        var side = new VBox(brand, claim, create, open, space, tip(), foot);
        side.getStyleClass().add("start-side");
        return side;
    }

    private static Button button(String id, String icon, String text, String key, Runnable run) {
        var keys = new Label(key);
        keys.getStyleClass().add("key");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var label = new Label(text);
        label.setStyle("-fx-text-fill: inherit;");
        var line = new HBox(10, Glyph.icon(icon), label, space, keys);
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new Button(null, line);
        line.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setId(id);
        button.setAccessibleText(text);
        button.getStyleClass().addAll("ghost", "start-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private static Node tip() {
        Ipv4 vip = Ipv4.parse("172.31.3.232");
        Ipv4 group = Ip2Mac.igmpGroup(vip);
        var title = new Label("Worth knowing", Glyph.icon("bulb"));
        title.getStyleClass().add("strong");
        var text = new Label("The VIP %s in IGMP mode uses group %s and MAC %s. Plumbline works it out for you."
                .formatted(vip, group, Ip2Mac.clusterMac(NlbMode.IGMP_MULTICAST, vip)));
        text.setWrapText(true);
        text.getStyleClass().add("secondary");
        var box = new VBox(title, text);
        box.getStyleClass().add("tip");
        return box;
    }

    private Tile tile(Sample sample) {
        var tile = new Tile("sample-" + sample.file(), sample.title(), sample.meaning(), NARROW, 128,
                () -> wishes.open(sample));
        elsewhere.execute(() -> {
            Design design = sample.read();
            Report report = Report.of(design);
            Platform.runLater(() -> tile.show(design, report, theme));
        });
        return tile;
    }

    private Tile tile(RecentFile used) {
        Path file = used.path();
        boolean there = used.isThere();
        String name = file.getFileName().toString();
        Path folder = file.toAbsolutePath().getParent();
        var tile = new Tile("recent-" + name.replaceAll("[^A-Za-z0-9]", "-"), name,
                there ? String.valueOf(folder) : "Not there any more", WIDE, 168,
                () -> wishes.open(file));
        tile.setDisable(!there);
        if (there) {
            elsewhere.execute(() -> {
                try {
                    Design design = DesignFile.open(file).design();
                    Report report = Report.of(design);
                    Platform.runLater(() -> tile.show(design, report, theme));
                } catch (UnreadableDesign _) {
                    Platform.runLater(() -> tile.show(Glyph.icon("flag", 24)));
                }
            });
        }
        return tile;
    }

    private static Label title(String text) {
        var title = new Label(text);
        title.getStyleClass().add("display");
        return title;
    }

    private static Node heading(String text, String more) {
        var heading = new Label(text);
        heading.getStyleClass().add("heading");
        var caption = new Label(more);
        caption.getStyleClass().add("caption");
        var line = new HBox(10, heading, caption);
        line.setAlignment(Pos.BASELINE_LEFT);
        line.setPadding(new Insets(14, 0, 0, 0));
        return line;
    }
}
