package io.plumbline.topology;

import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Id;
import io.plumbline.model.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a cluster network is for, as its name, its purposes and the cluster's selection say.
///
/// In the field report's convention a network called CSV1+LM2 comes first for CSV and second for live migration.
public record NetworkTags(Topology topology) {

    private static final Map<Purpose, Pattern> TAGS = Map.of(
            Purpose.CSV, Pattern.compile("(?i)(?<![a-z])CSV[ _-]?(\\d?)(?![a-z0-9])"),
            Purpose.LIVE_MIGRATION, Pattern.compile("(?i)(?<![a-z])LM[ _-]?(\\d?)(?![a-z0-9])"));

    /// The place in the order that a network has for a purpose: as stated, else as its name has it.
    public static Optional<Integer> rank(ClusterNetwork network, Purpose purpose) {
        return network.purposeRank().find().map(ranks -> ranks.get(purpose)).or(() -> {
            Matcher tag = TAGS.get(purpose).matcher(network.name());
            return tag.find() && !tag.group(1).isEmpty() ? Optional.of(Integer.valueOf(tag.group(1)))
                    : Optional.empty();
        });
    }

    /// What a network itself is for: the stated purposes; where nobody stated any, what the tags in its name say.
    public Answer<SortedSet<Purpose>> purposes(ClusterNetwork network) {
        return network.purposes().isUnset() ? Answer.sure(named(network)) : topology.effective().purposes(network);
    }

    /// Whether a network carries traffic of one of these purposes: its own, those of its endpoints, and live migration
    /// where the cluster's stored selection lists it. Where nobody stated a purpose, the tags in the name tell.
    public Answer<Boolean> carries(ClusterNetwork network, Set<Purpose> purposes) {
        List<Answer<Boolean>> any = new ArrayList<>();
        any.add(topology.effective().purposes(network)
                .then(own -> Answer.sure(own.stream().anyMatch(purposes::contains))));
        if (network.purposes().isUnset()) {
            any.add(Answer.sure(named(network).stream().anyMatch(purposes::contains)));
        }
        if (purposes.contains(Purpose.LIVE_MIGRATION)) {
            topology.clustersOf(network).forEach(cluster -> any.add(isSelected(cluster, network.id())));
        }
        for (Endpoint endpoint : topology.endpoints().on(network)) {
            if (!endpoint.ip().purposes().isUnset()) {
                any.add(topology.effective().purposes(endpoint)
                        .then(own -> Answer.sure(own.stream().anyMatch(purposes::contains))));
            }
        }
        return Answer.anyOf(any);
    }

    /// The same, and live migration where a stored selection lists the network.
    public Answer<SortedSet<Purpose>> tasks(ClusterNetwork network) {
        return purposes(network).then(own -> {
            SortedSet<Purpose> all = new TreeSet<>(own);
            SortedSet<Missing> needs = new TreeSet<>();
            for (FailoverCluster cluster : topology.clustersOf(network)) {
                Answer<Boolean> selected = isSelected(cluster, network.id());
                needs.addAll(selected.needs());
                if (selected.is(true)) {
                    all.add(Purpose.LIVE_MIGRATION);
                }
            }
            return needs.isEmpty() || all.contains(Purpose.LIVE_MIGRATION) ? Answer.sure(all) : Answer.needs(needs);
        });
    }

    private static SortedSet<Purpose> named(ClusterNetwork network) {
        SortedSet<Purpose> named = new TreeSet<>();
        TAGS.forEach((purpose, tag) -> {
            if (tag.matcher(network.name()).find()) {
                named.add(purpose);
            }
        });
        return named;
    }

    private static Answer<Boolean> isSelected(FailoverCluster cluster, Id network) {
        return switch (cluster.lmNetworks()) {
            case Attribute.Known<List<Id>>(List<Id> selected) -> Answer.sure(selected.contains(network));
            case Attribute.Unknown<List<Id>> _ -> Answer.needs(cluster.id(), "lmNetworks");
            case Attribute.Unset<List<Id>> _ -> Answer.sure(false);
        };
    }
}
