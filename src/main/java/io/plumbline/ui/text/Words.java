package io.plumbline.ui.text;

import io.plumbline.model.Kind;

/// Kinds of element in the middle of a sentence.
public final class Words {
    private Words() {}

    /// "host", "NIC team".
    public static String one(Kind kind) {
        String display = kind.display();
        boolean acronym = display.length() > 1 && Character.isUpperCase(display.charAt(1));
        return acronym ? display : Character.toLowerCase(display.charAt(0)) + display.substring(1);
    }

    /// "hosts", "switches".
    public static String many(Kind kind) {
        String one = one(kind);
        return one.endsWith("ch") ? one + "es" : one + "s";
    }

    /// "1 host", "3 switches".
    public static String count(long count, Kind kind) {
        return count + " " + (count == 1 ? one(kind) : many(kind));
    }
}
