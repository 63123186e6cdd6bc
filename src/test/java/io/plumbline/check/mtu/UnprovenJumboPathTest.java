package io.plumbline.check.mtu;

import io.plumbline.Sketch;
import io.plumbline.Sketch.Station;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Evidence;
import io.plumbline.model.Id;
import java.time.LocalDate;
import java.util.List;

class UnprovenJumboPathTest implements RuleContract {

    static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    /// The sketch with a recorded test.
    static Sketch ping(Sketch sketch, String from, String to, int payload, boolean ok, LocalDate date) {
        String id = "ping " + from + " " + to + " " + payload + " " + date;
        return sketch.with(Evidence.of(new Id(id), "", new Id(from), new Id(to))).set(id, "sizeBytes", payload)
                .set(id, "ok", ok).set(id, "date", date);
    }

    static Sketch proven(Sketch sketch, String a, String b, int payload) {
        return ping(ping(sketch, a, b, payload, true, DAY), b, a, payload, true, DAY);
    }

    private static Sketch path(int jumboPacket) {
        return Sketch.path(jumboPacket, jumboPacket, true, Station.at(Sketch.NEXUS, 9216),
                Station.at(Sketch.NEXUS, 9216));
    }

    private static Sketch three() {
        return path(9014).ports("SW1", 3).node("HV3", "2012R2").nic("HV3", "LM").address("HV3/LM", "10.10.1.3")
                .set("HV3/LM", "jumboPacket", 9014).set("HV3/LM", "vlanId", 101).cable("HV3/LM", "SW1/3")
                .trunk("SW1/3", "101").set("SW1/3", "mtu", 9216);
    }

    @Override
    public Rule rule() {
        return new UnprovenJumboPath();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("nobody has tested", path(9014).design(),
                        "advice: LM sends packets of 9000 bytes of IP, and no recorded ping proves that they arrive "
                                + "between HV1/LM and HV2/LM. Run ping -f -l 8972 in both directions and record the "
                                + "results."),
                RuleContract.flags("one direction is proven",
                        ping(path(9014), "HV1/LM", "HV2/LM", 8972, true, DAY).design(),
                        "advice: LM sends packets of 9000 bytes of IP, and no recorded ping proves that they arrive in "
                                + "1 of 2 directions, such as from HV2/LM to HV1/LM. Run ping -f -l 8972 in both "
                                + "directions and record the results."),
                RuleContract.flags("a small ping proves nothing", proven(path(9014), "HV1/LM", "HV2/LM", 1472).design(),
                        "advice: LM sends packets of 9000 bytes of IP, and no recorded ping proves that they arrive "
                                + "between HV1/LM and HV2/LM. Run ping -f -l 8972 in both directions and record the "
                                + "results."),
                RuleContract.flags("a later test failed",
                        ping(proven(path(9014), "HV1/LM", "HV2/LM", 8972), "HV1/LM", "HV2/LM", 8972, false,
                                DAY.plusDays(1)).design(),
                        "advice: LM sends packets of 9000 bytes of IP, and no recorded ping proves that they arrive in "
                                + "1 of 2 directions, such as from HV1/LM to HV2/LM. Run ping -f -l 8972 in both "
                                + "directions and record the results."),
                RuleContract.flags("three hosts, none tested", three().design(),
                        "advice: LM sends packets of 9000 bytes of IP, and no recorded ping proves that they arrive "
                                + "between any two of its 3 hosts. Run ping -f -l 8972 in both directions and record the "
                                + "results."),
                RuleContract.flags("three hosts, two of them tested",
                        proven(three(), "HV1/LM", "HV2/LM", 8972).design(),
                        "advice: LM sends packets of 9000 bytes of IP, and no recorded ping proves that they arrive in "
                                + "4 of 6 directions, such as from HV1/LM to HV3/LM. Run ping -f -l 8972 in both "
                                + "directions and record the results."),
                RuleContract.flags("a switch of which nobody knows model and MTU",
                        path(9014).set("SW2", "model", Attribute.unset()).set("SW2/2", "mtu", Attribute.unset())
                                .design(),
                        "advice: LM sends packets of 9000 bytes of IP, and no recorded ping proves that they arrive "
                                + "between HV1/LM and HV2/LM; nobody knows model of SW2 and mtu of port 2 of SW2. Run ping "
                                + "-f -l 8972 in both directions and record the results."),
                RuleContract.accepts("1514 everywhere", path(1514).design()),
                RuleContract.accepts("one end at 1514: no jumbo packet leaves either",
                        path(9014).set("HV2/LM", "jumboPacket", 1514).design()),
                RuleContract.accepts("both directions proven", proven(path(9014), "HV1/LM", "HV2/LM", 8972).design()),
                RuleContract.accepts("proven although nobody knows the switch",
                        proven(path(9014).set("SW2", "model", Attribute.unset()), "HV1/LM", "HV2/LM", 8972).design()),
                RuleContract.accepts("a failure was repaired and tested again",
                        proven(ping(path(9014), "HV1/LM", "HV2/LM", 8972, false, DAY.minusDays(1)), "HV1/LM", "HV2/LM",
                                8972).design()),
                RuleContract.accepts("not cabled yet", path(9014).without("HV2/LM-SW2/2").design()));
    }
}
