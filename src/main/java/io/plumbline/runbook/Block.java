package io.plumbline.runbook;

import java.util.List;

/// A piece of a document, without any format: Markdown, HTML and the formats to come are written from the same tree.
///
/// Every text is plain: the writer quotes it for its format, so that no name can become markup. Only [Explanation] holds
/// Markdown, and only that of the rule pages, which are ours.
public sealed interface Block {

    /// A part of the document with a heading of its own.
    record Section(String title, List<Block> blocks) implements Block {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    record Paragraph(String text) implements Block {}

    /// Text of a rule page, in Markdown.
    record Explanation(String markdown) implements Block {}

    record Bullets(List<String> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /// A table with one header row; every row has as many cells.
    record Table(String caption, List<String> header, List<List<String>> rows) implements Block {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException("A row of \"" + caption + "\" has " + row.size()
                            + " cells under " + header.size() + " headings.");
                }
            }
        }
    }

    /// Commands to type, in the language named (powershell, dos, os9 ...).
    record Listing(String language, String text) implements Block {}

    /// A check to carry out, with a box to tick.
    ///
    /// @param where    the machine to do it on
    /// @param commands what to type there
    /// @param expected what must come out
    record Check(String title, String where, Listing commands, String expected) implements Block {}

    /// A drawing, as SVG text with a description for those who do not see it.
    record Picture(String fileName, String description, String svg) implements Block {}

    /// Lines for name, date and signature.
    record SignOff(List<String> roles) implements Block {
        public SignOff {
            roles = List.copyOf(roles);
        }
    }
}
