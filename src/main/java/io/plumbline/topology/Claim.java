package io.plumbline.topology;

import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpPrefix;
import java.util.Optional;

/// An element that holds an IP address.
///
/// @param address   the address
/// @param element   who holds it
/// @param attribute the attribute in which it stands
/// @param holder    what counts once: the element itself, the group of a virtual gateway address, a pair of load
///                  balancers, or the NLB cluster whose VIP it is
/// @param subnet    the subnet, where its length is stated
/// @param ofNlb     whether it is a VIP of an NLB cluster, or an address of a node's adapter
public record Claim(IpAddress address, Id element, String attribute, String holder, Optional<IpPrefix> subnet,
        boolean ofNlb) {}
