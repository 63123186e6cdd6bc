package io.plumbline.exporter;

import static io.plumbline.exporter.FindingsJson.element;
import static io.plumbline.exporter.FindingsJson.fields;

import io.plumbline.model.Design;
import io.plumbline.model.Mbps;
import io.plumbline.predict.Lane;
import io.plumbline.predict.MigrationForecast;
import io.plumbline.predict.MtuForecast;
import io.plumbline.predict.Stop;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Segment;
import io.plumbline.topology.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes what the predictors say, as text or as JSON.
public final class ForecastWriter {

    private final Design design;
    private final Names names;

    public ForecastWriter(Design design) {
        this.design = design;
        this.names = Names.of(design);
    }

    /// "Cannot tell: needs lm.option of HV1."
    public String cannotTell(Answer<?> answer) {
        return "Cannot tell: needs " + answer.needs().stream()
                .map((Missing missing) -> missing.attribute() + " of " + names.of(missing.element()))
                .collect(Collectors.joining(", ")) + ".";
    }

    public String text(MigrationForecast forecast) {
        List<String> lines = new ArrayList<>();
        lines.add(names.of(forecast.source()) + " -> " + names.of(forecast.target()) + " over "
                + forecast.option().display() + ": "
                + (forecast.fails() ? "no network, the migration fails" : described(forecast.carriers())));
        forecast.unused().forEach(each -> lines.add("  not used: " + each.name() + " ("
                + each.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")"));
        forecast.steps().forEach(
                step -> lines.add("  step " + step.number() + ": " + step.text() + " [" + step.origin() + "]"));
        forecast.sentences().forEach(sentence -> lines.add("  " + sentence));
        lines.add("  provenance: " + forecast.provenance() + ". A model, not a promise.");
        return lines.stream().map(line -> Printable.line(line) + "\n").collect(Collectors.joining());
    }

    public String json(MigrationForecast forecast) {
        return JsonText.of(fields("source", element(forecast.source(), design), "target",
                element(forecast.target(), design), "option", forecast.option().word(), "scope",
                forecast.scope().map(ForecastWriter::word).find().orElse(null), "selected",
                forecast.selected().stream().map(Segment::name).toList(), "anchor",
                forecast.anchor().map(Segment::name).orElse(null), "fails", forecast.fails(), "carriers",
                lanes(forecast.carriers()), "unused",
                forecast.unused().stream().map(each -> fields("network", each.name(), "reason", word(each.reason()),
                        "selected", each.selected())).toList(),
                "surprise", forecast.surprise(),
                "provenance", forecast.provenance(), "steps",
                forecast.steps().stream()
                        .map(step -> fields("number", step.number(), "text", step.text(), "origin", step.origin()))
                        .toList(),
                "sentences", forecast.sentences()));
    }

    public String text(List<MtuForecast> ways, Optional<Integer> payload) {
        StringBuilder out = new StringBuilder();
        ways.forEach(way -> out.append(text(way, payload)));
        return out.toString();
    }

    private String text(MtuForecast way, Optional<Integer> payload) {
        List<String> lines = new ArrayList<>();
        lines.add(names.of(way.source().id()) + " -> " + names.of(way.target().id())
                + (way.path().failover() ? " (after a failure)" : "") + ": ping -f -l " + way.largestPayload()
                + " is the largest that passes"
                + (way.isMarginal() ? ", more may: the counting is not documented" : ""));
        lines.add("  sends   " + stop(way.from()));
        way.hops().forEach(hop -> lines.add("  passes  " + stop(hop)));
        lines.add("  takes   " + stop(way.to()));
        lines.add("  limit: " + way.limiter().name() + "; from " + way.firstFailingPayload() + " bytes on: "
                + way.reply());
        payload.ifPresent(size -> lines.add("  ping -f -l " + size + ": " + way.answerTo(size)));
        lines.add("  live migration: " + way.outcome() + "; event: " + way.event());
        way.otherCauses().forEach((code, cause) -> lines.add("  other causes of " + code + ": " + cause));
        return lines.stream().map(line -> Printable.line(line) + "\n").collect(Collectors.joining());
    }

    public String json(List<MtuForecast> ways, Optional<Integer> payload) {
        return JsonText.of(fields("ways", ways.stream().map(way -> {
            Map<String, Object> entry = fields("from", element(way.source().id(), design), "to",
                    element(way.target().id(), design), "afterFailure", way.path().failover(), "sends",
                    stopFields(way.from()), "hops", way.hops().stream().map(this::stopFields).toList(), "takes",
                    stopFields(way.to()), "limitedBy", way.limiter().name(), "limit", word(way.limit()),
                    "largestPayload", way.largestPayload(), "marginal", way.isMarginal(), "reply", way.reply(),
                    "liveMigration", way.outcome(), "event", way.event(), "otherCauses", way.otherCauses());
            payload.ifPresent(size -> {
                entry.put("payload", size);
                entry.put("passes", size <= way.largestPayload());
                entry.put("answer", way.answerTo(size));
            });
            return entry;
        }).toList()));
    }

    private Map<String, Object> stopFields(Stop stop) {
        return fields("element", element(stop.element(), design), "ipBytes", stop.ipBytes(), "atMostIpBytes",
                stop.atMost(), "arithmetic", stop.arithmetic());
    }

    private static String stop(Stop stop) {
        String number = Integer.toString(stop.ipBytes());
        return number + " bytes of IP" + (stop.arithmetic().equals(number) ? "" : " (" + stop.arithmetic() + ")") + "  "
                + stop.name();
    }

    private List<Map<String, Object>> lanes(List<Lane> lanes) {
        return lanes.stream()
                .map(lane -> fields("network", lane.network().network().map(each -> each.id().text()).orElse(null),
                        "name", lane.name(),
                        "source", element(lane.source().id(), design), "target", element(lane.target().id(), design),
                        "class", lane.standing().map(Standing::display).find().orElse(null), "speedMbps",
                        lane.speed().map(Mbps::value).find().orElse(null), "teamed", lane.teamed()))
                .toList();
    }

    private static String described(List<Lane> lanes) {
        return lanes.stream().map(lane -> lane.name() + (lane.describe().isEmpty() ? "" : " (" + lane.describe() + ")"))
                .collect(Collectors.joining(", "));
    }

    /// A constant as it stands in JSON: "lowerSpeed".
    private static String word(Enum<?> constant) {
        String[] parts = constant.name().toLowerCase(Locale.ROOT).split("_");
        return parts[0] + Arrays.stream(parts).skip(1)
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }
}
