package io.plumbline.check.mtu;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Flag;
import io.plumbline.model.Id;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchModel;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Crossing;
import io.plumbline.topology.Crossings;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.FrameSizes;
import io.plumbline.topology.IpMtu;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The NICs of a network send more than the usual jumbo frame, and a smaller switch is there already or planned.
public record SuperSizedFrames() implements Rule {

    private static final int USUAL = 9000;

    @Override
    public String id() {
        return "MTU009";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(ClusterNetwork.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, ClusterNetwork network) {
        Endpoint largest = null;
        int bytes = USUAL;
        for (Endpoint endpoint : facts.topology().endpoints().on(network)) {
            int sends = facts.topology().frames().ipMtu(endpoint).map(IpMtu::bytes).orElse(0);
            if (sends > bytes) {
                largest = endpoint;
                bytes = sends;
            }
        }
        if (largest == null) {
            return Stream.empty();
        }
        Crossings.Found found = facts.topology().crossings().in(network);
        SortedSet<Missing> needs = new TreeSet<>(found.needs());
        SequencedSet<Id> devices = new LinkedHashSet<>();
        SequencedSet<Id> models = new LinkedHashSet<>();
        boolean tagged = false;
        for (Crossing crossing : found.crossings()) {
            tagged |= crossing.hop().tagged();
            for (Id port : facts.topology().wiring().members(crossing.hop().port())) {
                devices.add(crossing.hop().device());
                facts.topology().switches().model(port).ifPresentOrElse(model -> models.add(model.id()),
                        () -> needs.add(new Missing(crossing.hop().device(), "model")));
            }
        }
        Optional<Switch> planned = smallerPlanned(facts, bytes, tagged);
        if (models.size() < 2 && planned.isEmpty()) {
            // Within one switch there is one model, whatever it is.
            return devices.size() < 2 && found.needs().isEmpty() ? Stream.empty()
                    : facts.cannotTell(id(), network.id(), needs);
        }
        return Stream.of(finding(facts, network, largest, models, planned));
    }

    /// A switch that is to come and cannot carry that.
    private static Optional<Switch> smallerPlanned(Facts facts, int bytes, boolean tagged) {
        return facts.topology().all(Switch.class).stream()
                .filter(each -> each.about().flags().find().filter(flags -> flags.contains(Flag.PLANNED)).isPresent())
                .filter(each -> most(facts, each, tagged).filter(most -> most < bytes).isPresent()).findFirst();
    }

    private static Optional<Integer> most(Facts facts, Switch each, boolean tagged) {
        return facts.topology().switches().model(each.id()).flatMap(model -> model.maxMtuBytes().find()
                .map(most -> FrameSizes.capacity(model.accountingKind(), most.value(), tagged).atMost()));
    }

    private Finding finding(Facts facts, ClusterNetwork network, Endpoint largest, SequencedSet<Id> models,
            Optional<Switch> planned) {
        Sizes sizes = new Sizes(facts);
        List<String> reasons = new ArrayList<>();
        if (models.size() > 1) {
            reasons.add("its ways lead over " + facts.names().list(models) + ", of which the smallest decides");
        }
        planned.ifPresent(each -> reasons.add("the planned " + facts.name(each.id()) + " ("
                + facts.topology().switches().model(each.id()).map(SwitchModel::id).map((Id id) -> facts.name(id))
                        .orElse("")
                + ") carries less"));
        Finding finding = Finding.of(id(), Severity.ADVICE, network.id())
                .fact("network", Names.sentence(facts.name(network.id()))).fact("bytes", sizes.sends(largest))
                .fact("nic", sizes.sender(largest)).fact("jumbo", sizes.jumbo(largest))
                .fact("reasons", String.join(", and ", reasons)).concerning("network", network.id());
        finding = sizes.sent(finding, largest);
        for (Id model : models) {
            finding = finding.proof(model, "carries", "frames of " + network.name());
        }
        return planned.isPresent() ? finding.proof(planned.get().id(), "flags", "planned") : finding;
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        ClusterNetwork network = facts.topology().element(finding.primary(), ClusterNetwork.class);
        String label = "Set JumboPacket 9014 on all endpoints of " + facts.name(network.id());
        return new Resizing(facts).lower(facts.topology().endpoints().on(network), USUAL).edit(label)
                .map(edit -> List.of(Remedy.of(label, edit))).orElse(List.of());
    }
}
