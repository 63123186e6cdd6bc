package io.plumbline.file;

/// A file that is no rule profile. The message says to people where, what and what to do.
public final class UnreadableProfile extends Exception {
    UnreadableProfile(Problem problem) {
        super(problem.text());
    }
}
