package io.plumbline.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.runbook.Block;
import io.plumbline.runbook.Document;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class WritersTest {

    private static final String HOSTILE = "<script>alert(1)</script> | `rm` [x](y) & \"q\" 'p' \n# head\u0000";

    private static Document hostile() {
        return new Document(HOSTILE, List.of(new Document.CoverLine("Customer", HOSTILE)),
                List.of(new Block.Section(HOSTILE,
                        List.of(new Block.Paragraph(HOSTILE), new Block.Bullets(List.of(HOSTILE)),
                                new Block.Table(HOSTILE, List.of("a", HOSTILE), List.of(List.of(HOSTILE, "b"))),
                                new Block.Check(HOSTILE, HOSTILE, new Block.Listing("powershell", "```\n" + HOSTILE),
                                        HOSTILE),
                                new Block.Picture("d.svg", HOSTILE, "<?xml version=\"1.0\"?>\n<svg/>"),
                                new Block.SignOff(List.of(HOSTILE))))));
    }

    @Test
    void noTextBecomesMarkupInHtml() throws Exception {
        String html = HtmlWriter.write(hostile());
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<?xml"), html);
        assertFalse(html.contains("\u0000"), html);
        // Well formed once the void elements are closed: nothing escaped from its cell.
        String xml = html.replace("<!DOCTYPE html>", "").replaceAll("<(meta|input)([^>]*)>", "<$1$2/>")
                .replaceAll("(?s)<style>.*?</style>", "");
        assertEquals("html", DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml))).getDocumentElement().getTagName());
    }

    @Test
    void theHtmlNeedsNothingFromOutside() {
        String html = HtmlWriter.write(hostile());
        assertFalse(html.contains("http://") || html.contains("https://") || html.contains("src="), html);
        assertTrue(html.contains("<svg/>"), html);
    }

    @Test
    void noTextBecomesMarkupInMarkdown() {
        String markdown = MarkdownWriter.write(hostile()).replaceAll("(?s)````.*?````", "");
        assertFalse(markdown.lines().anyMatch(line -> line.startsWith("# head")), markdown);
        assertFalse(markdown.contains("[x](y)"), markdown);
        for (String line : markdown.lines().filter(each -> each.startsWith("| ")).toList()) {
            String cells = line.replace("\\|", "");
            assertTrue(List.of(3L, 5L).contains(cells.chars().filter(c -> c == '|').count()), line);
        }
    }

    @Test
    void aFenceIsLongerThanWhatItHolds() {
        String markdown = MarkdownWriter.write(hostile());
        assertTrue(markdown.contains("\n````powershell\n"), markdown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"plain;plain", "1. first;1\\. first", "- item;\\- item", "a_b*c;a\\_b\\*c",
            "CSV1+LM2;CSV1+LM2", "10.10.1.1/24;10.10.1.1/24", "a\\b;a\\\\b", "3) x;3\\) x", "HV1/SLOT41;HV1/SLOT41"})
    void markdownIsEscapedOnlyWhereItMatters(String text, String escaped) {
        assertEquals(escaped, MarkdownWriter.escape(text));
    }

    @Test
    void aTableRowMustFitItsHeader() {
        assertThrows(IllegalArgumentException.class,
                () -> new Block.Table("x", List.of("a", "b"), List.of(List.of("one"))));
    }
}
