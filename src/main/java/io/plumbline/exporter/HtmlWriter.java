package io.plumbline.exporter;

import io.plumbline.runbook.Block;
import io.plumbline.runbook.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Writes a document as one HTML file that needs nothing else: style and pictures are inside, no script, no network.
public final class HtmlWriter {

    private static final Parser MARKDOWN = Parser.builder().build();
    // Rule pages hold no HTML of their own; should one ever, it is shown as text.
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private final StringBuilder out = new StringBuilder();
    private int section;

    private HtmlWriter() {}

    public static String write(Document document) {
        HtmlWriter writer = new HtmlWriter();
        writer.page(document);
        return writer.out.toString();
    }

    /// The text with everything made harmless that HTML could take as markup. Characters that XML forbids become U+FFFD.
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }

    private void page(Document document) {
        line("<!DOCTYPE html>").line("<html lang=\"en\">").line("<head>").line("<meta charset=\"utf-8\">")
                .line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .line("<title>" + escape(document.title()) + "</title>")
                .line("<style>" + style() + "</style>").line("</head>").line("<body>")
                .line("<header>").line("<h1>" + escape(document.title()) + "</h1>").line("<dl>");
        document.cover().forEach(
                each -> line("<dt>" + escape(each.label()) + "</dt><dd>" + escape(each.value()) + "</dd>"));
        line("</dl>").line("</header>").line("<nav aria-label=\"Contents\">").line("<h2>Contents</h2>").line("<ol>");
        List<String> titles = new ArrayList<>(document.sections().stream().map(Block.Section::title).toList());
        for (int i = 0; i < titles.size(); i++) {
            line("<li><a href=\"#s" + (i + 1) + "\">" + escape(titles.get(i)) + "</a></li>");
        }
        line("</ol>").line("</nav>").line("<main>");
        document.sections().forEach(each -> write(each, 2));
        line("</main>").line("</body>").line("</html>");
    }

    private void write(Block block, int level) {
        switch (block) {
            case Block.Section(String title, List<Block> blocks) -> {
                String id = level == 2 ? " id=\"s" + ++section + "\"" : "";
                String heading = "h" + Math.min(level, 6);
                line("<section" + id + ">").line("<" + heading + ">" + escape(title) + "</" + heading + ">");
                blocks.forEach(each -> write(each, level + 1));
                line("</section>");
            }
            case Block.Paragraph(String text) -> line("<p>" + escape(text) + "</p>");
            case Block.Explanation(String markdown) ->
                    line("<div class=\"explanation\">" + RENDERER.render(MARKDOWN.parse(markdown)).strip() + "</div>");
            case Block.Bullets(List<String> items) -> {
                line("<ul>");
                items.forEach(item -> line("<li>" + escape(item) + "</li>"));
                line("</ul>");
            }
            case Block.Table table -> table(table);
            case Block.Listing(_, String text) -> line("<pre><code>" + escape(text.stripTrailing()) + "</code></pre>");
            case Block.Check(String title, String where, Block.Listing commands, String expected) -> {
                line("<div class=\"check\">");
                line("<p><label><input type=\"checkbox\"> <strong>" + escape(title) + "</strong></label></p>");
                line("<p class=\"where\">Where: " + escape(where) + "</p>");
                write(commands, level);
                line("<p>Expected: " + escape(expected) + "</p>").line("</div>");
            }
            case Block.Picture(_, String description, String svg) -> line("<figure role=\"img\" aria-label=\""
                    + escape(description) + "\">" + svg.replaceFirst("(?s)^\\s*<\\?xml.*?\\?>\\s*", "").strip()
                    + "<figcaption>" + escape(description) + "</figcaption></figure>");
            case Block.SignOff(List<String> roles) -> table(new Block.Table("",
                    List.of("Role", "Name", "Date", "Signature"),
                    roles.stream().map(role -> List.of(role, "", "", "")).toList()));
        }
    }

    private void table(Block.Table table) {
        line("<div class=\"wide\"><table>");
        if (!table.caption().isBlank()) {
            line("<caption>" + escape(table.caption()) + "</caption>");
        }
        line("<thead><tr>" + cells(table.header(), "th scope=\"col\"", "th") + "</tr></thead>").line("<tbody>");
        table.rows().forEach(row -> line("<tr>" + cells(row, "td", "td") + "</tr>"));
        line("</tbody></table></div>");
    }

    private static String cells(List<String> cells, String open, String close) {
        StringBuilder row = new StringBuilder();
        cells.forEach(cell -> row.append('<').append(open).append('>').append(escape(cell)).append("</").append(close)
                .append('>'));
        return row.toString();
    }

    private static String style() {
        try (InputStream in = HtmlWriter.class.getResourceAsStream("runbook.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The runbook's style cannot be read.", e);
        }
    }

    private HtmlWriter line(String text) {
        out.append(text).append('\n');
        return this;
    }
}
