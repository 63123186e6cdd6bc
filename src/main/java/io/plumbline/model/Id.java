package io.plumbline.model;

import java.util.Objects;

/// The identity of an element: it never changes and is never used again.
public record Id(String text) implements Comparable<Id> {

    public static final int MOST_CHARACTERS = 200;

    public Id {
        Objects.requireNonNull(text);
        if (text.isBlank() || text.length() > MOST_CHARACTERS || holdsControls(text)) {
            throw new IllegalArgumentException(
                    "An id is 1 to 200 printable characters, this one has " + text.length() + ".");
        }
    }

    public static Id parse(String text) {
        return new Id(text);
    }

    private static boolean holdsControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// As records have it, written out: every look into a map begins here, from the first one of a new process on.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Id id && text.equals(id.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public int compareTo(Id other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
