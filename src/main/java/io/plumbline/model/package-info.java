/// A design, as a grammar. `*` many, `?` at most one, `->` refers by id. Every attribute that is not part of the
/// identity is an [Attribute]: known, unknown, or unset (then the default of its resource page holds).
///
///     Design             = Project  Element*  Layout
///     Layout             = View*                       (places and bends; says nothing about the network)
///
///     FailoverCluster    = ->ClusterNetwork* (selected for live migration, in order)
///     ClusterNetwork     = ->FailoverCluster?  prefix  ->Vlan?  role  purposes
///     Host               = ->FailoverCluster?  LiveMigration  Smb  Firewall  Dcb
///     PhysicalNic        = ->Host  ->NicModel?  JumboPacket  Rss  Rdma  IpConfig
///     Team               = (->Host | ->Vm)  (LBFO | SET)  mode  algorithm  (->PhysicalNic | ->VirtualNic)*
///     TeamInterface      = ->Team(LBFO)  VLAN  IpConfig
///     VirtualSwitch      = ->Host  (->PhysicalNic | ->TeamInterface | ->Team(SET))?
///     VirtualNic         = (->Host | ->Vm)  ->VirtualSwitch by id or name  VLAN  MAC  IpConfig
///     Vm                 = ->Host (where it runs now)  ->Host* (possible owners)
///     NlbCluster         = mode  VIP  ( (->VirtualNic | ->PhysicalNic | ->TeamInterface)  priority  DIP )*
///
///     Switch             = ->SwitchModel?  ->SwitchStack?  SwitchConfiguration
///     SwitchStack        = SwitchConfiguration         (where a switch has a stack, the stack's configuration holds)
///     MlagPair           = (->Switch | ->SwitchStack) twice  ->Lag (peer link)?
///     SwitchPort         = ->Switch  PortConfiguration
///     Lag                = ->SwitchPort*  protocol  PortConfiguration
///     Cable              = two of (->SwitchPort | ->PhysicalNic | ->Router | ->HardwareLoadBalancer)
///     L3Interface        = (->Switch | ->SwitchStack | ->Router)  ->Vlan  addresses  StaticArp*
///
/// Single values refuse nonsense when they are made ([VlanId], [Mac], [Ipv4]); whole designs do not: they hold every
/// fault a network can have. What they never hold is a reference to nothing. [Shape] reads the records by name, so a new
/// attribute is one record component and one line in the resource page of its kind.
package io.plumbline.model;
