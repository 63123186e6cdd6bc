package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.model.Mbps;
import io.plumbline.model.PhysicalNic;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Bandwidth in figures: links count bits, SMB limits count bytes.
final class Bandwidth {

    private static final long MEGA = 1_000_000;
    private static final BigDecimal SHARE = new BigDecimal("0.4");
    private static final int STEP = 10;

    private Bandwidth() {}

    /// The speeds of the physical NICs under these endpoints, each NIC once.
    static Answer<List<Mbps>> nics(Facts facts, Collection<Endpoint> endpoints) {
        List<Answer<List<PhysicalNic>>> below =
                endpoints.stream().map(facts.topology().endpoints()::activeNics).toList();
        return Answer.all(below).then(lists -> {
            Map<Object, Answer<Mbps>> speeds = new LinkedHashMap<>();
            lists.forEach(nics -> nics.forEach(
                    nic -> speeds.computeIfAbsent(nic.id(), _ -> facts.topology().effective().linkSpeed(nic))));
            return Answer.all(speeds.values());
        });
    }

    static long sum(List<Mbps> speeds) {
        return speeds.stream().mapToLong(Mbps::value).sum();
    }

    /// What is left when the fastest of them is gone.
    static long withoutOne(List<Mbps> speeds) {
        return sum(speeds) - speeds.stream().mapToLong(Mbps::value).max().orElse(0);
    }

    static long megabits(long bytesPerSec) {
        return bytesPerSec > Long.MAX_VALUE / 8 ? Long.MAX_VALUE / MEGA : bytesPerSec * 8 / MEGA;
    }

    /// 40 % of the NICs together, in bytes per second, as a round number.
    static long recommended(List<Mbps> speeds) {
        long megabytes = SHARE.multiply(BigDecimal.valueOf(sum(speeds))).divide(BigDecimal.valueOf(8), 0,
                RoundingMode.DOWN).longValue();
        return Math.max(1, megabytes >= STEP ? megabytes / STEP * STEP : megabytes) * MEGA;
    }

    /// "10 Gbps", "2.5 Gbps", "100 Mbps"
    static String words(long megabits) {
        return megabits < 1000 ? megabits + " Mbps" : plain(megabits) + " Gbps";
    }

    /// "1 GB/s", "750 MB/s"
    static String bytes(long bytesPerSec) {
        return bytesPerSec < 1000 * MEGA ? bytesPerSec / MEGA + " MB/s" : plain(bytesPerSec / MEGA) + " GB/s";
    }

    private static String plain(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }
}
