package io.plumbline.exporter;

import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Writes maps and lists as JSON that is the same on every machine: indented by two, line feeds, fields in the order given.
final class JsonText {

    private static final ObjectWriter WRITER = writer();

    private JsonText() {}

    static String of(Map<String, ?> value) {
        return WRITER.writeValueAsString(value) + "\n";
    }

    private static ObjectWriter writer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return JsonMapper.builder().build().writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
    }
}
