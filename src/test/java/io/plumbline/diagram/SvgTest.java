package io.plumbline.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.model.Note;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgTest {
    @ParameterizedTest
    @EnumSource
    void everyThemeIsWellFormedAndComplete(Theme theme) throws Exception {
        Document svg = parsed(Svg.write(Picture.of(Contoso.design(), Contoso.marks()), theme));
        assertEquals("Contoso, Hyper-V refresh", svg.getElementsByTagName("title").item(0).getTextContent());
        assertTrue(texts(svg).contains("HV01"));
        assertTrue(texts(svg).contains("172.31.3.232"));
        assertEquals(0, svg.getElementsByTagName("script").getLength());
        assertEquals(0, svg.getElementsByTagName("image").getLength());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><g onload=\"x", "a & b", "tab\tnew\nline",
            "\u0001\u001b[31m",
            "half \ud83d letter", "not \uffff a letter", "]]>", "{{7*7}}", "\u202ereversed", "名前", "😀😀😀😀😀😀",
            "   "})
    void whateverSomebodyTypedBecomesText(String typed) throws Exception {
        Sketch sketch = Sketch.b0();
        for (String id : new String[]{"H1", "H1/NIC1", "N1", "S1", "S1/1", "WEB", "HVC1", "Clients", "Po1"}) {
            sketch = sketch.set(id, "name", typed);
        }
        Design design = sketch.with(Note.of(new Id("note"), typed)).set("note", "text", typed).design();
        String svg = Svg.write(Picture.of(design), Theme.LIGHT);
        Document document = parsed(svg);
        assertEquals(0, document.getElementsByTagName("script").getLength());
        assertFalse(svg.contains("onload=\"x\""));
        assertFalse(svg.chars().anyMatch(letter -> letter < 0x20 && letter != '\n'));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.5, 1.5", "1.25, 1.25", "1.999, 2", "-0.004, 0", "0.1, 0.1", "1234567, 1234567"})
    void numbersAreAsShortAsTheyCanBe(double number, String text) {
        assertEquals(text, Xml.number(number));
    }

    @Test
    void anEmptyDesignIsAnEmptyPicture() throws Exception {
        Document svg = parsed(Svg.write(Picture.of(Design.empty("Nothing yet")), Theme.LIGHT));
        assertEquals(0, svg.getElementsByTagName("text").getLength());
    }

    @Test
    void aPictureIsWrittenTheSameEachTime() {
        assertEquals(Svg.write(Picture.of(Contoso.unplaced(), Contoso.marks()), Theme.DARK),
                Svg.write(Picture.of(Contoso.unplaced(), Contoso.marks()), Theme.DARK));
    }

    private static String texts(Document svg) {
        NodeList texts = svg.getElementsByTagName("text");
        var all = new StringBuilder();
        for (int i = 0; i < texts.getLength(); i++) {
            all.append(texts.item(i).getTextContent()).append('\n');
        }
        return all.toString();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }
}
