package io.plumbline.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsSarifTest {

    @ParameterizedTest
    @CsvSource({"designs/rack.plumb, designs/rack.plumb", "Höhe 1.plumb, H%C3%B6he%201.plumb",
            "C:\\designs\\rack.plumb, file:///C:/designs/rack.plumb", "a:b.plumb, ./a:b.plumb",
            "/tmp/rack.plumb, /tmp/rack.plumb", "standard input, standard%20input", "50%.plumb, 50%25.plumb"})
    void aFileNameBecomesAReference(String file, String uri) {
        assertEquals(uri, FindingsSarif.uri(file));
    }
}
