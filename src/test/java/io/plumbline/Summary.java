package io.plumbline;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// The last line of a quiet test run: how much was looked at.
public final class Summary implements TestExecutionListener {
    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();
    private final long start = System.nanoTime();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL -> count(test, passed);
            case FAILED, ABORTED -> failed.incrementAndGet();
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.incrementAndGet();
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (passed.get() + failed.get() + skipped.get() > 0) {
            System.out.printf("%,d tests passed, %,d failed, %,d skipped in %d s.%n", passed.get(), failed.get(),
                    skipped.get(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        }
    }

    private static void count(TestIdentifier test, AtomicInteger counter) {
        if (test.isTest()) {
            counter.incrementAndGet();
        }
    }
}
