package io.plumbline.ui.findings;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Answers that take longer than a frame: worked out on another thread, one at a time, and only the latest is told.
final class Latest<T> {
    private final Executor elsewhere;
    private final Executor here;
    private final Consumer<T> told;
    private Supplier<T> next;
    private boolean working;

    /// @param elsewhere runs the work
    /// @param here      runs what the view sees
    Latest(Executor elsewhere, Executor here, Consumer<T> told) {
        this.elsewhere = elsewhere;
        this.here = here;
        this.told = told;
    }

    void ask(Supplier<T> question) {
        next = question;
        if (!working) {
            work();
        }
    }

    private void work() {
        Supplier<T> now = next;
        next = null;
        working = true;
        elsewhere.execute(() -> {
            try {
                T answer = now.get();
                here.execute(() -> answered(answer));
            } catch (RuntimeException e) {
                here.execute(() -> {
                    working = false;
                    throw e;
                });
            }
        });
    }

    private void answered(T answer) {
        working = false;
        if (next == null) {
            told.accept(answer);
        } else {
            work();
        }
    }
}
