package io.plumbline.runbook;

import io.plumbline.predict.MtuForecast;
import io.plumbline.predict.Stop;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The MTU along each way between hosts, every number in bytes of IP, with the arithmetic that leads to it.
final class MtuTable {

    private final Material material;

    MtuTable(Material material) {
        this.material = material;
    }

    List<Block> blocks(List<MigrationPairs.Way> ways) {
        List<Block> blocks = new ArrayList<>();
        material.table(blocks, "MTU along each path, in bytes of IP",
                List.of("Network", "From", "To", "Sender", "On the way", "Receiver", "Limit", "Largest ping -f -l"),
                ways.stream().map(this::row));
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph("No two hosts share a cluster network, so there is no path to measure."));
        } else {
            blocks.addFirst(new Block.Paragraph("Each device counts its MTU in its own way; here all are bytes of IP. "
                    + "The largest payload of ping -f -l is 28 bytes less: 20 for IPv4, 8 for ICMP."));
        }
        return blocks;
    }

    private List<String> row(MigrationPairs.Way way) {
        List<String> start =
                List.of(way.network().name(), material.name(way.from().id()), material.name(way.to().id()));
        List<String> rest = switch (way.forecast()) {
            case Answer.NotKnown<Optional<MtuForecast>> unknown -> List.of(Shown.UNKNOWN, Shown.UNKNOWN, Shown.UNKNOWN,
                    "needs " + needs(unknown), Shown.UNKNOWN);
            case Answer.Sure<Optional<MtuForecast>>(Optional<MtuForecast> found) -> found.map(this::known)
                    .orElseGet(() -> List.of(Shown.NOTHING, "no path joins them", Shown.NOTHING, Shown.NOTHING,
                            Shown.NOTHING));
        };
        return Stream.concat(start.stream(), rest.stream()).toList();
    }

    private List<String> known(MtuForecast forecast) {
        return List.of(number(forecast.from()),
                Shown.orNothing(forecast.hops().stream().map(hop -> hop.name() + " " + number(hop))
                        .collect(Collectors.joining(", "))),
                number(forecast.to()), forecast.limiter().name(),
                forecast.largestPayload() + (forecast.isMarginal() ? " or more" : ""));
    }

    private static String number(Stop stop) {
        String number = Integer.toString(stop.ipBytes());
        return stop.arithmetic().equals(number) ? number : number + " (" + stop.arithmetic() + ")";
    }

    private String needs(Answer.NotKnown<?> unknown) {
        return unknown.needs().stream()
                .map((Missing missing) -> missing.attribute() + " of " + material.name(missing.element()))
                .collect(Collectors.joining(", "));
    }
}
