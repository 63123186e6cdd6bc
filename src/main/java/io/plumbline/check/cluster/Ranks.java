package io.plumbline.check.cluster;

import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Purpose;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The order that the name of a network promises: CSV1+LM2 is first for CSV and second for live migration.
final class Ranks {

    private static final Map<Purpose, Pattern> TAGS = Map.of(
            Purpose.CSV, Pattern.compile("(?i)(?<![a-z])CSV[ _-]?(\\d)(?!\\d)"),
            Purpose.LIVE_MIGRATION, Pattern.compile("(?i)(?<![a-z])LM[ _-]?(\\d)(?!\\d)"));

    private Ranks() {}

    /// The rank as stated, else as the name has it.
    static Optional<Integer> of(ClusterNetwork network, Purpose purpose) {
        return network.purposeRank().find().map(ranks -> ranks.get(purpose)).or(() -> inName(network.name(), purpose));
    }

    private static Optional<Integer> inName(String name, Purpose purpose) {
        Matcher tag = TAGS.get(purpose).matcher(name);
        return tag.find() ? Optional.of(Integer.valueOf(tag.group(1))) : Optional.empty();
    }

    /// Whether the name says that the network is for CSV and for live migration.
    static boolean hasBoth(ClusterNetwork network) {
        return TAGS.keySet().stream().allMatch(purpose -> of(network, purpose).isPresent());
    }
}
