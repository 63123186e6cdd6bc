package io.plumbline.predict;

import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.Mbps;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.MigrationSubnet;
import io.plumbline.model.OsVersion;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.VirtualNic;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Names;
import io.plumbline.topology.Scope;
import io.plumbline.topology.Segment;
import io.plumbline.topology.Standing;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Says which networks carry a live migration between two hosts, step by step.
///
/// The steps are numbered as in the table of the product's sources; each names its origin. Where an unknown value decides,
/// the answer names it; what does not matter under the option at hand is never asked for.
public final class LiveMigrationPredictor {
    private final Topology topology;
    private final Effective effective;
    private final Host source;
    private final Host target;
    private final Answer<Scope> scope;
    private final Set<Id> lost;
    private final Names names;
    private final List<Step> steps = new ArrayList<>();
    private final Answer<List<Shared>> shared;

    private LiveMigrationPredictor(Topology topology, Host source, Host target, Answer<Scope> scope, Set<Id> lost) {
        this.scope = scope;
        this.lost = lost;
        this.topology = topology;
        this.effective = topology.effective();
        this.source = source;
        this.target = target;
        names = Names.of(topology);
        shared = findShared();
    }

    /// The forecast for a migration from one host to another, or what would have to be known for one.
    public static Answer<MigrationForecast> predict(Topology topology, Host source, Host target) {
        return predict(topology, new Question(source.id(), target.id(), Optional.empty(), Set.of()));
    }

    /// The same while these cluster networks are cut off between the two hosts.
    public static Answer<MigrationForecast> predictWithout(Topology topology, Host source, Host target,
            Set<Id> lost) {
        return predict(topology, new Question(source.id(), target.id(), Optional.empty(), lost));
    }

    /// The same, supposing that the hosts' settings leave SMB this scope: for asking whether an unknown setting matters.
    public static Answer<MigrationForecast> predict(Topology topology, Host source, Host target, Scope supposed) {
        return predict(topology, new Question(source.id(), target.id(), Optional.of(supposed), Set.of()));
    }

    private record Question(Id source, Id target, Optional<Scope> supposed, Set<Id> lost) {}

    @SuppressWarnings("unchecked")
    private static Answer<MigrationForecast> predict(Topology topology, Question question) {
        return topology.once(question, Answer.class, () -> {
            Host source = topology.element(question.source(), Host.class);
            Host target = topology.element(question.target(), Host.class);
            return new LiveMigrationPredictor(topology, source, target, question.supposed().map(Answer::sure)
                    .orElseGet(() -> topology.endpoints().scope(source, target)), question.lost()).predict();
        });
    }

    private Answer<MigrationForecast> predict() {
        return effective.lmOption(source).then(option -> shared.then(
                both -> order(both).then(order -> up(both).then(up -> decide(option, order, both, up)))));
    }

    // What the two hosts share

    /// A network of both hosts with its endpoints at both ends.
    private record Shared(Segment network, List<Endpoint> from, List<Endpoint> to) {}

    private Answer<List<Shared>> findShared() {
        return segments(source).with(segments(target), (here, there) -> {
            List<Shared> shared = new ArrayList<>();
            here.forEach((network, endpoints) -> there.forEach((other, others) -> {
                if (network.isSame(other)) {
                    shared.add(new Shared(network, endpoints, others));
                }
            }));
            return shared;
        });
    }

    private Answer<Map<Segment, List<Endpoint>>> segments(Host host) {
        List<Endpoint> endpoints = topology.endpoints().of(host.id());
        List<Answer<Optional<Segment>>> found =
                endpoints.stream().map(topology.endpoints()::segment).toList();
        return Answer.all(found).then(segments -> {
            Map<Segment, List<Endpoint>> byNetwork = new LinkedHashMap<>();
            for (int i = 0; i < endpoints.size(); i++) {
                Endpoint endpoint = endpoints.get(i);
                segments.get(i).ifPresent(
                        segment -> byNetwork.computeIfAbsent(segment, _ -> new ArrayList<>()).add(endpoint));
            }
            return oneNicPerSubnet(host, byNetwork);
        });
    }

    /// Step 10: before 2016 a cluster knows only one of two NICs in a subnet. Which one is not told: here the first.
    private Answer<Map<Segment, List<Endpoint>>> oneNicPerSubnet(Host host, Map<Segment, List<Endpoint>> byNetwork) {
        boolean several = byNetwork.values().stream().anyMatch(endpoints -> endpoints.size() > 1);
        if (!several || host.failoverCluster().isUnset()) {
            return Answer.sure(byNetwork);
        }
        return effective.osVersion(host).map(version -> {
            if (version.compareTo(OsVersion.WINDOWS_2016) >= 0) {
                return byNetwork;
            }
            Map<Segment, List<Endpoint>> one = new LinkedHashMap<>();
            byNetwork.forEach((network, endpoints) -> {
                one.put(network, List.of(endpoints.getFirst()));
                if (endpoints.size() > 1) {
                    step("10", Texts.of("lm.step.10", "host", names.of(host), "network", network.name()), "M",
                            List.of(network), List.of());
                }
            });
            return one;
        });
    }

    /// Those networks whose endpoints have a link at both ends.
    private Answer<List<Shared>> up(List<Shared> shared) {
        List<Answer<Shared>> all = shared.stream().map(each -> topology.endpoints().up(each.from())
                .with(topology.endpoints().up(each.to()), (from, to) -> new Shared(each.network(), from, to))).toList();
        return Answer.all(all).map(each -> each.stream()
                .filter(network -> !network.from().isEmpty() && !network.to().isEmpty() && !isLost(network.network()))
                .toList());
    }

    private boolean isLost(Segment network) {
        return network.network().map(ClusterNetwork::id).filter(lost::contains).isPresent();
    }

    // Steps 1 to 3: the order and the anchor

    private Answer<List<Segment>> order(List<Shared> shared) {
        return effective.failoverCluster(source).with(effective.failoverCluster(target),
                (here, there) -> here.isPresent() && here.equals(there) ? here : Optional.<FailoverCluster>empty())
                .then(cluster -> cluster.isPresent() ? selection(cluster.get()) : subnets(shared));
    }

    private Answer<List<Segment>> selection(FailoverCluster cluster) {
        return effective.lmNetworks(cluster).map(ids -> {
            List<Segment> order = ids.stream().map(id -> topology.element(id, ClusterNetwork.class))
                    .map(network -> new Segment(Optional.of(network), network.prefix().find())).toList();
            String key = order.isEmpty() ? "lm.step.1.none"
                    : cluster.lmNetworks().isUnset() ? "lm.step.1.default" : "lm.step.1";
            step("1", Texts.of(key, "networks", names(order)), "S stated; M", order, List.of());
            return order;
        });
    }

    /// Hosts without a common cluster: the subnets that the target lists, as far as the source has them listed too where
    /// it lists any; all they share where the target accepts any network.
    private Answer<List<Segment>> subnets(List<Shared> shared) {
        return effective.lmAnyNetwork(target).with(effective.lmAnyNetwork(source), Sides::new).then(any -> {
            List<Segment> all = shared.stream().map(Shared::network).toList();
            if (any.target() && any.source()) {
                step("1", Texts.of("lm.step.1.domain.any", "target", names.of(target), "networks", names(all)), "M",
                        all,
                        List.of());
                return Answer.sure(all);
            }
            return listed(target, any.target()).with(listed(source, any.source()), (there, here) -> {
                List<IpPrefix> prefixes = any.target() ? here : there;
                List<Segment> order = new ArrayList<>();
                for (IpPrefix prefix : prefixes) {
                    all.stream().filter(segment -> segment.prefix().filter(prefix::equals).isPresent())
                            .filter(_ -> any.target() || any.source() || here.contains(prefix)).forEach(order::add);
                }
                step("1", Texts.of(order.isEmpty() ? "lm.step.1.domain.none" : "lm.step.1.domain", "networks",
                        names(order)), "M", order, List.of());
                return order;
            });
        });
    }

    private record Sides(boolean target, boolean source) {}

    private Answer<List<IpPrefix>> listed(Host host, boolean any) {
        return any ? Answer.sure(List.of()) : effective.lmSubnets(host).map(subnets -> subnets.stream()
                .filter(subnet -> subnet.prefix().isKnown())
                .sorted(Comparator.comparing((MigrationSubnet subnet) -> subnet.priority().orElse(Integer.MAX_VALUE)))
                .map(subnet -> subnet.prefix().find().orElseThrow()).toList());
    }

    private Answer<MigrationForecast> decide(MigrationOption option, List<Segment> order, List<Shared> shared,
            List<Shared> up) {
        Answer<Boolean> any = effective.lmAnyNetwork(target);
        step("2", Texts.of(any.is(true) ? "lm.step.2.any" : any.is(false) ? "lm.step.2.these" : "lm.step.2.unknown",
                "target", names.of(target)), "M", order, List.of());
        Optional<Shared> anchor = order.stream()
                .flatMap(network -> up.stream().filter(each -> each.network().isSame(network))).findFirst();
        if (anchor.isEmpty()) {
            step("3", Texts.of("lm.step.3.none"), "M + S stated", List.of(), order);
            return Answer.sure(forecast(option, order, shared, up, Optional.empty(), List.of(), Map.of()));
        }
        step("3", Texts.of("lm.step.3", "network", anchor.get().network().name()), "M + S stated", order, List.of());
        return option == MigrationOption.SMB ? smb(order, shared, up, anchor.get())
                : tcp(option, order, shared, up, anchor.get());
    }

    // Step 4a: TCP/IP and compression

    private Answer<MigrationForecast> tcp(MigrationOption option, List<Segment> order, List<Shared> shared,
            List<Shared> up,
            Shared anchor) {
        List<Segment> rest = order.stream().filter(network -> !network.isSame(anchor.network())).toList();
        step("4a", Texts.of("lm.step.4a." + option.word(), "network", anchor.network().name()), "W; M",
                List.of(anchor.network()), rest);
        Lane lane = lanes(anchor).getFirst();
        teamStep(List.of(lane));
        return Answer.sure(forecast(option, order, shared, up, Optional.of(anchor), List.of(lane), Map.of()));
    }

    // Steps 4b to 8: SMB

    private Answer<MigrationForecast> smb(List<Segment> order, List<Shared> shared, List<Shared> up, Shared anchor) {
        step("4b", Texts.of("lm.step.4b", "target", names.of(target)), "M", order, List.of());
        return Answer.allOf(List.of(effective.clientMultichannel(source), effective.serverMultichannel(target)))
                .then(multichannel -> multichannel ? multichannel(order, shared, up, anchor)
                        : Answer.sure(single(order, shared, up, anchor)));
    }

    /// Without multichannel SMB runs over the anchor alone, and without RDMA.
    private MigrationForecast single(List<Segment> order, List<Shared> shared, List<Shared> up, Shared anchor) {
        List<String> off = new ArrayList<>();
        if (effective.clientMultichannel(source).is(false)) {
            off.add(names.of(source));
        }
        if (effective.serverMultichannel(target).is(false)) {
            off.add(names.of(target));
        }
        step("4b", Texts.of("lm.step.4b.single", "hosts", Names.join(off), "network", anchor.network().name()), "M",
                List.of(anchor.network()), others(order, anchor));
        Lane lane = lanes(anchor).getFirst();
        Lane plain = new Lane(lane.network(), lane.source(), lane.target(), Answer.sure(Standing.PLAIN), lane.speed());
        Map<Segment, Unused.Reason> why = new LinkedHashMap<>();
        others(order, anchor).forEach(network -> why.put(network, Unused.Reason.NO_SMB));
        return forecast(MigrationOption.SMB, order, shared, up, Optional.of(anchor), List.of(plain), why);
    }

    private static List<Segment> others(List<Segment> order, Shared anchor) {
        return order.stream().filter(network -> !network.isSame(anchor.network())).toList();
    }

    private Answer<MigrationForecast> multichannel(List<Segment> order, List<Shared> shared, List<Shared> up,
            Shared anchor) {
        Map<Segment, Unused.Reason> why = new LinkedHashMap<>();
        return bound(up, why).then(bound -> pool(order, bound).then(pool -> {
            List<Lane> lanes = pool.stream().flatMap(each -> lanes(each).stream()).toList();
            return bestClass(lanes, why).then(classed -> fastest(classed, why)).map(best -> {
                if (best.stream().anyMatch(lane -> lane.standing().is(Standing.RDMA))) {
                    step("8", Texts.of("lm.step.8"), "M; S stated", networks(best), List.of());
                }
                teamStep(best);
                constraintStep(best);
                return forecast(MigrationOption.SMB, order, shared, up, Optional.of(anchor), best, why);
            });
        }));
    }

    /// SMB runs only where its client is bound at the source and its server at the target.
    private Answer<List<Shared>> bound(List<Shared> up, Map<Segment, Unused.Reason> why) {
        List<Answer<Shared>> all = up.stream()
                .map(each -> those(each.from(), endpoint -> effective.msClientBound(endpoint.id(), endpoint.ip()))
                        .with(those(each.to(), endpoint -> effective.msServerBound(endpoint.id(), endpoint.ip())),
                                (from, to) -> new Shared(each.network(), from, to)))
                .toList();
        return Answer.all(all).map(each -> {
            List<Segment> without = each.stream().filter(one -> one.from().isEmpty() || one.to().isEmpty())
                    .map(Shared::network).toList();
            without.forEach(network -> why.put(network, Unused.Reason.NO_SMB));
            List<Shared> left = each.stream().filter(one -> !one.from().isEmpty() && !one.to().isEmpty()).toList();
            if (!without.isEmpty()) {
                step("4b", Texts.of("lm.step.4b.unbound", "networks", names(without)), "M",
                        left.stream().map(Shared::network).toList(), without);
            }
            return left;
        });
    }

    private static Answer<List<Endpoint>> those(List<Endpoint> endpoints,
            Function<Endpoint, Answer<Boolean>> test) {
        List<Answer<Optional<Endpoint>>> all = endpoints.stream()
                .map(endpoint -> test.apply(endpoint)
                        .map(is -> is ? Optional.of(endpoint) : Optional.<Endpoint>empty()))
                .toList();
        return Answer.all(all).map(each -> each.stream().flatMap(Optional::stream).toList());
    }

    /// Step 5: the selected networks, or every network the two hosts share.
    private Answer<List<Shared>> pool(List<Segment> order, List<Shared> up) {
        List<Shared> selected = order.stream()
                .flatMap(network -> up.stream().filter(each -> each.network().isSame(network))).toList();
        List<Shared> rest = up.stream().filter(each -> !selected.contains(each)).toList();
        if (rest.isEmpty() && !scope.isSure()) {
            step("5", Texts.of("lm.step.5.same", "networks", names(order)), "S tested", networksOf(selected),
                    List.of());
            return Answer.sure(selected);
        }
        return scope.map(known -> {
            if (known == Scope.LIMITED) {
                step("5", Texts.of("lm.step.5.limited", "networks", names(networksOf(selected))), "S tested",
                        networksOf(selected), networksOf(rest));
                return selected;
            }
            List<Shared> all = new ArrayList<>(selected);
            all.addAll(rest);
            step("5", Texts.of("lm.step.5.open", "hosts", acceptors(), "networks", names(networksOf(all))), "S tested",
                    networksOf(all), List.of());
            return all;
        });
    }

    /// The hosts that accept any network, as the start of a sentence: "HV2 accepts", "HV1 and HV2 accept".
    private String acceptors() {
        boolean here = effective.lmAnyNetwork(source).is(true);
        boolean there = effective.lmAnyNetwork(target).is(true);
        return here && there
                ? Texts.of("lm.accepts.two", "first", names.of(source), "second", names.of(target))
                : Texts.of("lm.accepts.one", "host", names.of(here ? source : target));
    }

    /// Step 6. The class is not asked for where there is only one lane.
    private Answer<List<Lane>> bestClass(List<Lane> lanes, Map<Segment, Unused.Reason> why) {
        if (networks(lanes).size() < 2 && lanes.size() < 2) {
            return Answer.sure(lanes);
        }
        return Answer.all(lanes.stream().map(Lane::standing).toList()).map(standings -> {
            Standing best = standings.stream().max(Comparator.naturalOrder()).orElseThrow();
            List<Lane> kept = lanes.stream().filter(lane -> lane.standing().is(best)).toList();
            List<Segment> dropped = dropped(lanes, kept);
            dropped.forEach(network -> why.put(network, Unused.Reason.LESSER_CLASS));
            step("6", Texts.of("lm.step.6", "class", best.display(), "networks", names(networks(kept))), "M",
                    networks(kept), dropped);
            return kept;
        });
    }

    /// Step 7, likewise.
    private Answer<List<Lane>> fastest(List<Lane> lanes, Map<Segment, Unused.Reason> why) {
        if (lanes.size() < 2) {
            return Answer.sure(lanes);
        }
        return Answer.all(lanes.stream().map(Lane::speed).toList()).map(speeds -> {
            Mbps best = speeds.stream().max(Comparator.naturalOrder()).orElseThrow();
            List<Lane> kept = lanes.stream().filter(lane -> lane.speed().is(best)).toList();
            List<Segment> dropped = dropped(lanes, kept);
            dropped.forEach(network -> why.put(network, Unused.Reason.SLOWER));
            step("7", Texts.of("lm.step.7", "speed", Lane.gigabits(best), "networks", names(networks(kept))),
                    "M; S stated",
                    networks(kept), dropped);
            return kept;
        });
    }

    private static List<Segment> dropped(List<Lane> before, List<Lane> after) {
        List<Segment> left = networks(after);
        return networks(before).stream().filter(network -> !left.contains(network)).toList();
    }

    /// Step 9: what stands between the endpoint and its NICs.
    private void teamStep(List<Lane> lanes) {
        List<Segment> teamed = networks(lanes.stream().filter(Lane::teamed).toList());
        if (!teamed.isEmpty()) {
            step("9", Texts.of("lm.step.9.lbfo", "networks", names(teamed)), "S stated; M", networks(lanes), List.of());
        }
        List<Segment> virtual = networks(lanes.stream().filter(this::isVirtual).toList());
        if (!virtual.isEmpty()) {
            boolean old = lanes.stream().anyMatch(this::isOldVirtual);
            step("9", Texts.of(old ? "lm.step.9.old" : "lm.step.9.set", "networks", names(virtual)), "S stated; M",
                    networks(lanes), List.of());
        }
    }

    private boolean isVirtual(Lane lane) {
        return lane.source().element() instanceof VirtualNic || lane.target().element() instanceof VirtualNic;
    }

    private boolean isOldVirtual(Lane lane) {
        return isOld(lane.source()) || isOld(lane.target());
    }

    private boolean isOld(Endpoint endpoint) {
        return endpoint.element() instanceof VirtualNic && effective
                .osVersion(topology.element(endpoint.host(), Host.class))
                .surely(version -> version.compareTo(OsVersion.WINDOWS_2016) < 0);
    }

    /// Step 11.
    private void constraintStep(List<Lane> lanes) {
        boolean constrained = List.of(source, target).stream()
                .anyMatch(host -> host.smb().constraints() instanceof Attribute.Known<?>(Collection<?> list)
                        && !list.isEmpty());
        if (constrained) {
            step("11", Texts.of("lm.step.11"), "M; I", networks(lanes), List.of());
        }
    }

    // Lanes

    /// The pairs of endpoints of a network: each with each, every endpoint in as few pairs as both sides allow.
    private List<Lane> lanes(Shared shared) {
        List<Lane> lanes = new ArrayList<>();
        int pairs = Math.max(shared.from().size(), shared.to().size());
        for (int i = 0; i < pairs; i++) {
            Endpoint from = shared.from().get(Math.min(i, shared.from().size() - 1));
            Endpoint to = shared.to().get(Math.min(i, shared.to().size() - 1));
            lanes.add(new Lane(shared.network(), from, to, topology.endpoints().common(from, to),
                    topology.endpoints().commonSpeed(from, to)));
        }
        return lanes;
    }

    private static List<Segment> networks(List<Lane> lanes) {
        return lanes.stream().map(Lane::network).distinct().toList();
    }

    private static List<Segment> networksOf(List<Shared> shared) {
        return shared.stream().map(Shared::network).toList();
    }

    // The result

    private MigrationForecast forecast(MigrationOption option, List<Segment> order, List<Shared> shared,
            List<Shared> up,
            Optional<Shared> anchor, List<Lane> carriers, Map<Segment, Unused.Reason> why) {
        List<Segment> carrying = networks(carriers);
        List<Unused> unused = new ArrayList<>();
        for (Shared each : inOrder(order, shared)) {
            Segment network = each.network();
            if (carrying.stream().anyMatch(network::isSame)) {
                continue;
            }
            boolean selected = order.stream().anyMatch(network::isSame);
            boolean isUp = up.stream().anyMatch(other -> other.network().isSame(network));
            unused.add(new Unused(network, reason(option, network, selected, isUp, why), selected));
        }
        String provenance = provenance(option, scope, order, carriers, unused);
        MigrationForecast silent = new MigrationForecast(source.id(), target.id(), option, scope, order,
                anchor.map(Shared::network), carriers, unused, provenance, sorted(steps), List.of());
        return silent.saying(sentences(silent));
    }

    private static List<Shared> inOrder(List<Segment> order, List<Shared> shared) {
        List<Shared> sorted = new ArrayList<>(shared);
        sorted.sort(Comparator.comparing(each -> {
            for (int i = 0; i < order.size(); i++) {
                if (order.get(i).isSame(each.network())) {
                    return i;
                }
            }
            return order.size();
        }));
        return sorted;
    }

    private static List<Step> sorted(List<Step> steps) {
        List<Step> sorted = new ArrayList<>(steps);
        sorted.sort(Comparator.comparing(step -> Integer.parseInt(step.number().replaceAll("\\D", ""))));
        return sorted;
    }

    private static Unused.Reason reason(MigrationOption option, Segment network, boolean selected, boolean isUp,
            Map<Segment, Unused.Reason> why) {
        if (!isUp) {
            return Unused.Reason.DOWN;
        }
        for (Map.Entry<Segment, Unused.Reason> entry : why.entrySet()) {
            if (entry.getKey().isSame(network)) {
                return entry.getValue();
            }
        }
        return !selected ? Unused.Reason.NOT_SELECTED
                : option == MigrationOption.SMB ? Unused.Reason.NO_SMB : Unused.Reason.STANDBY;
    }

    /// Who vouches for the outcome: tested is what the report tried (twin NICs, one network selected, both scopes).
    private String provenance(MigrationOption option, Answer<Scope> scope, List<Segment> order, List<Lane> carriers,
            List<Unused> unused) {
        if (carriers.isEmpty()) {
            return "M + S stated";
        }
        if (carriers.stream().anyMatch(Lane::teamed)) {
            return "S stated + M";
        }
        if (carriers.stream().anyMatch(this::isOldVirtual)) {
            return "M";
        }
        if (carriers.stream().anyMatch(this::isVirtual)) {
            return "M+I (S logic on vNICs)";
        }
        long usable = order.stream().filter(network -> networks(carriers).stream().anyMatch(network::isSame)
                || unused.stream().anyMatch(each -> each.network().isSame(network)
                        && each.reason() != Unused.Reason.DOWN))
                .count();
        if (option != MigrationOption.SMB) {
            return usable > 1 ? "W+S" : "S+I";
        }
        boolean twins = areTwins(carriers, unused);
        if (usable > 1) {
            return twins ? "S stated" : "M+S stated";
        }
        if (!scope.is(Scope.OPEN)) {
            return twins ? "S tested" : "I from S tested";
        }
        if (twins) {
            return effective.lmAnyNetwork(source).is(true) && effective.lmAnyNetwork(target).is(true) ? "S stated"
                    : "S tested";
        }
        boolean surprise = networks(carriers).stream().anyMatch(network -> order.stream().noneMatch(network::isSame));
        return surprise ? "I (M rule on the scope S tested)" : "M+S stated";
    }

    /// Whether all networks the hosts share are equal, as in the report's test.
    private boolean areTwins(List<Lane> carriers, List<Unused> unused) {
        List<Segment> all = new ArrayList<>(networks(carriers));
        unused.forEach(each -> all.add(each.network()));
        Set<Object> kinds = new HashSet<>();
        for (Shared each : shared.orElse(List.of())) {
            if (all.stream().anyMatch(each.network()::isSame)) {
                lanes(each).forEach(lane -> kinds.add(List.of(lane.standing(), lane.speed())));
            }
        }
        return kinds.size() == 1 && all.size() > 1;
    }

    // Sentences

    private List<String> sentences(MigrationForecast forecast) {
        List<String> sentences = new ArrayList<>();
        if (forecast.carriers().isEmpty()) {
            sentences.add(Texts.of("lm.none", "source", names.of(source), "target", names.of(target)));
            return sentences;
        }
        String carriers = names(forecast.carrying());
        if (forecast.surprise()) {
            sentences.add(Texts.of("lm.surprise", "selected", names(forecast.selected()), "source", names.of(source),
                    "target",
                    names.of(target), "carriers", carriers, "hosts", acceptors(), "reason", reason(forecast)));
        }
        for (Unused idle : forecast.idle()) {
            sentences.add(idleText(forecast, idle, carriers));
        }
        sentences.add(failure(forecast, carriers));
        if (forecast.carriers().stream().anyMatch(Lane::teamed)) {
            sentences.add(Texts.of(forecast.option() == MigrationOption.SMB ? "lm.team.smb" : "lm.team.tcp"));
            if (forecast.carriers().stream().filter(Lane::teamed)
                    .allMatch(lane -> overTwoSwitches(lane.source()) && overTwoSwitches(lane.target()))) {
                sentences.add(Texts.of("lm.team.switches"));
            }
        }
        if (forecast.provenance().equals("S tested") && forecast.scope().is(Scope.LIMITED)) {
            sentences.add(Texts.of("lm.odd"));
        }
        if (forecast.isUntested()) {
            sentences.add(Texts.of("lm.untested"));
        }
        return sentences;
    }

    private String reason(MigrationForecast forecast) {
        List<Unused> lesser = forecast.unused().stream()
                .filter(Unused::isLesser)
                .filter(Unused::selected).toList();
        if (lesser.isEmpty()) {
            return Texts.of(forecast.carriers().size() == 2 ? "lm.reason.equal.2" : "lm.reason.equal.more");
        }
        return Texts.of("lm.reason.better", "carriers", names(forecast.carrying()), "why",
                why(forecast, lesser.getFirst(), true));
    }

    private String idleText(MigrationForecast forecast, Unused idle, String carriers) {
        Lane best = forecast.carriers().getFirst();
        Lane lesser = laneOf(idle.network());
        boolean trap = best.standing().is(Standing.RSS) && lesser.standing().is(Standing.PLAIN)
                && lesser.speed().with(best.speed(), (mine, other) -> mine.compareTo(other) > 0).is(true);
        if (trap) {
            return Texts.of("lm.idle.trap", "idle", idle.network().name(), "carriers", carriers);
        }
        return Texts.of(forecast.carrying().size() > 1 ? "lm.idle.more" : "lm.idle", "idle", idle.network().name(),
                "why", why(forecast, idle, false), "carriers", carriers);
    }

    /// What sets a carrier and an idle network apart, from the side of the better or of the lesser one.
    private String why(MigrationForecast forecast, Unused idle, boolean better) {
        Lane best = forecast.carriers().getFirst();
        Lane lesser = laneOf(idle.network());
        boolean byClass = idle.reason() == Unused.Reason.LESSER_CLASS;
        String upper = byClass ? best.standing().map(Standing::display).orElse("")
                : best.speed().map(Lane::gigabits).orElse("");
        String lower = byClass ? lesser.standing().map(Standing::display).orElse("")
                : lesser.speed().map(Lane::gigabits).orElse("");
        return Texts.of(byClass ? "lm.why.class" : "lm.why.speed", "better", better ? upper : lower, "lesser",
                better ? lower : upper);
    }

    private Lane laneOf(Segment network) {
        return shared.orElse(List.of()).stream().filter(each -> each.network().isSame(network))
                .flatMap(each -> lanes(each).stream()).findFirst().orElseThrow();
    }

    private String failure(MigrationForecast forecast, String carriers) {
        if (forecast.carriers().size() > 1) {
            return Texts.of("lm.failure.twin");
        }
        if (!forecast.standby().isEmpty()) {
            return Texts.of("lm.failure.spare", "carrier", carriers, "spare",
                    forecast.standby().getFirst().name());
        }
        List<Unused> lesser = forecast.unused().stream()
                .filter(Unused::isLesser)
                .toList();
        return lesser.isEmpty() ? Texts.of("lm.failure.single", "carrier", carriers)
                : Texts.of("lm.failure.idle", "carrier", carriers, "spare", lesser.getFirst().network().name());
    }

    private boolean overTwoSwitches(Endpoint endpoint) {
        List<PhysicalNic> nics = topology.endpoints().nics(endpoint).orElse(List.of());
        return topology.uplinks().switchPorts(nics).stream().map(port -> port.onSwitch()).distinct().count() > 1;
    }

    private static String names(List<Segment> networks) {
        return Names.join(networks.stream().map(Segment::name).map(Names::quoted).toList());
    }

    private void step(String number, String text, String origin, List<Segment> kept, List<Segment> dropped) {
        steps.add(new Step(number, text, origin, kept, dropped));
    }
}
