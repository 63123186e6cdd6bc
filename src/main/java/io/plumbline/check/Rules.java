package io.plumbline.check;

import io.plumbline.check.address.DuplicateAddress;
import io.plumbline.check.availability.DrainMovesSeveralNodes;
import io.plumbline.check.availability.FarmOnOneHost;
import io.plumbline.check.availability.OneSwitchCarriesEverything;
import io.plumbline.check.cabling.DisagreeingAggregateEnds;
import io.plumbline.check.cluster.NamesThatDoNotDocumentTheRole;
import io.plumbline.check.migration.IdleMigrationNetwork;
import io.plumbline.check.migration.MigrationAcceptedOnAnyNetwork;
import io.plumbline.check.migration.MoreNetworksThanSelected;
import io.plumbline.check.migration.NodesDisagreeOnMigrationNetworks;
import io.plumbline.check.mtu.LinkBelowTheEdge;
import io.plumbline.check.mtu.MembersDifferInSize;
import io.plumbline.check.mtu.NicExceedsSwitchMaximum;
import io.plumbline.check.mtu.NumbersCountedDifferently;
import io.plumbline.check.mtu.PortBelowItsNics;
import io.plumbline.check.nlb.BrokenNlbMembership;
import io.plumbline.check.nlb.ContradictoryPortRules;
import io.plumbline.check.mtu.TeamMembersDifferInSize;
import io.plumbline.check.mtu.VirtualNicAboveItsUplink;
import io.plumbline.check.nlb.MacSpoofingOffOnNlbAdapter;
import io.plumbline.check.nlb.NeedlessNlbFlooding;
import io.plumbline.check.nlb.NlbAddressUsedTwice;
import io.plumbline.check.nlb.NlbBesideFailoverClustering;
import io.plumbline.check.nlb.NlbOnVirtualisedNetwork;
import io.plumbline.check.nlb.NoStaticArpForMulticastVip;
import io.plumbline.check.nlb.NoWayBackFromNlbAdapter;
import io.plumbline.check.nlb.NoWayOutOfNlb;
import io.plumbline.check.nlb.OldNlbWorkaround;
import io.plumbline.check.nlb.SingleAdapterUnicastNodes;
import io.plumbline.check.nlb.UnicastNlbOnSwitchDependentTeam;
import io.plumbline.check.nlb.UnicastNlbTeamOnOneSwitch;
import io.plumbline.check.nlb.WrongClusterMac;
import io.plumbline.check.switching.PartialStaticMulticastEntry;
import io.plumbline.check.switching.UnregisteredNlbGroup;
import io.plumbline.check.teaming.AddressHashUnderVirtualSwitch;
import io.plumbline.check.teaming.EmbeddedTeamBeyondItsLimits;
import io.plumbline.check.teaming.IndependentTeamOnBundledPorts;
import io.plumbline.check.teaming.LbfoUnderVirtualSwitch;
import io.plumbline.check.teaming.OffloadBehindLbfo;
import io.plumbline.check.teaming.TeamAcrossSeparateSwitches;
import io.plumbline.check.teaming.TeamWithoutMatchingLag;
import io.plumbline.check.teaming.UnequalEmbeddedTeam;
import io.plumbline.check.teaming.UnequalSpeedsOrStandby;
import java.util.List;

/// Every rule there is, sorted by id: findings, runbooks and approved lists depend on the order.
public final class Rules {

    public static final List<Rule> ALL = List.of(
            new NamesThatDoNotDocumentTheRole(),
            new OneSwitchCarriesEverything(),
            new DrainMovesSeveralNodes(),
            new FarmOnOneHost(),
            new DuplicateAddress(),
            new DisagreeingAggregateEnds(),
            new MigrationAcceptedOnAnyNetwork(),
            new NodesDisagreeOnMigrationNetworks(),
            new MoreNetworksThanSelected(),
            new IdleMigrationNetwork(),
            new NicExceedsSwitchMaximum(),
            new PortBelowItsNics(),
            new LinkBelowTheEdge(),
            new MembersDifferInSize(),
            new TeamMembersDifferInSize(),
            new VirtualNicAboveItsUplink(),
            new NumbersCountedDifferently(),
            new UnicastNlbOnSwitchDependentTeam(),
            new UnicastNlbTeamOnOneSwitch(),
            new NeedlessNlbFlooding(),
            new MacSpoofingOffOnNlbAdapter(),
            new BrokenNlbMembership(),
            new NlbAddressUsedTwice(),
            new NoStaticArpForMulticastVip(),
            new WrongClusterMac(),
            new SingleAdapterUnicastNodes(),
            new NoWayBackFromNlbAdapter(),
            new ContradictoryPortRules(),
            new NlbBesideFailoverClustering(),
            new NlbOnVirtualisedNetwork(),
            new OldNlbWorkaround(),
            new NoWayOutOfNlb(),
            new UnregisteredNlbGroup(),
            new PartialStaticMulticastEntry(),
            new EmbeddedTeamBeyondItsLimits(),
            new UnequalEmbeddedTeam(),
            new LbfoUnderVirtualSwitch(),
            new TeamWithoutMatchingLag(),
            new TeamAcrossSeparateSwitches(),
            new IndependentTeamOnBundledPorts(),
            new UnequalSpeedsOrStandby(),
            new OffloadBehindLbfo(),
            new AddressHashUnderVirtualSwitch());

    private Rules() {}
}
