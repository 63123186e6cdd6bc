package io.plumbline.exporter;

import io.plumbline.runbook.Block;
import io.plumbline.runbook.Document;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes a document as Markdown that GitHub and Azure DevOps show alike. Pictures are files beside it.
public final class MarkdownWriter {

    private static final String SPECIAL = "\\`*_{}[]<>#|~!$&";

    private final StringBuilder out = new StringBuilder();

    private MarkdownWriter() {}

    public static String write(Document document) {
        MarkdownWriter writer = new MarkdownWriter();
        writer.line("# " + escape(document.title())).line("");
        writer.write(new Block.Table("", List.of("", ""),
                document.cover().stream().map(line -> List.of(line.label(), line.value())).toList()), 2);
        document.sections().forEach(section -> writer.write(section, 2));
        return writer.out.toString().stripTrailing() + "\n";
    }

    /// The text with every character that Markdown or HTML could take as markup made harmless, on one line.
    static String escape(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> plain.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        StringBuilder escaped = new StringBuilder();
        plain.toString().strip().codePoints().forEach(c -> {
            boolean leading = escaped.isEmpty() && (c == '-' || c == '+' || c == '=');
            if (SPECIAL.indexOf(c) >= 0 || leading) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        // "1. " and "1) " would start a numbered list.
        return escaped.toString().replaceFirst("^(\\d+)([.)])(\\s|$)", "$1\\\\$2$3");
    }

    private void write(Block block, int level) {
        switch (block) {
            case Block.Section(String title, List<Block> blocks) -> {
                line("#".repeat(Math.min(level, 6)) + " " + escape(title)).line("");
                blocks.forEach(each -> write(each, level + 1));
            }
            case Block.Paragraph(String text) -> line(escape(text)).line("");
            case Block.Explanation(String markdown) -> line(markdown.strip()).line("");
            case Block.Bullets(List<String> items) -> {
                items.forEach(item -> line("- " + escape(item)));
                line("");
            }
            case Block.Table(String caption, List<String> header, List<List<String>> rows) -> {
                if (!caption.isBlank()) {
                    line("**" + escape(caption) + "**").line("");
                }
                line(row(header)).line("|" + "---|".repeat(header.size()));
                rows.forEach(cells -> line(row(cells)));
                line("");
            }
            case Block.Listing listing -> fence(listing);
            case Block.Check(String title, String where, Block.Listing commands, String expected) -> {
                line("- [ ] **" + escape(title) + "**").line("");
                line("  Where: " + escape(where)).line("");
                fence(new Block.Listing(commands.language(), commands.text()));
                line("  Expected: " + escape(expected)).line("");
            }
            case Block.Picture(String fileName, String description, _) ->
                    line("![" + escape(description) + "](" + fileName + ")").line("");
            case Block.SignOff(List<String> roles) -> {
                line(row(List.of("Role", "Name", "Date", "Signature"))).line("|---|---|---|---|");
                roles.forEach(role -> line(row(List.of(role, "", "", ""))));
                line("");
            }
        }
    }

    /// A code block whose fence is longer than any run of backticks inside.
    private void fence(Block.Listing listing) {
        int longest = 2;
        int run = 0;
        for (char c : listing.text().toCharArray()) {
            run = c == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        line(fence + listing.language().toLowerCase(Locale.ROOT)).line(listing.text().stripTrailing()).line(fence)
                .line("");
    }

    private static String row(List<String> cells) {
        return cells.stream().map(MarkdownWriter::escape).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private MarkdownWriter line(String text) {
        out.append(text).append('\n');
        return this;
    }
}
