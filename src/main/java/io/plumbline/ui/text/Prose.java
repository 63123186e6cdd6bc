package io.plumbline.ui.text;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/// Markdown as labels and paragraphs of the window.
public final class Prose {
    private static final Parser PARSER = Parser.builder().build();

    private Prose() {}

    public static VBox of(String markdown) {
        var box = new VBox(6);
        PARSER.parse(markdown).accept(new Blocks(box));
        return box;
    }

    /// A command or an output that can be selected and copied.
    private static Node code(String text) {
        String stripped = text.stripTrailing();
        var area = new TextArea(stripped);
        area.setEditable(false);
        area.getStyleClass().addAll("code", "code-block");
        area.setWrapText(true);
        area.setPrefRowCount((int) Math.min(12, stripped.lines().count()));
        area.setMinHeight(18 * Math.min(12, stripped.lines().count()) + 14);
        area.setPrefHeight(18 * Math.min(12, stripped.lines().count()) + 14);
        return area;
    }

    private static final class Blocks extends AbstractVisitor {
        private final VBox box;

        Blocks(VBox box) {
            this.box = box;
        }

        @Override
        public void visit(Paragraph paragraph) {
            box.getChildren().add(flow(paragraph));
        }

        @Override
        public void visit(Heading heading) {
            TextFlow flow = flow(heading);
            flow.getStyleClass().add("prose-heading");
            box.getChildren().add(flow);
        }

        @Override
        public void visit(IndentedCodeBlock block) {
            box.getChildren().add(code(block.getLiteral()));
        }

        @Override
        public void visit(FencedCodeBlock block) {
            box.getChildren().add(code(block.getLiteral()));
        }

        @Override
        public void visit(BlockQuote quote) {
            var inner = new VBox(6);
            inner.getStyleClass().add("quote");
            visitInto(quote, inner);
        }

        @Override
        public void visit(BulletList list) {
            items(list, "•");
        }

        @Override
        public void visit(OrderedList list) {
            items(list, "");
        }

        private void items(org.commonmark.node.Node list, String bullet) {
            int number = 1;
            for (var item = list.getFirstChild(); item instanceof ListItem; item = item.getNext()) {
                var mark = new Label(bullet.isEmpty() ? number + "." : bullet);
                mark.setMinWidth(16);
                mark.getStyleClass().add("prose");
                var content = new VBox(4);
                HBox.setHgrow(content, Priority.ALWAYS);
                var inner = new Blocks(content);
                for (var child = item.getFirstChild(); child != null; child = child.getNext()) {
                    child.accept(inner);
                }
                box.getChildren().add(new HBox(4, mark, content));
                number++;
            }
        }

        private void visitInto(org.commonmark.node.Node parent, VBox inner) {
            var blocks = new Blocks(inner);
            for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
                child.accept(blocks);
            }
            box.getChildren().add(inner);
        }

        private static TextFlow flow(org.commonmark.node.Node paragraph) {
            var flow = new TextFlow();
            flow.getStyleClass().add("prose");
            flow.setPadding(Insets.EMPTY);
            flow.setMinHeight(Region.USE_PREF_SIZE);
            paragraph.accept(new Words(flow));
            return flow;
        }
    }

    private static final class Words extends AbstractVisitor {
        private final TextFlow flow;
        private String style = "prose-text";

        Words(TextFlow flow) {
            this.flow = flow;
        }

        @Override
        public void visit(org.commonmark.node.Text text) {
            add(text.getLiteral(), style);
        }

        @Override
        public void visit(Code code) {
            add(code.getLiteral(), "prose-code");
        }

        @Override
        public void visit(Emphasis emphasis) {
            styled(emphasis, "prose-text");
        }

        @Override
        public void visit(StrongEmphasis emphasis) {
            styled(emphasis, "prose-strong");
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            add(" (" + link.getDestination() + ")", "prose-text");
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            add(" ", style);
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            add("\n", style);
        }

        private void styled(org.commonmark.node.Node node, String inner) {
            String outer = style;
            style = inner;
            visitChildren(node);
            style = outer;
        }

        private void add(String text, String styleClass) {
            var node = new Text(text);
            node.getStyleClass().setAll(List.of("text", styleClass));
            flow.getChildren().add(node);
        }
    }
}
