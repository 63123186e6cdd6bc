package io.plumbline;

/// The one way in: a window (no argument, or a file), or the command line (a subcommand or an option).
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        System.out.println("Plumbline");
    }
}
