package io.plumbline.runbook;

import io.plumbline.model.IpAssignment;
import io.plumbline.model.Ipv4;
import io.plumbline.predict.MtuForecast;
import io.plumbline.topology.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The largest ping that passes and the smallest that does not, from every endpoint to every other of its network.
/// `-S` names the sender, else another network could answer.
final class PingChecks {

    private final Material material;

    PingChecks(Material material) {
        this.material = material;
    }

    List<Block> checks(List<MigrationPairs.Way> ways) {
        // All targets of one sending endpoint are one check, so that a person logs on to each host once.
        Map<Endpoint, List<MigrationPairs.Way>> bySender = ways.stream()
                .collect(Collectors.groupingBy(MigrationPairs.Way::from, LinkedHashMap::new, Collectors.toList()));
        List<Block> checks = new ArrayList<>();
        bySender.forEach((from, all) -> {
            List<String> commands = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            all.forEach(way -> way.forecast().find().flatMap(each -> each).ifPresent(
                    forecast -> address(way.to()).ifPresent(to -> add(commands, expected, forecast, from, to))));
            if (!commands.isEmpty()) {
                checks.add(new Block.Check(
                        "From " + material.name(from.id()) + " on " + all.getFirst().network().name(),
                        material.name(from.host()), new Block.Listing("powershell", String.join("\n", commands)),
                        String.join("; ", expected) + "."));
            }
        });
        return checks;
    }

    private static void add(List<String> commands, List<String> expected, MtuForecast forecast, Endpoint from,
            Ipv4 to) {
        int passes = forecast.largestPayload();
        commands.add(ping(passes, from, to));
        if (forecast.isMarginal()) {
            expected.add(passes + " bytes to " + to + ": 4 replies; more may pass, because no document says how "
                    + forecast.limiter().name() + " counts");
            return;
        }
        int fails = forecast.firstFailingPayload();
        commands.add(ping(fails, from, to));
        expected.add(passes + " bytes to " + to + ": 4 replies; " + fails + " bytes: "
                + (forecast.limit() == MtuForecast.Limit.SENDER ? "'Packet needs to be fragmented but DF set.'"
                        : "'Request timed out.'"));
    }

    private static String ping(int payload, Endpoint from, Ipv4 to) {
        return "ping.exe -f -l " + payload + " -n 4" + address(from).map(sender -> " -S " + sender).orElse("") + " "
                + to;
    }

    /// The IPv4 address: don't fragment is a flag of IPv4.
    private static Optional<Ipv4> address(Endpoint endpoint) {
        return endpoint.ip().addresses().orElse(List.of()).stream().map(IpAssignment::address)
                .filter(Ipv4.class::isInstance).map(Ipv4.class::cast).findFirst();
    }
}
