package io.plumbline.importer;

/// A file that cannot be imported at all. The message says what, where and what to do; it is meant for the user.
public final class UnusableInput extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableInput(String message) {
        super(message);
    }
}
