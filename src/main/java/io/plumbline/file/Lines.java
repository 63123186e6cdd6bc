package io.plumbline.file;

import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/// Where a file breaks its lines: so that one changed property is one changed line.
final class Lines implements PrettyPrinter {

    /// How an object or a list is laid out.
    enum Style {
        /// One entry per line, the comma behind it.
        BLOCK,
        /// One entry per line, the comma before it: an entry can come and go without touching the line of another.
        GROUP,
        /// All in one line, and all inside it.
        LINE
    }

    private final Deque<Style> open = new ArrayDeque<>();
    private Style next = Style.LINE;

    /// The style of the object or list that is started next.
    void next(Style style) {
        next = style;
    }

    @Override
    public void writeStartObject(JsonGenerator g) {
        start();
        g.writeRaw(open.peek() == Style.GROUP ? "{ " : "{");
    }

    @Override
    public void writeStartArray(JsonGenerator g) {
        start();
        g.writeRaw('[');
    }

    @Override
    public void beforeObjectEntries(JsonGenerator g) {
        if (open.peek() == Style.BLOCK) {
            breakLine(g, open.size());
        }
    }

    @Override
    public void beforeArrayValues(JsonGenerator g) {
        beforeObjectEntries(g);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator g) {
        switch (open.peek()) {
            case BLOCK -> {
                g.writeRaw(',');
                breakLine(g, open.size());
            }
            case GROUP -> {
                breakLine(g, open.size() - 1);
                g.writeRaw(", ");
            }
            case LINE -> g.writeRaw(", ");
        }
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator g) {
        writeObjectEntrySeparator(g);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator g) {
        g.writeRaw(": ");
    }

    @Override
    public void writeEndObject(JsonGenerator g, int entries) {
        end(g, entries);
        g.writeRaw('}');
    }

    @Override
    public void writeEndArray(JsonGenerator g, int values) {
        end(g, values);
        g.writeRaw(']');
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator g) {
        breakLine(g, 0);
    }

    private void start() {
        open.push(open.peek() == Style.LINE ? Style.LINE : next);
        next = Style.LINE;
    }

    private void end(JsonGenerator g, int entries) {
        Style style = open.pop();
        if (style != Style.LINE && entries > 0) {
            breakLine(g, open.size());
        }
    }

    private static void breakLine(JsonGenerator g, int depth) {
        g.writeRaw('\n');
        for (int i = 0; i < depth; i++) {
            g.writeRaw("  ");
        }
    }
}
