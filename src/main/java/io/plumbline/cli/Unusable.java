package io.plumbline.cli;

/// The input cannot be used, or was asked for wrongly: one message for people, exit code 2.
final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unusable(String message) {
        super(message);
    }
}
