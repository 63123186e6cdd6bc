package io.plumbline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void theStartPageOffersEverySampleThereIs() throws IOException {
        try (var files = Files.list(Path.of("sample-topologies"))) {
            assertEquals(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".plumb"))
                    .collect(Collectors.toSet()),
                    Sample.ALL.stream().map(sample -> sample.file() + ".plumb").collect(Collectors.toSet()));
        }
    }

    @Test
    void everySampleOpens() {
        Sample.ALL.forEach(sample -> assertTrue(sample.read().size() > 5, sample.file()));
    }
}
