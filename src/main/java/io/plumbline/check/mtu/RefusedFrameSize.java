package io.plumbline.check.mtu;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Edit;
import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.Bytes;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.MtuScope;
import io.plumbline.model.NicModel;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.SwitchStack;
import io.plumbline.model.VirtualNic;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.FrameSizes;
import io.plumbline.topology.IpMtu;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A number that the device does not take, so that drawing and machine differ; or 9000 typed where the others have 9014.
public record RefusedFrameSize() implements Rule {

    private static final int MOST_NAMES = 4;
    private static final int TYPED = 9000;
    private static final int MEANT = 9014;

    @Override
    public String id() {
        return "MTU008";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Switch.class, this::judge), Subject.each(SwitchStack.class, this::judge),
                Subject.each(PhysicalNic.class, this::judge), Subject.each(ClusterNetwork.class, this::judge));
    }

    /// Two networks over the same adapters have one cause.
    @Override
    public List<Finding> combine(List<Finding> findings) {
        SequencedMap<Id, Finding> byPrimary = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byPrimary.merge(finding.primary(), finding, (first, more) -> {
                Finding both = first;
                for (Id endpoint : more.concerns("endpoint")) {
                    both = both.concerning("endpoint", endpoint);
                }
                return both;
            });
        }
        return List.copyOf(byPrimary.values());
    }

    // Switches

    /// What a model takes, and why it refuses a number.
    private record Limits(int least, int most, List<Integer> allowed, Id model) {

        static Optional<Limits> of(SwitchModel model) {
            List<Integer> allowed = model.allowedMtuBytes().map(list -> list.stream().map(Bytes::value).sorted()
                    .toList()).orElse(List.of());
            return model.minMtuBytes().isKnown() || model.maxMtuBytes().isKnown() || !allowed.isEmpty()
                    ? Optional.of(new Limits(model.minMtuBytes().map(Bytes::value).orElse(0),
                            model.maxMtuBytes().map(Bytes::value).orElse(Bytes.MOST), allowed, model.id()))
                    : Optional.empty();
        }

        static Optional<Limits> of(NicModel model) {
            List<Integer> allowed = model.allowedJumboBytes().map(list -> list.stream().map(Bytes::value).sorted()
                    .toList()).orElse(List.of());
            return model.maxJumboBytes().isKnown() || !allowed.isEmpty()
                    ? Optional.of(new Limits(0, model.maxJumboBytes().map(Bytes::value).orElse(Bytes.MOST), allowed,
                            model.id()))
                    : Optional.empty();
        }

        boolean refuses(int number) {
            return number < least || number > most || !allowed.isEmpty() && !allowed.contains(number);
        }

        /// "takes 12000 at most"
        String words(int number) {
            return number > most ? "takes " + most + " at most"
                    : number < least ? "takes no less than " + least
                            : "takes only " + Names.join(allowed.stream().map(Object::toString).toList());
        }

        /// The next number that carries as much, else the largest: too much does no harm on a switch.
        int upwards(int number) {
            return allowed.stream().filter(each -> each >= number && each <= most).findFirst()
                    .or(() -> allowed.stream().filter(each -> each <= most).reduce((_, last) -> last))
                    .orElse(Math.max(least, Math.min(number, most)));
        }

        /// The nearest number below, else the smallest: a NIC that sends less does no harm.
        int downwards(int number) {
            return allowed.stream().filter(each -> each <= Math.min(number, most)).reduce((_, last) -> last)
                    .or(() -> allowed.stream().findFirst()).orElse(Math.min(number, most));
        }
    }

    private Stream<Outcome> judge(Facts facts, Switch each) {
        boolean alone = facts.topology().switches().holder(each.id()).equals(each.id());
        return judge(facts, each, facts.topology().ports(each.id()), alone);
    }

    private Stream<Outcome> judge(Facts facts, SwitchStack stack) {
        return judge(facts, stack, List.of(), true);
    }

    private Stream<Outcome> judge(Facts facts, Element device, List<SwitchPort> ports, boolean holdsSettings) {
        SequencedMap<Integer, List<Id>> refused = new LinkedHashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        Optional<Limits> limits = facts.topology().switches().model(device.id()).flatMap(Limits::of);
        MtuScope scope = facts.topology().switches().model(device.id()).flatMap(model -> model.mtuScope().find())
                .orElse(MtuScope.PORT);
        if (limits.isEmpty()) {
            return Stream.empty();
        }
        if (scope == MtuScope.PORT) {
            for (SwitchPort port : ports) {
                weigh(facts, port.id(), "mtu", port.configuration().mtu(), limits.get(), refused, outcomes);
            }
            if (holdsSettings) {
                for (Lag lag : facts.topology().wiring().lagsOf(device.id())) {
                    weigh(facts, lag.id(), "mtu", lag.configuration().mtu(), limits.get(), refused, outcomes);
                }
            }
        }
        if (holdsSettings) {
            var configuration = facts.topology().switches().configuration(device.id());
            weigh(facts, device.id(), "systemMtu", configuration.systemMtu(), limits.get(), refused, outcomes);
            if (scope == MtuScope.CLASS) {
                configuration.classMtu().find().ifPresent(byClass -> byClass.values().forEach(number -> weigh(facts,
                        device.id(), "classMtu", Attribute.of(number), limits.get(), refused, outcomes)));
            }
        }
        refused.forEach((number, elements) -> outcomes.add(finding(facts, device, number, elements, limits.get())));
        return outcomes.stream();
    }

    private void weigh(Facts facts, Id element, String name, Attribute<Bytes> stated, Limits limits,
            Map<Integer, List<Id>> refused, List<Outcome> outcomes) {
        switch (stated) {
            case Attribute.Known<Bytes>(Bytes number) when limits.refuses(number.value()) ->
                    refused.computeIfAbsent(number.value(), _ -> new ArrayList<>()).add(element);
            case Attribute.Unknown<Bytes> _ when facts.topology().wiring().members(element).stream()
                    .anyMatch(facts.topology().wiring()::isCabled) ->
                    facts.cannotTell(id(), element, Answer.needs(element, name))
                            .forEach(outcomes::add);
            default -> {
                // As it came, a number that the model takes, or a port that nobody uses.
            }
        }
    }

    private Finding finding(Facts facts, Element device, int number, List<Id> elements, Limits limits) {
        boolean one = elements.size() == 1;
        String where = Names.sentence(elements.size() <= MOST_NAMES ? facts.names().ports(elements)
                : Names.few(elements.stream().map((Id id) -> facts.name(id)).toList(), MOST_NAMES));
        Finding finding = Finding.of(id(), Severity.ERROR, elements.getFirst())
                .fact("what", where + (one ? " is" : " are") + " set to an MTU of " + number + ", but "
                        + facts.name(limits.model()) + " " + limits.words(number)
                        + ": the device keeps another value than the drawing")
                .fact("fix", "Set " + limits.upwards(number) + ".");
        for (Id element : elements) {
            finding = finding.proof(element, "mtu", number);
            if (element.equals(device.id())) {
                for (SwitchPort port : facts.topology().wiring().ports(device.id())) {
                    finding = finding.concerning("hop", facts.topology().wiring().logicalPort(port.id()));
                }
            } else {
                finding = finding.concerning("hop", facts.topology().wiring().logicalPort(element));
            }
        }
        return finding.proof(limits.model(), "takes", limits.words(number).replace("takes ", ""));
    }

    // NICs

    private Stream<Outcome> judge(Facts facts, PhysicalNic nic) {
        if (nic.jumboPacket().isUnset()) {
            return Stream.empty();
        }
        Optional<Limits> limits = facts.topology().effective().model(nic).flatMap(Limits::of);
        if (limits.isEmpty()) {
            return Stream.empty();
        }
        Answer<Bytes> jumbo = facts.topology().effective().jumboPacket(nic);
        int number = jumbo.map(Bytes::value).orElse(0);
        if (!jumbo.isSure() || !limits.get().refuses(number)) {
            return facts.cannotTell(id(), nic.id(), jumbo);
        }
        Finding finding = Finding.of(id(), Severity.ERROR, nic.id())
                .fact("what", facts.name(nic.id()) + " is set to JumboPacket " + number + ", but "
                        + facts.name(limits.get().model()) + " " + limits.get().words(number)
                        + ": the driver keeps another value than the drawing")
                .fact("fix", "Set " + limits.get().downwards(number) + ".").proof(nic.id(), "jumboPacket", number)
                .proof(limits.get().model(), "takes", limits.get().words(number).replace("takes ", ""));
        return Stream.of(withHops(facts, finding, nic));
    }

    /// The hops at which the impossible size is what arrives.
    private static Finding withHops(Facts facts, Finding finding, PhysicalNic nic) {
        Finding proven = finding;
        for (Endpoint endpoint : facts.topology().endpoints().of(nic.host())) {
            boolean limited = facts.topology().frames().ipMtu(endpoint)
                    .surely(mtu -> mtu.limitedBy().equals(nic.id()));
            Optional<ClusterNetwork> network =
                    facts.topology().endpoints().network(endpoint).orElse(Optional.empty());
            if (limited && network.isPresent()) {
                for (var crossing : facts.topology().crossings().in(network.get()).crossings()) {
                    if (crossing.a().id().equals(endpoint.id()) || crossing.b().id().equals(endpoint.id())) {
                        proven = proven.concerning("hop", crossing.hop().port());
                    }
                }
            }
        }
        return proven;
    }

    // 9000 for 9014

    private Stream<Outcome> judge(Facts facts, ClusterNetwork network) {
        List<Endpoint> endpoints = facts.topology().endpoints().on(network);
        SequencedMap<Id, List<Endpoint>> typed = new LinkedHashMap<>();
        List<Endpoint> meant = new ArrayList<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (Endpoint endpoint : endpoints) {
            switch (facts.topology().frames().ipMtu(endpoint)) {
                case Answer.Sure<IpMtu>(IpMtu(int bytes, Id by)) -> {
                    if (bytes == MEANT - FrameSizes.HEADER) {
                        meant.add(endpoint);
                    } else if (bytes == TYPED - FrameSizes.HEADER && number(facts, by) == TYPED) {
                        typed.computeIfAbsent(by, _ -> new ArrayList<>(1)).add(endpoint);
                    }
                }
                case Answer.NotKnown<IpMtu>(SortedSet<Missing> missing) -> needs.addAll(missing);
            }
        }
        if (typed.isEmpty() || meant.isEmpty()) {
            return meant.isEmpty() && typed.isEmpty() ? Stream.empty() : facts.cannotTell(id(), network.id(), needs);
        }
        boolean one = typed.size() == 1;
        String names = Names.few(typed.keySet().stream().map((Id id) -> facts.name(id)).toList(), MOST_NAMES);
        Finding finding = Finding.of(id(), Severity.WARNING, typed.firstEntry().getKey())
                .fact("what", names + (one ? " has" : " have") + " JumboPacket 9000 where "
                        + facts.name(meant.getFirst().id())
                        + " has 9014: Windows counts the header, so packets of IP end at 8986 bytes, 14 short")
                .fact("fix", "Set 9014.");
        for (Map.Entry<Id, List<Endpoint>> each : typed.entrySet()) {
            finding = finding.proof(each.getKey(), "jumboPacket", TYPED);
            for (Endpoint endpoint : each.getValue()) {
                finding = finding.concerning("endpoint", endpoint.id());
            }
        }
        return Stream.of(new Sizes(facts).sent(finding, meant.getFirst()));
    }

    private static int number(Facts facts, Id adapter) {
        Answer<Bytes> jumbo = switch (facts.topology().element(adapter)) {
            case PhysicalNic nic -> facts.topology().effective().jumboPacket(nic);
            case VirtualNic nic -> facts.topology().effective().jumboPacket(nic);
            default -> Answer.sure(new Bytes(0));
        };
        return jumbo.map(Bytes::value).orElse(0);
    }

    // Remedies

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        if (finding.severity() != Severity.ERROR) {
            return typedRemedy(facts, finding).stream().toList();
        }
        return facts.topology().find(finding.primary(), PhysicalNic.class)
                .map(nic -> nicRemedy(facts, nic).stream().toList())
                .orElseGet(() -> switchRemedy(facts, finding).stream().toList());
    }

    private static Optional<Remedy> typedRemedy(Facts facts, Finding finding) {
        List<Endpoint> endpoints = finding.concerns("endpoint").stream()
                .flatMap(each -> facts.topology().endpoints().find(each).stream()).toList();
        int bytes = MEANT - FrameSizes.HEADER;
        boolean fits = endpoints.stream().allMatch(each -> facts.topology().endpoints().network(each)
                .orElse(Optional.empty()).filter(network -> Resizing.fits(facts, network, bytes)).isPresent());
        String label = "Set JumboPacket 9014 on " + Names.few(finding.evidence().stream()
                .filter(proof -> proof.attribute().equals("jumboPacket")).map(proof -> facts.name(proof.element()))
                .toList(), MOST_NAMES);
        return fits ? new Resizing(facts).endpoints(endpoints, bytes).edit(label)
                .map(edit -> Remedy.of(label, edit)) : Optional.empty();
    }

    /// The members of a team are changed together.
    private static Optional<Remedy> nicRemedy(Facts facts, PhysicalNic nic) {
        Limits limits = facts.topology().effective().model(nic).flatMap(Limits::of).orElseThrow();
        int number = facts.topology().effective().jumboPacket(nic).map(Bytes::value).orElse(0);
        int taken = limits.downwards(number);
        int bytes = taken - (facts.topology().frames().jumboPacket(nic, 0));
        List<PhysicalNic> nics = new ArrayList<>(List.of(nic));
        facts.topology().teamsOf(nic.id()).stream().flatMap(team -> facts.topology().uplinks().nics(team).stream())
                .filter(each -> !nics.contains(each)).forEach(nics::add);
        String label = "Set JumboPacket " + taken + " on "
                + facts.names().list(nics.stream().map(PhysicalNic::id).toList());
        return new Resizing(facts).nics(nics, bytes).edit(label).filter(_ -> bytes >= 0 && !limits.refuses(taken))
                .map(edit -> Remedy.of(label, edit));
    }

    private static Optional<Remedy> switchRemedy(Facts facts, Finding finding) {
        List<Element> held = finding.evidence().stream().filter(proof -> proof.attribute().equals("mtu"))
                .map(proof -> facts.topology().element(proof.element())).toList();
        Element first = held.getFirst();
        Optional<Limits> limits = facts.topology().switches()
                .model(first instanceof Lag lag ? facts.topology().wiring().deviceOf(lag.id()) : first.id())
                .flatMap(Limits::of);
        int number = Integer.parseInt(finding.evidence().getFirst().value());
        if (limits.isEmpty() || limits.get().refuses(limits.get().upwards(number))) {
            return Optional.empty();
        }
        int taken = limits.get().upwards(number);
        List<Edit> edits = new ArrayList<>();
        for (Element each : held) {
            String path = each instanceof SwitchPort || each instanceof Lag ? "mtu" : "systemMtu";
            if (path.equals("systemMtu")
                    && !facts.topology().switches().configuration(each.id()).systemMtu().is(new Bytes(number))) {
                return Optional.empty();
            }
            edits.add(Put.set(List.of(each), path, taken, "MTU"));
        }
        return Optional.of(Remedy.of("Set MTU " + taken + " on "
                + Names.few(held.stream().map(each -> facts.name(each.id())).toList(), MOST_NAMES),
                edits.toArray(Edit[]::new)));
    }
}
