package io.plumbline.check.cluster;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.NetworkRole;
import io.plumbline.model.Purpose;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Names;
import io.plumbline.topology.NetworkTags;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/// A cluster network whose role is not the one that its purpose needs: heartbeat and CSV stay off it, or the cluster uses
/// and offers what it should leave alone.
public record RoleAgainstPurpose() implements Rule {

    private static final Set<Purpose> FOR_CLIENTS = Set.of(Purpose.MANAGEMENT, Purpose.CLIENT);
    private static final Set<Purpose> OF_THE_CLUSTER = Set.of(Purpose.CSV, Purpose.HEARTBEAT);
    private static final Set<Purpose> MOVING = Set.of(Purpose.CSV, Purpose.LIVE_MIGRATION);
    private static final Set<Purpose> NOT_FOR_THE_CLUSTER = Set.of(Purpose.ISCSI, Purpose.BMC, Purpose.STORAGE_ONLY);
    private static final Set<Purpose> OTHER_TRAFFIC =
            Set.of(Purpose.CSV, Purpose.HEARTBEAT, Purpose.LIVE_MIGRATION, Purpose.SMB_STORAGE);

    @Override
    public String id() {
        return "CN002";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(ClusterNetwork.class, this::judge));
    }

    /// What is wrong with a role, and which one would be right.
    private record Misfit(Severity severity, String effect, NetworkRole wanted) {}

    private record State(SortedSet<Purpose> purposes, NetworkRole role) {}

    private Stream<Outcome> judge(Facts facts, ClusterNetwork network) {
        Answer<SortedSet<Purpose>> purposes = new NetworkTags(facts.topology()).purposes(network);
        if (purposes.surely(SortedSet::isEmpty)) {
            return Stream.empty();
        }
        Answer<State> state = purposes.with(facts.topology().effective().role(network), State::new);
        if (!state.isSure()) {
            return facts.cannotTell(id(), network.id(), state);
        }
        State known = state.find().orElseThrow();
        return misfit(known.purposes(), known.role()).stream()
                .map(misfit -> finding(facts, network, known, misfit));
    }

    private static Optional<Misfit> misfit(Collection<Purpose> purposes, NetworkRole role) {
        boolean forClients = holds(purposes, FOR_CLIENTS);
        if (role == NetworkRole.NONE && holds(purposes, OF_THE_CLUSTER)) {
            return Optional.of(new Misfit(Severity.ERROR, "the cluster sends neither heartbeat nor CSV traffic over it",
                    forClients ? NetworkRole.CLUSTER_AND_CLIENT : NetworkRole.CLUSTER));
        }
        if (forClients) {
            return role == NetworkRole.CLUSTER_AND_CLIENT ? Optional.empty()
                    : Optional.of(new Misfit(Severity.WARNING, "clients get no cluster address on it",
                            NetworkRole.CLUSTER_AND_CLIENT));
        }
        if (holds(purposes, NOT_FOR_THE_CLUSTER) && !holds(purposes, OTHER_TRAFFIC)) {
            return role == NetworkRole.NONE ? Optional.empty()
                    : Optional.of(new Misfit(Severity.WARNING, "the cluster sends its own traffic over it",
                            NetworkRole.NONE));
        }
        if (role == NetworkRole.CLUSTER_AND_CLIENT && holds(purposes, MOVING)) {
            return Optional.of(new Misfit(Severity.WARNING, "the cluster may offer it to clients",
                    NetworkRole.CLUSTER));
        }
        boolean migrationOnly = Set.of(Purpose.LIVE_MIGRATION).containsAll(purposes);
        return role == NetworkRole.NONE && migrationOnly
                ? Optional.of(new Misfit(Severity.WARNING, "live migration still works, but no heartbeat uses it",
                        NetworkRole.CLUSTER))
                : Optional.empty();
    }

    private static boolean holds(Collection<Purpose> purposes, Set<Purpose> some) {
        return purposes.stream().anyMatch(some::contains);
    }

    private Finding finding(Facts facts, ClusterNetwork network, State state, Misfit misfit) {
        String role = words(state.role()) + (network.role().isUnset() ? " by default" : "");
        return Finding.of(id(), misfit.severity(), network.id())
                .fact("network", Names.sentence(facts.name(network.id())))
                .fact("purposes", Names.join(state.purposes().stream().map(RoleAgainstPurpose::words).toList()))
                .fact("role", role).fact("effect", misfit.effect()).fact("wanted", words(misfit.wanted()))
                .proof(network.id(), "purposes",
                        Names.join(state.purposes().stream().map(RoleAgainstPurpose::words).toList()))
                .proof(network.id(), "role", role).concerning("network", network.id());
    }

    private static String words(Purpose purpose) {
        String display = purpose.display();
        return Character.isUpperCase(display.charAt(1)) ? display : display.toLowerCase(Locale.ROOT);
    }

    private static String words(NetworkRole role) {
        return role.word() + " (" + role.display().toLowerCase(Locale.ROOT) + ")";
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        ClusterNetwork network = facts.topology().element(finding.primary(), ClusterNetwork.class);
        return new NetworkTags(facts.topology()).purposes(network)
                .with(facts.topology().effective().role(network), RoleAgainstPurpose::misfit).find()
                .flatMap(misfit -> misfit).map(Misfit::wanted).stream()
                .map(wanted -> Remedy.of("Set role " + words(wanted) + " on " + facts.name(network.id()),
                        Put.set(List.of(network), "role", wanted, "role")))
                .toList();
    }
}
