package io.plumbline.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.model.Attribute;
import io.plumbline.model.Bytes;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.MtuAccounting;
import io.plumbline.model.MulticastLookup;
import io.plumbline.model.NicModel;
import io.plumbline.model.SwitchModel;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static SwitchModel switchModel(String id) {
        return (SwitchModel) Catalog.load().model(new Id(id));
    }

    @Test
    void everyModelLoads() {
        assertEquals(33, Catalog.load().switchModels().size());
        assertEquals(15, Catalog.load().nicModels().size());
    }

    @Test
    void theIndexNamesEveryFile() throws IOException, URISyntaxException {
        Path folder = Path.of(Catalog.class.getResource("index.txt").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            List<String> slugs = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length())).sorted().toList();
            assertEquals(slugs, Files.readAllLines(folder.resolve("index.txt")));
            assertEquals(slugs, Catalog.load().modelById().keySet().stream().map(Id::text).toList());
        }
    }

    @Test
    void everyModelNamesItsSources() {
        for (Element model : Catalog.load().modelById().values()) {
            List<String> sources = model instanceof SwitchModel each ? each.sources().orElse(List.of())
                    : ((NicModel) model).sources().orElse(List.of());
            assertFalse(sources.isEmpty(), model.name());
            sources.forEach(source -> assertTrue(source.length() > 5, model.name()));
            assertFalse(model.name().isBlank(), model.id().text());
        }
    }

    @Test
    void theReportsDevicesHaveTheReportsFigures() {
        assertEquals(Attribute.of(new Bytes(12000)), switchModel("dell-force10-s4810").maxMtuBytes());
        assertEquals(MtuAccounting.FRAME_FCS, switchModel("dell-force10-s4810").accountingKind());
        assertEquals(Attribute.of(new Bytes(9216)), switchModel("dell-powerconnect-8132").maxMtuBytes());
        assertEquals(Attribute.of(MulticastLookup.MAC), switchModel("dell-powerconnect-5424").mcastLookup());
        assertEquals(Attribute.of(new Bytes(9614)),
                ((NicModel) Catalog.load().model(new Id("mellanox-connectx"))).maxJumboBytes());
    }

    @Test
    void whatIsNotDocumentedIsLeftOpen() {
        assertTrue(switchModel("dell-powerconnect-5424").maxMtuBytes().isUnset());
        assertEquals(MtuAccounting.UNKNOWN, switchModel("dell-powerconnect-5424").accountingKind());
    }

    @Test
    void aDesignKeepsItsOwnCopyOfAModel() {
        Id id = new Id("dell-powerconnect-8132");
        Design design = Catalog.load().withModel(Design.empty("x"), id);
        assertEquals(Catalog.load().model(id), design.element(id));
        Design changed = design.with(Element.with(design.element(id), "maxMtuBytes", 9000));
        assertSame(changed, Catalog.load().withModel(changed, id));
    }
}
