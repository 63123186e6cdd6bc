package io.plumbline.topology;

import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.IpPrefix;
import java.util.Optional;

/// A network that hosts have endpoints on: a cluster network, or for stand-alone hosts simply a subnet.
///
/// @param network the cluster network, where one is drawn
/// @param prefix  the subnet, where it is known
public record Segment(Optional<ClusterNetwork> network, Optional<IpPrefix> prefix) {

    public String name() {
        return network.map(ClusterNetwork::name).filter(name -> !name.isBlank())
                .or(() -> prefix.map(IpPrefix::toString))
                .orElseGet(() -> network.map(each -> each.id().text()).orElse(""));
    }

    /// Whether two are the same network, however each was found.
    public boolean isSame(Segment other) {
        return key().equals(other.key());
    }

    /// Equal keys are the same network.
    public String key() {
        return network.map(each -> each.id().text()).or(() -> prefix.map(IpPrefix::toString)).orElse("");
    }
}
