package io.plumbline.file;

import java.io.InputStream;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// JSON as Plumbline reads and writes it.
final class Json {
    /// Far more than any design needs, far less than would hurt.
    static final int DEEPEST = 100;

    private static final int LONGEST_PATH = 100;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(100)
                    .maxStringLength(10_000_000).maxNameLength(10_000).maxDocumentLength(Source.MOST_BYTES).build())
            .enable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .errorReportConfiguration(ErrorReportConfiguration.builder().maxErrorTokenLength(40).build())
            .build();

    private Json() {}

    static JsonParser parser(InputStream in) {
        return FACTORY.createParser(ObjectReadContext.empty(), in);
    }

    static JsonParser parser(String json) {
        return FACTORY.createParser(ObjectReadContext.empty(), json);
    }

    /// `$.elements.host[0].osVersion`, cut off where it gets absurd.
    static String path(TokenStreamContext context) {
        StringBuilder path = new StringBuilder();
        append(path, context);
        return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "…" : path.toString();
    }

    private static void append(StringBuilder path, TokenStreamContext context) {
        if (context == null || context.inRoot()) {
            path.append('$');
            return;
        }
        append(path, context.getParent());
        if (context.inArray()) {
            path.append('[').append(Math.max(0, context.getCurrentIndex())).append(']');
        } else if (context.currentName() != null) {
            String name = context.currentName();
            if (name.matches("[A-Za-z_$][A-Za-z0-9_$]*")) {
                path.append('.').append(name);
            } else {
                path.append("['").append(shortened(name).replace("'", "\\'")).append("']");
            }
        }
    }

    /// What a message can hold of a text of any length and any characters.
    static String shortened(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(60).map(c -> Character.isISOControl(c) ? ' ' : c).forEach(shown::appendCodePoint);
        return shown.length() < text.length() ? shown + "…" : shown.toString();
    }
}
