package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.MigrationDomain;
import io.plumbline.model.SmbConstraint;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Names;
import io.plumbline.topology.SmbUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An SMB Multichannel constraint is taken for a fence around traffic that it does not hold.
public record ConstraintAsFence() implements Rule {

    private static final int MOST_NAMES = 4;
    /// Traffic of SMB instances that ignore constraints.
    private static final Pattern DEAF = Pattern.compile(
            "(?i).*(\\bCSV\\b|\\bS2D\\b|\\bSBL\\b|storage spaces direct|storage replica|\\bSR\\b).*");

    @Override
    public String id() {
        return "LM011";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Host.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Host host) {
        if (host.smb().constraints().isUnset()) {
            return Stream.empty();
        }
        Answer<List<SmbConstraint>> constraints = facts.topology().effective().smbConstraints(host);
        List<Host> peers = peers(facts, host);
        List<Outcome> outcomes = new ArrayList<>(facts.cannotTell(id(), host.id(), constraints).toList());
        SequencedSet<Host> oneSided = new LinkedHashSet<>();
        SequencedSet<Id> omitted = new LinkedHashSet<>();
        List<String> towards = new ArrayList<>();
        for (SmbConstraint constraint : constraints.orElse(List.of())) {
            Optional<Host> peer = peers.stream().filter(each -> names(constraint, each)).findFirst();
            if (peer.isPresent()) {
                Answer<Boolean> back = facts.topology().effective().smbConstraints(peer.get())
                        .then(there -> Answer.sure(there.stream().anyMatch(each -> names(each, host))));
                facts.cannotTell(id(), host.id(), back).forEach(outcomes::add);
                if (back.is(false)) {
                    oneSided.add(peer.get());
                }
                List<Id> left = omitted(facts, host, constraint, outcomes);
                if (!left.isEmpty()) {
                    omitted.addAll(left);
                    towards.add(facts.name(peer.get().id()));
                }
            }
        }
        if (!oneSided.isEmpty()) {
            outcomes.add(oneSided(facts, host, oneSided));
        }
        constraints.orElse(List.of()).stream().flatMap(each -> each.purpose().find().stream())
                .filter(purpose -> DEAF.matcher(purpose).matches()).findFirst()
                .ifPresent(purpose -> outcomes.add(deaf(facts, host, purpose)));
        if (!omitted.isEmpty()) {
            outcomes.add(omitting(facts, host, omitted, towards));
        }
        return outcomes.stream();
    }

    /// The hosts with which VMs are exchanged.
    private static List<Host> peers(Facts facts, Host host) {
        SequencedSet<Host> peers = new LinkedHashSet<>();
        host.failoverCluster().find().ifPresent(cluster -> peers.addAll(facts.topology().hosts(cluster)));
        for (MigrationDomain domain : facts.topology().all(MigrationDomain.class)) {
            List<Id> members = domain.hosts().find().orElse(List.of());
            if (members.contains(host.id())) {
                members.forEach(id -> peers.add(facts.topology().element(id, Host.class)));
            }
        }
        peers.remove(host);
        return peers.stream().filter(each -> !facts.topology().effective().lmEnabled(each).is(false)).toList();
    }

    /// Whether a constraint is for this host, by its name with or without a domain.
    private static boolean names(SmbConstraint constraint, Host host) {
        return constraint.server().find().map(ConstraintAsFence::plain)
                .filter(server -> !server.isEmpty() && server.equals(plain(host.name()))).isPresent();
    }

    private static String plain(String name) {
        int dot = name.indexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
    }

    private List<Id> omitted(Facts facts, Host host, SmbConstraint constraint, List<Outcome> outcomes) {
        Answer<List<Endpoint>> selected = new SmbUse(facts.topology()).migrationEndpoints(host);
        Answer<List<Id>> listed =
                Answer.of(constraint.interfaces(), host.id(), "smb.constraints.interfaces", List.of());
        Answer<List<Id>> left = selected.with(listed, (endpoints, interfaces) -> endpoints.stream().map(Endpoint::id)
                .filter(id -> !interfaces.contains(id)).toList());
        // A constraint without interfaces is not finished.
        if (listed.surely(List::isEmpty)) {
            return List.of();
        }
        facts.cannotTell(id(), host.id(), left).forEach(outcomes::add);
        return left.orElse(List.of());
    }

    private Finding oneSided(Facts facts, Host host, SequencedSet<Host> peers) {
        String names = Names.few(peers.stream().map(each -> facts.name(each.id())).toList(), MOST_NAMES);
        Finding finding = Finding.of(id(), "a", Severity.WARNING, host.id()).fact("host", facts.name(host.id()))
                .fact("peers", names).fact("have", peers.size() == 1 ? "has" : "have").concerning("host", host.id())
                .proof(host.id(), "smb.constraints", "for " + names);
        for (Host peer : peers) {
            finding = finding.proof(peer.id(), "smb.constraints", "none for " + facts.name(host.id()));
        }
        return finding;
    }

    private Finding deaf(Facts facts, Host host, String purpose) {
        return Finding.of(id(), "b", Severity.WARNING, host.id()).fact("host", facts.name(host.id()))
                .fact("purpose", purpose).concerning("host", host.id())
                .proof(host.id(), "smb.constraints.purpose", purpose);
    }

    private Finding omitting(Facts facts, Host host, SequencedSet<Id> omitted, List<String> towards) {
        Finding finding = Finding.of(id(), "c", Severity.WARNING, host.id()).fact("host", facts.name(host.id()))
                .fact("peers", Names.few(towards, MOST_NAMES)).fact("omitted", facts.names().list(omitted))
                .fact("are", omitted.size() == 1 ? "is" : "are").concerning("host", host.id())
                .proof(host.id(), "smb.constraints.interfaces", "without " + facts.names().list(omitted));
        for (Id endpoint : omitted) {
            finding = finding.proof(endpoint, "selected", "for live migration");
        }
        return finding;
    }

    /// Every node names every peer, with all endpoints that live migration is meant to use.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Host host = facts.topology().element(finding.primary(), Host.class);
        Optional<FailoverCluster> cluster = facts.topology().effective().failoverCluster(host).orElse(Optional.empty());
        if (finding.variant().equals("b") || cluster.isEmpty()) {
            return List.of();
        }
        List<Host> nodes = facts.topology().hosts(cluster.get().id());
        List<Element> changed = new ArrayList<>();
        for (Host node : nodes) {
            List<Id> interfaces = new SmbUse(facts.topology()).migrationEndpoints(node).orElse(List.of()).stream()
                    .map(Endpoint::id).toList();
            if (interfaces.isEmpty() || node.name().isBlank() || node.smb().constraints().isUnknown()) {
                return List.of();
            }
            changed.add(Element.with(node, "smb.constraints", matrix(facts, node, nodes, interfaces)));
        }
        String label = "Define the constraints on every node of " + facts.name(cluster.get().id()) + " for every peer";
        return List.of(Remedy.of(label, new Put(label, changed)));
    }

    private static List<SmbConstraint> matrix(Facts facts, Host node, List<Host> nodes, List<Id> interfaces) {
        List<SmbConstraint> kept = new ArrayList<>(facts.topology().effective().smbConstraints(node).orElse(List.of()));
        for (Host peer : nodes) {
            if (!peer.id().equals(node.id())) {
                kept.removeIf(each -> names(each, peer));
                kept.add(new SmbConstraint(Attribute.of(peer.name()), Attribute.of(interfaces),
                        SmbConstraint.unset().purpose()));
            }
        }
        return List.copyOf(kept);
    }
}
