package io.plumbline.predict;

import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.Mbps;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.OsVersion;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Names;
import io.plumbline.topology.Scope;
import io.plumbline.topology.Segment;
import io.plumbline.topology.Standing;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Predicts which NICs a live migration will use.
///
/// The cluster's selection says which network is tried first, and under TCP/IP and compression that is the whole story.
/// Under SMB the two hosts negotiate: the selection binds them only while both take migrations on these networks only;
/// one host on "any" lets every shared NIC in, and multichannel then keeps the best class and the highest speed.
public final class LiveMigrationPredictor {

    private static final String STATED = "S stated";
    private static final String TESTED = "S tested";

    private final Topology topology;
    private final Names names;

    private LiveMigrationPredictor(Topology topology) {
        this.topology = topology;
        this.names = Names.of(topology.design());
    }

    /// The forecast for a migration from one host to another, or what would have to be known for one.
    public static Answer<MigrationForecast> predict(Topology topology, Host source, Host target) {
        LiveMigrationPredictor predictor = new LiveMigrationPredictor(topology);
        Answer<Any> any = topology.effective().lmAnyNetwork(source).with(topology.effective().lmAnyNetwork(target),
                Any::new);
        return topology.effective().lmOption(source)
                .then(option -> topology.endpoints().scope(source, target)
                        .then(scope -> predictor.lanes(source, target)
                                .then(lanes -> predictor.order(source, lanes)
                                        .then(selected -> any.map(each -> predictor.new Case(
                                                source, target, option, scope, lanes, selected, each).forecast())))));
    }

    /// Whether each of the two hosts takes migrations on any network.
    private record Any(boolean source, boolean target) {}

    /// Where two endpoints meet: a cluster network or a subnet.
    private record Meeting(Optional<Id> network, String name) {}

    /// Every network that is up at both ends.
    private Answer<List<Lane>> lanes(Host source, Host target) {
        return ends(source).then(ours -> ends(target).then(theirs -> {
            List<Answer<Lane>> lanes = new ArrayList<>();
            ours.forEach((meeting, here) -> {
                List<Endpoint> there = theirs.getOrDefault(meeting, List.of());
                for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
                    lanes.add(lane(meeting, here.get(i), there.get(i)));
                }
            });
            return Answer.all(lanes);
        }));
    }

    /// The endpoints of a host that are up, by the network they are on. Before 2016 a cluster sees one NIC of a subnet,
    /// from then on all of them (step 10).
    private Answer<Map<Meeting, List<Endpoint>>> ends(Host host) {
        boolean oneEach = topology.effective().osVersion(host)
                .surely(version -> version.compareTo(OsVersion.WINDOWS_2016) < 0);
        return topology.endpoints().up(topology.endpoints().of(host.id()))
                .then(up -> Answer.all(up.stream().map(topology.endpoints()::segment).toList()).map(segments -> {
                    Map<Meeting, List<Endpoint>> ends = new LinkedHashMap<>();
                    IntStream.range(0, up.size()).forEach(i -> segments.get(i).ifPresent(segment -> {
                        List<Endpoint> there = ends.computeIfAbsent(meeting(segment), _ -> new ArrayList<>());
                        if (there.isEmpty() || !oneEach) {
                            there.add(up.get(i));
                        }
                    }));
                    return ends;
                }));
    }

    private Meeting meeting(Segment segment) {
        return segment.network().map(network -> new Meeting(Optional.of(network.id()), names.of(network)))
                .orElseGet(() -> new Meeting(Optional.empty(),
                        segment.prefix().map(IpPrefix::toString).orElse("an unnamed subnet")));
    }

    private Answer<Lane> lane(Meeting meeting, Endpoint source, Endpoint target) {
        boolean teamed = source.element() instanceof TeamInterface || target.element() instanceof TeamInterface;
        return topology.endpoints().common(source, target).with(topology.endpoints().commonSpeed(source, target),
                (standing, speed) -> new Lane(meeting.network(), meeting.name(), source, target, standing, speed,
                        teamed));
    }

    /// The lanes that the selection leaves in, in order (step 1). Without a stored order: all cluster networks, by
    /// metric. Hosts outside a cluster have no selection: every shared network counts.
    private Answer<List<Lane>> order(Host source, List<Lane> lanes) {
        return topology.effective().failoverCluster(source).then(cluster -> {
            if (cluster.isEmpty()) {
                return Answer.sure(lanes);
            }
            if (cluster.get().lmNetworks().isUnset()) {
                return byMetric(lanes.stream().filter(lane -> lane.network().isPresent()).toList());
            }
            return topology.effective().lmNetworks(cluster.get()).map(chosen -> chosen.stream()
                    .flatMap(network -> lanes.stream().filter(lane -> lane.network().equals(Optional.of(network))))
                    .toList());
        });
    }

    private Answer<List<Lane>> byMetric(List<Lane> lanes) {
        List<Answer<Integer>> metrics = lanes.stream().map(lane -> topology.effective()
                .metric(topology.element(lane.network().orElseThrow(), ClusterNetwork.class))).toList();
        return Answer.all(metrics).map(known -> IntStream.range(0, lanes.size()).boxed()
                .sorted(Comparator.comparing(known::get)).map(lanes::get).toList());
    }

    /// One migration, with everything known that decides it.
    private final class Case {

        private final Host source;
        private final Host target;
        private final MigrationOption option;
        private final Scope scope;
        private final List<Lane> lanes;
        private final List<Lane> selected;
        private final Any any;
        private final List<Step> steps = new ArrayList<>();
        private final List<String> sentences = new ArrayList<>();

        Case(Host source, Host target, MigrationOption option, Scope scope, List<Lane> lanes, List<Lane> selected,
                Any any) {
            this.source = source;
            this.target = target;
            this.option = option;
            this.scope = scope;
            this.lanes = lanes;
            this.selected = selected;
            this.any = any;
        }

        MigrationForecast forecast() {
            step("1", selected.isEmpty() ? "The selection leaves no network that both hosts share and that is up."
                    : "The networks to try, in order: " + listed(selected) + ".", "S stated; M");
            step("2", names.of(target)
                    + (any.target() ? " accepts on all its addresses." : " accepts on the listed subnets."), "M");
            if (selected.isEmpty()) {
                step("3", "No network connects the two hosts: the migration fails.", "M + S stated");
                sentences.add(names.of(source) + " and " + names.of(target)
                        + " share no network for live migration: the migration fails.");
                return result(List.of(), List.of(), List.of(), "M + S stated");
            }
            Lane anchor = selected.getFirst();
            step("3", "The first that is up at both ends is the anchor: " + anchor.name() + ".", "M + S stated");
            return option == MigrationOption.SMB ? overSmb() : overTcp(anchor);
        }

        private MigrationForecast overTcp(Lane anchor) {
            step("4a", option.display() + ": the data stays on " + anchor.name()
                    + (option == MigrationOption.COMPRESSION ? "; compression changes the bytes, not the road." : "."),
                    "W; M");
            List<Lane> standby = selected.subList(1, selected.size());
            if (anchor.teamed()) {
                sentences.add("One member carries each migration, possibly more in parallel: the sources disagree.");
            }
            sentences.add("When the NIC of " + anchor.name() + " fails, running migrations fail"
                    + (standby.isEmpty() ? "; no second network is selected."
                            : " and the next attempt uses " + standby.getFirst().name() + "."));
            return result(List.of(anchor), standby, List.of(),
                    special(anchor).orElse(selected.size() > 1 ? "W+S" : "S+I"));
        }

        private MigrationForecast overSmb() {
            step("4b", "SMB: the client asks the target for its interfaces and builds connections itself.", "M");
            List<Lane> within = scope == Scope.LIMITED ? lanes.stream().filter(selected::contains).toList() : lanes;
            step("5", scope == Scope.LIMITED ? "Both hosts are on \"these networks\": only the selected networks count."
                    : looseHosts() + ": every network the hosts share counts, in both directions.", TESTED);
            Standing best = within.stream().map(Lane::standing).max(Comparator.naturalOrder()).orElseThrow();
            List<Lane> ofClass = within.stream().filter(lane -> lane.standing() == best).toList();
            step("6", "The best class is " + best.display() + ": " + listed(ofClass) + ".", "M");
            Mbps fastest = ofClass.stream().map(Lane::speed).max(Comparator.naturalOrder()).orElseThrow();
            List<Lane> carriers = ofClass.stream().filter(lane -> lane.speed().equals(fastest)).toList();
            step("7", "The highest speed in it is " + Lane.gigabits(fastest) + ": " + listed(carriers) + ".",
                    "M; S stated");
            step("8", best == Standing.RDMA
                    ? "They carry SMB Direct; if RDMA cannot be set up, TCP multichannel on the same NICs."
                    : "They carry TCP multichannel.", "M; S stated");
            carriers.stream().filter(Lane::teamed).findFirst().ifPresent(lane -> step("9",
                    lane.name() + " ends at a team interface: one endpoint, no RDMA.", "S stated; M"));
            if (hasConstraint()) {
                step("11",
                        "A multichannel constraint narrows the client's default SMB instance; whether live migration "
                                + "obeys it is documented nowhere.",
                        "M; I");
            }
            List<Lane> idle = within.stream().filter(lane -> !carriers.contains(lane)).toList();
            boolean surprise = !selected.containsAll(carriers);
            if (surprise) {
                sentences.add("You selected " + listed(selected) + ". " + names.of(source) + " -> " + names.of(target)
                        + " will use " + listed(carriers) + ", because " + looseHosts() + advantage(carriers) + ".");
            }
            idle.stream().filter(selected::contains).forEach(lane -> sentences.add(lane.name() + " will idle: "
                    + difference(lane, carriers.getFirst()) + ". It serves only when " + listed(carriers)
                    + (carriers.size() == 1 ? " is down." : " are down.")));
            if (carriers.size() > 1) {
                sentences.add(
                        "When one of the NICs fails, the migration continues on the other; single VMs may fail and "
                                + "are retried by the cluster.");
            }
            return result(carriers, List.of(), idle, provenance(within, carriers, surprise));
        }

        private static String advantage(List<Lane> carriers) {
            return switch (carriers.size()) {
                case 1 -> " and " + carriers.getFirst().name() + " has the better NICs";
                case 2 -> " and both NICs are equal";
                default -> " and all " + carriers.size() + " NICs are equal";
            };
        }

        private String looseHosts() {
            List<String> loose = new ArrayList<>();
            if (any.source()) {
                loose.add(names.of(source));
            }
            if (any.target()) {
                loose.add(names.of(target));
            }
            return Names.join(loose) + (loose.size() == 1 ? " accepts any network" : " accept any network");
        }

        private static String difference(Lane idle, Lane used) {
            return idle.standing() == used.standing()
                    ? Lane.gigabits(idle.speed()) + " beside " + Lane.gigabits(used.speed())
                    : idle.standing().display() + " beside " + used.standing().display();
        }

        private boolean hasConstraint() {
            return Stream.of(source, target)
                    .anyMatch(host -> topology.effective().smbConstraints(host).surely(list -> !list.isEmpty()));
        }

        /// Teams and management-OS adapters have sources of their own.
        private static Optional<String> special(Lane lane) {
            if (lane.teamed()) {
                return Optional.of("S stated + M");
            }
            boolean virtual = lane.source().element() instanceof VirtualNic
                    || lane.target().element() instanceof VirtualNic;
            return virtual ? Optional.of("M+I (S logic on vNICs)") : Optional.empty();
        }

        private String provenance(List<Lane> within, List<Lane> carriers, boolean surprise) {
            Lane first = lanes.getFirst();
            boolean equal = lanes.stream()
                    .allMatch(lane -> lane.standing() == first.standing() && lane.speed().equals(first.speed()));
            return special(carriers.getFirst()).orElseGet(() -> {
                if (scope == Scope.LIMITED && within.size() == 1) {
                    return equal ? TESTED : "I from S tested";
                } else if (!equal) {
                    return surprise ? "I (M rule on the scope S tested)" : "M+S stated";
                }
                return scope == Scope.OPEN && selected.size() == 1 && any.source() != any.target() ? TESTED : STATED;
            });
        }

        private MigrationForecast result(List<Lane> carriers, List<Lane> standby, List<Lane> idle, String provenance) {
            if (provenance.startsWith("I") || provenance.contains("+I")) {
                sentences.add("Not tested by the sources.");
            }
            return new MigrationForecast(source.id(), target.id(), option, scope, selected, carriers, standby, idle,
                    !selected.containsAll(carriers), provenance, steps, sentences);
        }

        private void step(String number, String text, String origin) {
            steps.add(new Step(number, text, origin));
        }

        private static String listed(List<Lane> lanes) {
            return Names.join(lanes.stream().map(Lane::name).distinct().toList());
        }
    }
}
