package io.plumbline.planted.edit;

import io.plumbline.planted.model.Square;
import io.plumbline.planted.unlisted.Stray;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.function.Supplier;

/// Looks at the clock in every way, also in those that are allowed. What is private may count.
public final class Clocked {
    final Square square = new Square(1);

    private static final class Counter {
        private int count;

        int next() {
            return count++;
        }
    }

    Object[] looks(Stray stray) {
        Supplier<Instant> reference = Instant::now;
        return new Object[]{stray, reference, System.currentTimeMillis(), LocalDate.now(ZoneId.of("Z")),
                LocalDate.now(Clock.systemUTC()), new Date(), new Date(System.nanoTime() + new Counter().next())};
    }
}
