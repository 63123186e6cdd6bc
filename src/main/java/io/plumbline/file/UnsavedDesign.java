package io.plumbline.file;

/// A design that could not be saved. The message is one line for people: what, where, and what to do; the file that
/// was there is as it was.
public final class UnsavedDesign extends Exception {
    UnsavedDesign(String message) {
        super(message);
    }
}
