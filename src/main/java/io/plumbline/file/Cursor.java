package io.plumbline.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.io.JsonStringEncoder;

/// The place in the file where reading has come to, and what was wrong so far.
final class Cursor {
    /// More would help nobody.
    private static final int MOST_SLIPS = 100;

    private final JsonParser parser;
    private final List<Slip> slips = new ArrayList<>();

    Cursor(JsonParser parser) {
        this.parser = parser;
    }

    List<Slip> slips() {
        return slips;
    }

    JsonToken next() {
        return parser.nextToken();
    }

    JsonToken token() {
        return parser.currentToken();
    }

    boolean at(JsonToken token) {
        return parser.currentToken() == token;
    }

    /// The name of the field whose value this is.
    String name() {
        return parser.currentName();
    }

    /// The text, or the number as it is written.
    String text() {
        return parser.getString();
    }

    /// Leaves the value at its last token.
    void skip() {
        parser.skipChildren();
    }

    long offset() {
        return parser.currentTokenLocation().getByteOffset();
    }

    /// How far the parser has looked, where no token begins.
    long reached() {
        return parser.currentLocation().getByteOffset();
    }

    String path() {
        TokenStreamContext context = parser.streamReadContext();
        boolean inside = at(JsonToken.START_OBJECT) || at(JsonToken.START_ARRAY);
        return Json.path(inside ? context.getParent() : context);
    }

    void slip(String what, String remedy) {
        slip(offset(), path(), what, remedy);
    }

    void slip(long offset, String path, String what, String remedy) {
        if (slips.size() < MOST_SLIPS) {
            slips.add(new Slip(offset, path, what, remedy));
        }
    }

    /// Whether an object begins here; says so when none does, and passes over what stands here.
    boolean startsObject() {
        if (at(JsonToken.START_OBJECT)) {
            return true;
        }
        slip("Expected an object, found " + found() + ".", "Correct it.");
        skip();
        return false;
    }

    /// Reads the fields of the object that stands here.
    void fields(Field field) {
        if (!startsObject()) {
            return;
        }
        Set<String> names = new HashSet<>();
        while (next() != JsonToken.END_OBJECT) {
            String name = name();
            next();
            if (names.add(name)) {
                field.read(name);
            } else {
                passTwice();
            }
        }
    }

    /// Reads the value of a field: begins at its first token and leaves it at its last.
    interface Field {
        void read(String name);
    }

    /// Says that a field stands twice in one object, and passes over it.
    void passTwice() {
        slipTwice();
        skip();
    }

    void slipTwice() {
        slip("This is stated twice.", "Delete one of the two.");
    }

    /// What stands here, for a message: `the text "big"`.
    String found() {
        return switch (token()) {
            case VALUE_STRING -> "the text \"" + Json.shortened(text()) + "\"";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + Json.shortened(text());
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NULL -> "null";
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            default -> "nothing";
        };
    }

    /// The value here as JSON text in one line, with every number as it is written. Leaves it at its last token.
    String raw() {
        StringBuilder out = new StringBuilder();
        raw(out);
        return out.toString();
    }

    private void raw(StringBuilder out) {
        switch (token()) {
            case START_OBJECT -> {
                out.append('{');
                Set<String> names = new HashSet<>();
                boolean first = true;
                while (next() != JsonToken.END_OBJECT) {
                    String name = name();
                    next();
                    if (!names.add(name)) {
                        passTwice();
                        continue;
                    }
                    out.append(first ? "" : ", ");
                    quote(name, out);
                    out.append(": ");
                    raw(out);
                    first = false;
                }
                out.append('}');
            }
            case START_ARRAY -> {
                out.append('[');
                boolean first = true;
                while (next() != JsonToken.END_ARRAY) {
                    out.append(first ? "" : ", ");
                    raw(out);
                    first = false;
                }
                out.append(']');
            }
            case VALUE_STRING -> quote(text(), out);
            default -> out.append(text());
        }
    }

    static void quote(String text, StringBuilder out) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }
}
