package io.plumbline.cli;

import io.plumbline.exporter.ForecastWriter;
import io.plumbline.exporter.Printable;
import io.plumbline.model.Design;
import io.plumbline.model.Host;
import io.plumbline.predict.LiveMigrationPredictor;
import io.plumbline.predict.MigrationForecast;
import io.plumbline.predict.MtuForecast;
import io.plumbline.predict.MtuProbe;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Names;
import io.plumbline.topology.Segment;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "simulate", mixinStandardHelpOptions = true, description = "Predicts what happens on the wire.", subcommands = {
        Simulate.LiveMigration.class, Simulate.Mtu.class})
final class Simulate implements Runnable {

    enum Format {
        text, json
    }

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw WrongUse.missingCommand(spec);
    }

    @Command(name = "live-migration", mixinStandardHelpOptions = true, description = "Tells which networks a live migration between two hosts uses, step by step.")
    static final class LiveMigration implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "A design file; - reads standard input.")
        private String file;

        @Option(names = "--from", required = true, paramLabel = "HOST", description = "The host that sends, by name or id.")
        private String from;

        @Option(names = "--to", required = true, paramLabel = "HOST", description = "The host that receives, by name or id.")
        private String to;

        @Option(names = "--format", defaultValue = "text", paramLabel = "FORMAT", description = "text or json; text when not given.")
        private Format format;

        @Override
        public Integer call() {
            Input input = Input.read(file, System.in);
            Host source = input.find(from, Host.class, "host");
            Host target = input.find(to, Host.class, "host");
            if (source.id().equals(target.id())) {
                throw new Unusable("--from and --to are the same host.");
            }
            ForecastWriter writer = new ForecastWriter(input.design());
            Answer<MigrationForecast> answer =
                    LiveMigrationPredictor.predict(Topology.of(input.design()), source, target);
            MigrationForecast forecast = answer.find().orElseThrow(() -> new Unusable(writer.cannotTell(answer)));
            spec.commandLine().getOut().print(format == Format.json ? writer.json(forecast) : writer.text(forecast));
            spec.commandLine().getOut().flush();
            return 0;
        }
    }

    @Command(name = "mtu", mixinStandardHelpOptions = true, description = "Sends a ping with don't fragment from one endpoint to another and tells where it dies.", footer = {
            "", "Exit code: 0, or 1 when a ping of --size does not pass everywhere; 2 an unusable",
            "file or wrong use."})
    static final class Mtu implements Callable<Integer> {

        private static final int LARGEST_PAYLOAD = 65500;

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "A design file; - reads standard input.")
        private String file;

        @Option(names = "--from", required = true, paramLabel = "A", description = "A host (all networks it shares with B), or an endpoint as HOST/NAME or by id.")
        private String from;

        @Option(names = "--to", required = true, paramLabel = "B", description = "The other end, named alike.")
        private String to;

        @Option(names = "--size", paramLabel = "N", description = "The -l value of the ping, 0 to 65500.")
        private Integer size;

        @Option(names = "--format", defaultValue = "text", paramLabel = "FORMAT", description = "text or json; text when not given.")
        private Format format;

        @Override
        public Integer call() {
            if (size != null && (size < 0 || size > LARGEST_PAYLOAD)) {
                throw new Unusable("--size is 0 to " + LARGEST_PAYLOAD + ", not " + size + ".");
            }
            Input input = Input.read(file, System.in);
            Topology topology = Topology.of(input.design());
            ForecastWriter writer = new ForecastWriter(input.design());
            List<MtuForecast> ways = new ArrayList<>();
            for (Endpoint source : endpoints(topology, from)) {
                for (Endpoint target : endpoints(topology, to)) {
                    if (!source.equals(target) && meet(topology, source, target)) {
                        Answer<List<MtuForecast>> answer = MtuProbe.probe(topology, source, target);
                        ways.addAll(answer.find().orElseThrow(() -> new Unusable(writer.cannotTell(answer))));
                    }
                }
            }
            if (ways.isEmpty()) {
                throw new Unusable(
                        "No path joins " + from + " and " + to + ": they share no network, or no cable carries it.");
            }
            Optional<Integer> payload = Optional.ofNullable(size);
            spec.commandLine().getOut()
                    .print(format == Format.json ? writer.json(ways, payload) : writer.text(ways, payload));
            spec.commandLine().getOut().flush();
            return payload.isPresent() && ways.stream().anyMatch(way -> payload.get() > way.largestPayload()) ? 1 : 0;
        }

        private static boolean meet(Topology topology, Endpoint a, Endpoint b) {
            Optional<String> here = topology.endpoints().segment(a).find().flatMap(each -> each).map(Segment::key);
            Optional<String> there = topology.endpoints().segment(b).find().flatMap(each -> each).map(Segment::key);
            return here.isPresent() && here.equals(there);
        }

        private static List<Endpoint> endpoints(Topology topology, String text) {
            Design design = topology.design();
            Names names = Names.of(design);
            List<Endpoint> all = design.all(Host.class).flatMap(host -> topology.endpoints().of(host.id()).stream())
                    .toList();
            List<Endpoint> named = all.stream().filter(
                    each -> each.id().text().equals(text) || names.of(each.id()).replace("\"", "").equals(text))
                    .toList();
            List<Endpoint> ofHost = design.all(Host.class)
                    .filter(host -> host.name().equals(text) || host.id().text().equals(text))
                    .flatMap(host -> topology.endpoints().of(host.id()).stream()).toList();
            if (named.isEmpty() && ofHost.isEmpty()) {
                throw new Unusable(Printable.line("There is no host and no endpoint \"" + text + "\"; as endpoints "
                        + Input.known(all.stream().map(each -> names.of(each.id())).toList())));
            }
            return named.isEmpty() ? ofHost : named;
        }
    }
}
