package io.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentsTest {
    @ParameterizedTest
    @CsvSource({"'Contoso, Hyper-V refresh', contoso-hyper-v-refresh.plumb", "'', design.plumb", "'...', design.plumb",
            "Überblick 2, überblick-2.plumb"})
    void aFileIsNamedAfterTheDesign(String title, String name) {
        assertEquals(name, Documents.suggested(title));
    }

    @ParameterizedTest
    @CsvSource({"rack, rack.plumb", "rack.plumb, rack.plumb", "rack.json, rack.json"})
    void aNameWithoutEndingGetsOne(String typed, String name) {
        assertEquals(Path.of(name), Documents.withEnding(Path.of(typed)));
    }
}
