package io.plumbline.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// Why a file could not be read to its end, in words for people: what a parser says is for programmers.
final class BrokenOff {
    private static final String CUT_OFF = "The file ends in the middle of this; it was cut off.";
    private static final String RESTORE = "Restore the file from a backup.";
    private static final String CORRECT = "Correct it, or restore the file from a backup.";
    private static final Pattern EXPECTED =
            Pattern.compile("Unexpected (?:character|close marker) \\(?'(.)'(?: \\(code.*?\\)\\))?(.*)",
                    Pattern.DOTALL);
    private static final Pattern TOKEN =
            Pattern.compile("(?:Unrecognized|Non-standard) token '(.*?)'.*", Pattern.DOTALL);

    private BrokenOff() {}

    static void tell(Cursor cursor, JacksonException e) {
        long offset = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
        long known = offset < 0 ? cursor.reached() : offset;
        switch (e) {
            case JacksonIOException _ -> cursor.slip(-1, "", "The file cannot be read to its end: "
                    + e.getCause().getMessage() + ".", "Try again when the drive or the network is back.");
            case UnexpectedEndOfInputException _ -> cursor.slip(known, cursor.path(),
                    CUT_OFF, RESTORE);
            case StreamConstraintsException _ -> limit(cursor, known, e.getOriginalMessage());
            default -> syntax(cursor, known, e.getOriginalMessage());
        }
    }

    private static void limit(Cursor cursor, long offset, String said) {
        if (said.contains("nesting")) {
            cursor.slip(offset, cursor.path(), "Lists or objects are nested more than %d deep; no design is."
                    .formatted(Json.DEEPEST), RESTORE);
        } else if (said.contains("Document length")) {
            cursor.slip(offset, cursor.path(), "The file is larger than %d MB; no design is."
                    .formatted(Source.MOST_BYTES >> 20), RESTORE);
        } else {
            cursor.slip(offset, cursor.path(), "A number, a name or a text here is longer than any design needs.",
                    CORRECT);
        }
    }

    private static void syntax(Cursor cursor, long offset, String said) {
        Matcher expected = EXPECTED.matcher(said);
        Matcher token = TOKEN.matcher(said);
        if (said.startsWith("Unexpected end-of-input")) {
            cursor.slip(offset, cursor.path(), CUT_OFF, RESTORE);
        } else if (said.contains("UTF-8")) {
            cursor.slip(offset, cursor.path(), "The text is not UTF-8 here.", "Save the file as UTF-8.");
        } else if (said.contains("comment")) {
            cursor.slip(offset, cursor.path(), "This is not JSON: comments are not allowed.", "Delete the comment.");
        } else if (said.contains("numeric value")) {
            cursor.slip(offset, cursor.path(), "This is not JSON: the number is not written as JSON wants it.",
                    CORRECT);
        } else if (said.contains("escape")) {
            cursor.slip(offset, cursor.path(), "This is not JSON: a text holds \"\\\" with something wrong behind it.",
                    "Write \\\\ for one \\.");
        } else if (expected.matches()) {
            String found = expected.group(1).equals("\"") ? "a double quote" : "\"" + expected.group(1) + "\"";
            cursor.slip(offset, cursor.path(), "This is not JSON: found %s instead of %s."
                    .formatted(found, wanted(expected.group(2))), CORRECT);
        } else if (token.matches()) {
            cursor.slip(offset, cursor.path(), "This is not JSON: \"%s\" is no value."
                    .formatted(Json.shortened(token.group(1))), CORRECT);
        } else if (said.contains("unquoted character")) {
            cursor.slip(offset, cursor.path(), "This is not JSON: a text holds a line break or another control "
                    + "character.", "Write a line break as \\n.");
        } else {
            cursor.slip(offset, cursor.path(), "This is not JSON.", CORRECT);
        }
    }

    private static String wanted(String said) {
        if (said.contains("colon")) {
            return "a colon";
        } else if (said.contains("comma")) {
            return "a comma or the end of the list or object";
        } else if (said.contains("property name")) {
            return "a name in double quotes";
        } else if (said.contains("marker") || said.contains("open") || said.contains("starting at")) {
            return "the end of what was begun";
        }
        return "a value";
    }
}
