package io.plumbline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plumbline.RandomDesign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaTest {
    private static final Path PUBLISHED =
            Path.of("src/main/resources/io/plumbline/file/schema-" + DesignFile.FORMAT_VERSION + ".json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaOfDesign.text());

    private static List<String> errors(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
    }

    @Test
    void thePublishedSchemaIsTheOneOfTheRecords() throws IOException {
        if (Boolean.getBoolean("approve")) {
            Files.writeString(PUBLISHED, SchemaOfDesign.text());
        }
        assertEquals(SchemaOfDesign.text(), Files.readString(PUBLISHED), "-Dapprove=true publishes the new one");
    }

    @Test
    void everyVersionOfTheSchemaIsPublishedUnderItsOwnName() {
        for (int version = 1; version <= DesignFile.FORMAT_VERSION; version++) {
            JsonNode schema = new JsonMapper().readTree(DesignFile.schema(version).orElseThrow());
            assertEquals("urn:plumbline:design:" + version, schema.path("$id").asString());
        }
        assertEquals(Optional.empty(), DesignFile.schema(0));
        assertEquals(Optional.empty(), DesignFile.schema(DesignFile.FORMAT_VERSION + 1));
    }

    @Test
    void everyFieldHasADescription() {
        List<String> without = new ArrayList<>();
        int fields = collectWithoutDescription(new JsonMapper().readTree(SchemaOfDesign.text()), "$", without);
        assertEquals(List.of(), without);
        assertTrue(fields > 400, fields + " fields");
    }

    private static int collectWithoutDescription(JsonNode schema, String path, List<String> without) {
        int fields = 0;
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            if (entry.getKey().equals("properties") && !path.endsWith(".properties")) {
                for (Map.Entry<String, JsonNode> field : entry.getValue().properties()) {
                    fields++;
                    if (field.getValue().path("description").asString().isBlank()
                            || field.getValue().path("title").asString().isBlank()) {
                        without.add(path + "." + field.getKey());
                    }
                }
            }
            fields += collectWithoutDescription(entry.getValue(), path + "." + entry.getKey(), without);
        }
        return fields;
    }

    @RepeatedTest(40)
    void everyDesignIsValid(RepetitionInfo seed) {
        assertEquals(List.of(), errors(DesignFile.write(RandomDesign.of(seed.getCurrentRepetition()))));
    }

    @Test
    void everySampleIsValid() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("sample-topologies"))) {
            for (Path sample : files.filter(file -> file.toString().endsWith(".plumb")).toList()) {
                assertEquals(List.of(), errors(Files.readString(sample)), sample.toString());
            }
        }
    }

    @Test
    void whatTheProgramRefusesTheSchemaRefusesToo() {
        String host = "{\"formatVersion\": 1, \"elements\": {\"host\": [%s]}}";
        assertEquals(List.of(), errors(host.formatted("{\"id\": \"h-1\", \"osVersion\": null, \"future\": []}")));
        for (String wrong : List.of("{}", "{\"id\": 1}", "{\"id\": \"\"}", "{\"id\": \"h-1\", \"osVersion\": \"2013\"}",
                "{\"id\": \"h-1\", \"memoryGB\": \"8\"}", "{\"id\": \"h-1\", \"memoryGB\": 8.5}",
                "{\"id\": \"h-1\", \"lm\": []}", "{\"id\": \"h-1\", \"lm\": {\"networks\": [{\"prefix\": \"x\"}]}}",
                "{\"id\": \"h-1\", \"name\": null}", "{\"id\": \"h-1\", \"macPoolMin\": \"00\"}", "\"h-1\"")) {
            assertFalse(errors(host.formatted(wrong)).isEmpty(), wrong);
        }
        assertFalse(errors("{\"formatVersion\": 2}").isEmpty());
        assertFalse(errors("{}").isEmpty());
        assertFalse(
                errors("{\"formatVersion\": 1, \"elements\": {\"switchPort\": [{\"id\": \"p-1\", \"switch\": \"s\", "
                        + "\"accessVlan\": 4095}]}}").isEmpty());
        assertFalse(
                errors("{\"formatVersion\": 1, \"layout\": {\"views\": [{\"id\": \"v-1\", \"nodes\": {\"h\": {}}}]}}")
                        .isEmpty());
    }
}
