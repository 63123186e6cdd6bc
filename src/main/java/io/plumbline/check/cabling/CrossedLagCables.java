package io.plumbline.check.cabling;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.check.cabling.Bundle.End;
import io.plumbline.model.Cable;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.LagProtocol;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamingMode;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A cable of a LAG that leads elsewhere than its other cables: to the wrong host, to a loose port, into a second LAG.
public record CrossedLagCables() implements Rule {

    @Override
    public String id() {
        return "LAG002";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Lag.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Lag lag) {
        Optional<Bundle> found = Bundle.of(facts.topology(), lag).filter(bundle -> bundle.ends().size() > 1);
        List<End> strays = found.map(Bundle::strays).orElse(List.of());
        if (strays.isEmpty()) {
            return Stream.empty();
        }
        Bundle bundle = found.orElseThrow();
        Answer<TeamingMode> mode = facts.topology().find(bundle.peer().orElseThrow(), Team.class)
                .map(facts.topology().effective()::teamingMode).orElse(Answer.sure(TeamingMode.LACP));
        if (!mode.isSure()) {
            return facts.cannotTell(id(), bundle.id(), mode);
        }
        Optional<Bundle> other = crossedWith(facts, bundle);
        if (other.filter(each -> each.id().compareTo(bundle.id()) < 0).isPresent()) {
            return Stream.empty();
        }
        return Stream.of(other.map(each -> crossed(facts, bundle, each)).orElseGet(() -> astray(facts, bundle)));
    }

    /// The bundle whose one stray cable belongs to this one's peer, while the one stray cable here belongs to its peer.
    private static Optional<Bundle> crossedWith(Facts facts, Bundle bundle) {
        if (bundle.strays().size() != 1 || bundle.strays().getFirst().aggregate().isEmpty()) {
            return Optional.empty();
        }
        Id foreign = bundle.strays().getFirst().aggregate().orElseThrow();
        return Bundle.bundlesAt(facts.topology(), foreign).stream().distinct().filter(id -> !id.equals(bundle.id()))
                .flatMap(id -> facts.topology().find(id, Lag.class).stream())
                .flatMap(lag -> Bundle.of(facts.topology(), lag).stream())
                .filter(other -> other.peer().equals(Optional.of(foreign)) && other.strays().size() == 1
                        && other.strays().getFirst().aggregate().equals(bundle.peer()))
                .findFirst();
    }

    private Finding start(Facts facts, Bundle bundle) {
        Id peer = bundle.peer().orElseThrow();
        Finding finding = Finding.of(id(), Severity.ERROR, bundle.id())
                .fact("lag", facts.names().list(bundle.ids())).fact("peer", name(facts, peer))
                .fact("consequence", consequence(facts, bundle));
        for (Lag half : bundle.halves()) {
            finding = finding.concerning("lag", half.id());
        }
        return ending(facts, finding, peer);
    }

    /// A team at either end is explained by the cable.
    private static Finding ending(Facts facts, Finding finding, Id aggregate) {
        return facts.topology().is(aggregate, Team.class) ? finding.concerning("team", aggregate) : finding;
    }

    private static String name(Facts facts, Id aggregate) {
        return facts.topology().find(aggregate, Lag.class).flatMap(lag -> Bundle.of(facts.topology(), lag))
                .map(bundle -> facts.names().list(bundle.ids())).orElseGet(() -> facts.name(aggregate));
    }

    private static String consequence(Facts facts, Bundle bundle) {
        Answer<LagProtocol> protocol = facts.topology().effective().protocol(bundle.halves().getFirst());
        return protocol.is(LagProtocol.LACP) ? "LACP leaves the odd link out, and the aggregate is short of it"
                : protocol.is(LagProtocol.STATIC)
                        ? "a static bundle uses the odd link, and a part of the frames goes to the wrong place"
                        : "the odd link is left out, or a part of the frames goes to the wrong place";
    }

    private Finding crossed(Facts facts, Bundle bundle, Bundle other) {
        End here = bundle.strays().getFirst();
        End there = other.strays().getFirst();
        Finding finding = start(facts, bundle)
                .fact("problem", "two cables are crossed with " + facts.names().list(other.ids()) + ": "
                        + facts.name(here.port()) + " leads to " + facts.name(here.far().id()) + ", and "
                        + facts.name(there.port()) + " to " + facts.name(there.far().id()))
                .fact("change", "Swap these two cables").proof(here.cable().id(), "from", facts.name(here.port()))
                .proof(here.cable().id(), "to", facts.name(here.far().id()))
                .proof(there.cable().id(), "from", facts.name(there.port()))
                .proof(there.cable().id(), "to", facts.name(there.far().id()));
        for (Lag half : other.halves()) {
            finding = finding.concerning("lag", half.id());
        }
        return ending(facts, finding, here.aggregate().orElseThrow());
    }

    private Finding astray(Facts facts, Bundle bundle) {
        List<String> problems = new ArrayList<>();
        Finding finding = start(facts, bundle);
        for (End stray : bundle.strays()) {
            problems.add(facts.name(stray.port()) + " leads to " + facts.name(stray.far().id())
                    + where(facts, stray));
            finding = finding.proof(stray.port(), "cable", facts.name(stray.far().id()));
            if (stray.aggregate().isPresent()) {
                finding = ending(facts, finding, stray.aggregate().get());
            }
        }
        List<Id> ports = bundle.strays().stream().map(End::port).toList();
        return finding.fact("problem", Names.join(problems))
                .fact("change", (ports.size() == 1 ? "Re-patch that cable" : "Re-patch these cables") + ", or take "
                        + facts.names().ports(ports) + " out of the LAG")
                .proof(bundle.peer().orElseThrow(), "is the far end of", facts.names().list(bundle.ids()));
    }

    private static String where(Facts facts, End stray) {
        if (stray.aggregate().isPresent()) {
            return stray.aggregate().get().equals(stray.far().id()) ? ""
                    : (stray.far() instanceof PhysicalNic ? ", a member of " : ", which is in ")
                            + name(facts, stray.aggregate().get());
        }
        return stray.far() instanceof PhysicalNic ? ", which is in no team that forms an aggregate"
                : ", which is in no LAG";
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Bundle bundle = Bundle.of(facts.topology(), facts.topology().element(finding.primary(), Lag.class))
                .orElseThrow();
        Optional<Bundle> other = crossedWith(facts, bundle);
        if (other.isPresent()) {
            End here = bundle.strays().getFirst();
            End there = other.get().strays().getFirst();
            return List.of(new Proposal(facts.topology())
                    .set(here.cable(), sideOf(here.cable(), here.far().id()), there.far().id())
                    .set(there.cable(), sideOf(there.cable(), there.far().id()), here.far().id())
                    .as("Swap the cables at " + facts.name(here.far().id()) + " and " + facts.name(there.far().id())));
        }
        // A port that leaves its LAG leaves a LAG at its far end without a partner.
        if (bundle.strays().stream().anyMatch(
                stray -> stray.far() instanceof SwitchPort && stray.aggregate().isPresent())) {
            return List.of();
        }
        Proposal proposal = new Proposal(facts.topology());
        for (Lag half : bundle.halves()) {
            List<Id> ports = bundle.strays().stream().filter(stray -> stray.lag().equals(half)).map(End::port)
                    .distinct().toList();
            if (!ports.isEmpty()) {
                proposal.unbundle(half, ports);
            }
        }
        return List.of(proposal.as("Take " + facts.names().ports(bundle.strays().stream().map(End::port).distinct()
                .toList()) + " out of " + facts.names().list(bundle.ids())));
    }

    private static String sideOf(Cable cable, Id end) {
        return cable.endA().equals(end) ? "endA" : "endB";
    }
}
