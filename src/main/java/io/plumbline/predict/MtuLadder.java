package io.plumbline.predict;

import io.plumbline.model.MtuAccounting;
import io.plumbline.topology.FrameSizes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The ladder of ping sizes: where it stops tells who limits. Every step is computed from what a device may be set to
/// and from how its family counts.
public final class MtuLadder {

    /// The sizes to try, in both directions, on the VLAN that migrates (a tag shifts some of them by four bytes).
    public static final List<Integer> PAYLOADS = List.of(1472, 1504, 1508, 4046, 8950, 8954, 8958, 8968, 8972, 9166,
            9170, 9174, 9186, 9188, 9572);

    private static final SortedMap<Integer, List<String>> CANDIDATES = candidates();

    private MtuLadder() {}

    /// Who may limit when this is the last payload that is answered; none when no known setting stops there.
    public static List<String> candidates(int lastAnswered) {
        return CANDIDATES.getOrDefault(lastAnswered, List.of());
    }

    /// What the last answered payloads of the two directions tell: the candidates of each, and whether the ends differ.
    public static List<String> read(int lastFromA, int lastFromB) {
        if (lastFromA == lastFromB) {
            return candidates(lastFromA);
        }
        List<String> told = new ArrayList<>(List.of(Texts.of("ladder.differ")));
        told.addAll(candidates(lastFromA));
        told.addAll(candidates(lastFromB));
        return told;
    }

    private static SortedMap<Integer, List<String>> candidates() {
        SortedMap<Integer, List<String>> found = new TreeMap<>();
        for (int jumbo : new int[]{1514, 4088, 9000, 9014, 9614}) {
            add(found, FrameSizes.pingMax(jumbo - FrameSizes.HEADER), "a NIC at JumboPacket " + jumbo);
        }
        payload(found, 1500, "a payload-counting switch at 1500 (NX-OS, IOS-XE, AOS-CX, EOS routed)");
        frame(found, MtuAccounting.FRAME_FCS_TAG_EXTRA, 1518,
                "a frame-counting switch at its default: 1518 with the tag extra (PowerConnect)", true);
        add(found, of(MtuAccounting.FRAME_FCS, 1522, true), "a frame-counting switch at 1522, tagged");
        both(found, MtuAccounting.FRAME_FCS, 1554, "an FTOS port at 1554");
        both(found, MtuAccounting.FRAME_FCS, 9000, "a frame-counting switch set to 9000");
        payload(found, 9000, "a payload-counting switch set to 9000");
        both(found, MtuAccounting.FRAME_FCS, 9018, "a frame-counting switch set to 9018");
        payload(found, 9198, "Aruba CX / Catalyst at 9198");
        both(found, MtuAccounting.FRAME_FCS, 9216, "PowerConnect / OS9 / EXOS at 9216");
        both(found, MtuAccounting.FRAME_NOFCS, 9216, "Junos EX at 9216");
        payload(found, 9214, "Arista routed interface at 9214");
        payload(found, 9216, "NX-OS / Catalyst 9216");
        both(found, MtuAccounting.FRAME_FCS, 12000, "S4810 at 12000");
        return found;
    }

    private static void payload(SortedMap<Integer, List<String>> found, int number, String who) {
        add(found, of(MtuAccounting.PAYLOAD, number, true), who);
    }

    private static void both(SortedMap<Integer, List<String>> found, MtuAccounting accounting, int number, String who) {
        frame(found, accounting, number, who + ", tagged", true);
        frame(found, accounting, number, who + ", untagged", false);
    }

    private static void frame(SortedMap<Integer, List<String>> found, MtuAccounting accounting, int number, String who,
            boolean tagged) {
        add(found, of(accounting, number, tagged), who);
    }

    private static int of(MtuAccounting accounting, int number, boolean tagged) {
        return FrameSizes.pingMax(FrameSizes.capacity(accounting, number, tagged).sure());
    }

    private static void add(SortedMap<Integer, List<String>> found, int payload, String who) {
        found.computeIfAbsent(payload, _ -> new ArrayList<>()).add(who);
    }
}
