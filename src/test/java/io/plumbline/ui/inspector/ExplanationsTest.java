package io.plumbline.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.model.Kind;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import io.plumbline.ui.inspector.Explanations.Explanation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationsTest {
    @Test
    void aPageIsReadWithLabelsDefaultsAndMeanings() {
        Explanations page = Explanations.read("""
                # Port

                Where a cable ends.

                | attribute | label | default | meaning |
                |---|---|---|---|
                | speed | Speed (Mbit/s) | of the model | How fast it is. |
                | mode | Mode | none | What it is for. |
                """);
        assertEquals("Where a cable ends.", page.meaning());
        assertEquals(new Explanation("Speed (Mbit/s)", "of the model", "How fast it is."), page.of("speed"));
        assertEquals(List.of("Speed", "Mbit/s"), List.of(page.of("speed").name(), page.of("speed").unit()));
        assertTrue(page.of("speed").hasStandard());
        assertEquals(false, page.of("mode").hasStandard());
    }

    @ParameterizedTest
    @EnumSource
    void everyAttributeOfEveryKindIsExplained(Kind kind) {
        Explanations page = Explanations.of(kind);
        List<String> missing = Shape.of(kind.type()).properties().stream().map(Property::name)
                .filter(name -> !name.equals("id") && !page.byPath().containsKey(name)).toList();
        assertEquals(List.of(), missing);
        assertTrue(page.meaning().endsWith("."), page.meaning());
    }
}
