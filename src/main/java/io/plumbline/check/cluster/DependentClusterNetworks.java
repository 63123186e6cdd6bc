package io.plumbline.check.cluster;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.LossWords;
import io.plumbline.check.LossWords.Sides;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.NetworkRole;
import io.plumbline.model.Purpose;
import io.plumbline.topology.ClusterFailures;
import io.plumbline.topology.ClusterFailures.Joint;
import io.plumbline.topology.ClusterFailures.Pair;
import io.plumbline.topology.Loss;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NetworkTags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Nodes of a cluster that have fewer than two independent networks between them.
public record DependentClusterNetworks() implements Rule {

    private static final Set<Purpose> NOT_FOR_THE_CLUSTER =
            Set.of(Purpose.ISCSI, Purpose.BMC, Purpose.STORAGE_ONLY, Purpose.BACKUP, Purpose.VM);

    @Override
    public String id() {
        return "CN001";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    private enum Kind {
        /// There is but one network.
        ALONE,
        /// Several, and something takes all of them.
        SHARED,
        /// Several over the same NICs, which nothing single takes.
        SAME_NICS
    }

    /// What several pairs of nodes have in common.
    private record Cause(Kind kind, List<Id> networks, Set<Loss> fabric) {}

    /// The pairs, and every loss that takes their networks.
    private record Case(List<Sides> pairs, SequencedSet<Loss> losses, SequencedSet<Id> nics) {
        Case() {
            this(new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        SortedSet<Missing> needs = new TreeSet<>();
        SequencedMap<Cause, Case> cases = new LinkedHashMap<>();
        for (Pair pair : facts.topology().failures().of(cluster).pairs()) {
            SortedSet<Missing> open = pair.open();
            List<Joint> used = pair.used();
            Optional<Kind> kind = kind(pair, used);
            if (kind.isEmpty()) {
                continue;
            }
            if (!open.isEmpty()) {
                needs.addAll(open);
                continue;
            }
            List<Loss> losses = losses(pair, used);
            Cause cause = new Cause(kind.get(), used.stream().map(each -> each.network().id()).toList(),
                    losses.stream().filter(loss -> !loss.isLocal()).collect(Collectors.toUnmodifiableSet()));
            Case found = cases.computeIfAbsent(cause, _ -> new Case());
            found.pairs().add(Sides.of(pair));
            found.losses().addAll(losses);
            used.forEach(each -> each.nics().values().forEach(found.nics()::addAll));
        }
        return Stream.concat(
                cases.entrySet().stream().map(each -> finding(facts, cluster, each.getKey(), each.getValue())),
                facts.cannotTell(id(), cluster.id(), needs));
    }

    /// Nothing where the networks are independent. No network at all is another fault.
    private static Optional<Kind> kind(Pair pair, List<Joint> used) {
        if (used.isEmpty()) {
            return Optional.empty();
        }
        if (used.size() == 1) {
            return Optional.of(Kind.ALONE);
        }
        if (!losses(pair, used).isEmpty()) {
            return Optional.of(Kind.SHARED);
        }
        return pair.hasIndependentNics(used) ? Optional.empty() : Optional.of(Kind.SAME_NICS);
    }

    /// Switches, NICs and links; that two NICs are on one card is another matter.
    private static List<Loss> losses(Pair pair, List<Joint> used) {
        return pair.losses(used).stream().filter(loss -> loss.kind() != Loss.Kind.CARD).toList();
    }

    private Finding finding(Facts facts, FailoverCluster cluster, Cause cause, Case found) {
        LossWords words = new LossWords(facts);
        String networks = facts.names().list(cause.networks());
        String between = words.between(found.pairs());
        String parts = LossWords.few(found.losses().stream().map(words::name).toList());
        boolean one = found.losses().size() == 1;
        String problem = switch (cause.kind()) {
            case ALONE -> found.losses().isEmpty()
                    ? networks + " is the only cluster network " + between
                            + "; no single failure takes it away, but one network is all there is"
                    : networks + " is the only cluster network " + between + ", and the loss of " + parts
                            + (one ? " takes it away" : " takes it away, each by itself");
            case SHARED -> networks + " are not independent " + between + ": the loss of " + parts + " takes "
                    + (cause.networks().size() == 2 ? "both" : "all of them") + (one ? "" : ", each by itself");
            case SAME_NICS -> networks + " run over the same NICs " + between
                    + "; no single failure takes them away, but they are one network with "
                    + Names.number(cause.networks().size()) + " names";
        };
        Id primary = switch (cause.kind()) {
            case ALONE -> cause.networks().getFirst();
            case SHARED -> cause.fabric().stream().map(Loss::element).sorted().findFirst()
                    .orElseGet(() -> found.losses().getFirst().element());
            case SAME_NICS -> cluster.id();
        };
        Finding finding = Finding
                .of(id(), found.losses().isEmpty() ? Severity.ADVICE : Severity.WARNING, primary)
                .fact("problem", Names.sentence(problem)).concerning("cluster", cluster.id())
                .fact("fix", fix(cause));
        for (Id network : cause.networks()) {
            finding = finding.proof(network, "joins", between.substring("between ".length()))
                    .concerning("network", network);
        }
        for (Loss loss : found.losses()) {
            finding = finding.proof(loss.element(), "carries", networks).concerning("single", loss.element());
        }
        if (cause.kind() == Kind.SAME_NICS) {
            for (Id nic : found.nics()) {
                finding = finding.proof(nic, "carries", networks);
            }
        }
        return LossWords.concerning(finding, found.pairs());
    }

    private static String fix(Cause cause) {
        return switch (cause.kind()) {
            case ALONE -> "Enable a second network on other NICs and switches.";
            case SHARED -> "Lead one of them over other NICs and switches.";
            case SAME_NICS -> "Give one of them NICs of its own.";
        };
    }

    // The remedy

    /// A network that joins the nodes already and that the cluster leaves alone.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        List<ClusterNetwork> candidates = new ArrayList<>();
        for (Id cluster : finding.concerns("cluster")) {
            FailoverCluster of = facts.topology().element(cluster, FailoverCluster.class);
            ClusterFailures failures = facts.topology().failures().of(of);
            facts.topology().networks(cluster).stream().filter(network -> isSpare(facts, network))
                    .filter(network -> failures.pairs().stream().filter(pair -> isConcerned(pair, finding))
                            .allMatch(pair -> helps(pair, network)))
                    .forEach(candidates::add);
        }
        return candidates.stream()
                .map(network -> Remedy.of("Let the cluster use " + facts.name(network.id()) + " (role 1)",
                        Put.set(List.of(network), "role", NetworkRole.CLUSTER, "role")))
                .toList();
    }

    private static boolean isSpare(Facts facts, ClusterNetwork network) {
        return facts.topology().effective().role(network).is(NetworkRole.NONE)
                && new NetworkTags(facts.topology()).purposes(network)
                        .surely(purposes -> purposes.stream().noneMatch(NOT_FOR_THE_CLUSTER::contains));
    }

    private static boolean isConcerned(Pair pair, Finding finding) {
        return pair.hosts().stream().map(Host::id).allMatch(finding.concerns("host")::contains);
    }

    private static boolean helps(Pair pair, ClusterNetwork network) {
        List<Joint> after = new ArrayList<>(pair.used());
        pair.joints().stream().filter(joint -> joint.network().id().equals(network.id())).forEach(after::add);
        return kind(pair, after).isEmpty();
    }
}
