package io.plumbline.topology;

import io.plumbline.model.NlbNode;
import io.plumbline.model.Team;
import java.util.ArrayList;
import java.util.List;

/// A team that carries nodes of an NLB cluster.
///
/// @param team  an LBFO or SET team of a host, or a team in a guest
/// @param now   the nodes that run over it
/// @param later the nodes that run over it only after a live migration
public record NlbLoad(Team team, List<NlbNode> now, List<NlbNode> later) {

    public NlbLoad {
        now = List.copyOf(now);
        later = List.copyOf(later);
    }

    /// All its nodes, those that run over it now first.
    public List<NlbNode> nodes() {
        List<NlbNode> all = new ArrayList<>(now);
        all.addAll(later);
        return List.copyOf(all);
    }
}
