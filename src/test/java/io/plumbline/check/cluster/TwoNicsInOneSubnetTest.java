package io.plumbline.check.cluster;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class TwoNicsInOneSubnetTest implements RuleContract {

    private static Sketch host(Object osVersion, String first, String second) {
        return Sketch.empty("Subnets").cluster("HVC1").node("HV1", "2012R2").set("HV1", "osVersion", osVersion)
                .nic("HV1", "LM1").nic("HV1", "LM2").address("HV1/LM1", first).address("HV1/LM2", second);
    }

    @Override
    public Rule rule() {
        return new TwoNicsInOneSubnet();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("two NICs, one subnet, 2012 R2", host("2012R2", "10.10.1.1", "10.10.1.2").design(),
                        "warning: HV1/LM1 and HV1/LM2 are both in 10.10.1.0/24, and HV1 runs Windows Server 2012 R2: "
                                + "the cluster uses one NIC per subnet there, so the rest carries neither CSV nor live "
                                + "migration nor heartbeat. Give each NIC a subnet and VLAN of its own."),
                RuleContract.flags("three on 2012",
                        host("2012", "10.10.1.1", "10.10.1.2").nic("HV1", "LM3").address("HV1/LM3", "10.10.1.3")
                                .design(),
                        "warning: HV1/LM1, HV1/LM2 and HV1/LM3 are all in 10.10.1.0/24, and HV1 runs Windows Server "
                                + "2012: the cluster uses one NIC per subnet there, so the rest carries neither CSV nor "
                                + "live migration nor heartbeat. Give each NIC a subnet and VLAN of its own."),
                RuleContract.accepts("a subnet each", host("2012R2", "10.10.1.1", "10.10.2.1").design()),
                RuleContract.accepts("2016 uses both", host("2016", "10.10.1.1", "10.10.1.2").design()),
                RuleContract.accepts("a stand-alone host", host("2012R2", "10.10.1.1", "10.10.1.2")
                        .set("HV1", "failoverCluster", Attribute.unset()).design()),
                RuleContract.accepts("a team of two NICs is one endpoint",
                        Sketch.empty("Team").cluster("HVC1").node("HV1", "2012R2").nic("HV1", "N1").nic("HV1", "N2")
                                .lbfo("HV1", "T", "lacp", "N1", "N2").address("HV1/T/T", "10.10.1.1").design()),
                RuleContract.accepts("addresses that NICs gave themselves",
                        host("2012R2", "169.254.1.1", "169.254.1.2").design()),
                RuleContract.cannotTell("the version is not known",
                        host(Attribute.unknown(), "10.10.1.1", "10.10.1.2").design(),
                        "Cannot evaluate: needs osVersion of HV1."));
    }
}
