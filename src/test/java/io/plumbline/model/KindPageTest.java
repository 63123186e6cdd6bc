package io.plumbline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KindPageTest {

    @Test
    void everyAttributeOfEveryKindIsExplainedAndNothingElse() {
        int attributes = 0;
        List<String> wrong = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            TreeSet<String> paths = new TreeSet<>();
            collect(Shape.of(kind.type()), "", paths);
            paths.remove("id");
            attributes += paths.size();
            KindPage page = KindPage.of(kind);
            assertEquals(paths, new TreeSet<>(page.textByPath().keySet()), kind.word());
            page.textByPath().forEach((path, text) -> {
                if (text.label().isBlank() || !text.meaning().endsWith(".")) {
                    wrong.add(kind.word() + "." + path);
                }
            });
            assertTrue(page.sentence().endsWith("."), page.sentence());
        }
        assertEquals(List.of(), wrong);
        assertTrue(attributes > 400, attributes + " attributes");
    }

    private static void collect(Shape<?> shape, String prefix, TreeSet<String> paths) {
        for (Property property : shape.properties()) {
            String path = prefix + property.name();
            paths.add(path);
            Type type = property.type();
            if (type instanceof Type.ListOf(Type.Group(Class<? extends Part> group))) {
                collect(Shape.of(group), path + "[].", paths);
            } else if (type instanceof Type.Group(Class<? extends Part> group)) {
                collect(Shape.of(group), path + ".", paths);
            }
        }
    }

    @Test
    void aPageSaysLabelDefaultAndMeaning() {
        assertEquals(new AttributeText("Simultaneous migrations", "2",
                "Most live migrations at a time (MaximumVirtualMachineMigrations)."),
                KindPage.of(Kind.HOST).text("lm.maxConcurrent"));
        assertEquals("A Hyper-V host.", KindPage.of(Kind.HOST).sentence());
    }
}
