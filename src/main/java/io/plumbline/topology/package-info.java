/// What follows from a drawing. [Topology] indexes a design once; its parts answer questions:
///
/// | part | answers |
/// |---|---|
/// | [Topology] | who belongs to whom |
/// | [Effective], [EffectiveSwitch] | what an attribute is, its default put in |
/// | [Wiring] | cables, LAGs, control planes, LAG domains |
/// | [Uplinks] | what lies under a virtual switch: team, NICs, host ports, queue mode |
/// | [Endpoints] | addresses of hosts: network, NICs, class, speed, scope |
/// | [Vlans] | effective VLANs, what carries a VLAN, how far it reaches, where it floods |
/// | [FrameSizes] | MTU of adapters and ports as bytes of IP, in each vendor's counting |
/// | [Paths] | the ways from NIC to NIC, while all is well and after a failure |
/// | [Balancing] | NLB: addresses, possible hosts, ports |
///
/// Where a value that decides is not known, the answer says which ([Answer.NotKnown]). Relations are kept as arrays of
/// numbers, what costs a search is worked out once per topology, and nothing changes once it is made.
package io.plumbline.topology;
