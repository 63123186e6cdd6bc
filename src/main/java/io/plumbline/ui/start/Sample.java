package io.plumbline.ui.start;

import io.plumbline.file.DesignFile;
import io.plumbline.file.UnreadableDesign;
import io.plumbline.model.Design;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// A design that comes with the program.
///
/// @param file    its file name without the ending
/// @param title   what it is called on the start page
/// @param meaning what it shows, in a few words
public record Sample(String file, String title, String meaning) {
    public static final List<Sample> ALL = List.of(
            new Sample("nlb-unicast-teamed-single-switch", "NLB on one switch", "Unicast behind LACP teams"),
            new Sample("nlb-igmp-lab", "NLB with IGMP", "The same lab, repaired"),
            new Sample("jumbo-mixed-switches", "Jumbo frames", "9614 meets 9216"),
            new Sample("jumbo-repaired", "Jumbo frames, repaired", "9014 from end to end"),
            new Sample("live-migration-any-network", "Live migration", "One node on any network"),
            new Sample("two-node-converged-set", "Converged SET", "Two nodes, sound"),
            new Sample("nlb-unicast-repaired-igmp", "Repair 1", "Unicast becomes IGMP multicast"),
            new Sample("nlb-unicast-repaired-no-team", "Repair 2", "No team under the NLB"),
            new Sample("nlb-unicast-repaired-two-switches", "Repair 3", "Teams over two switches"),
            new Sample("nlb-multicast-static-arp", "Static ARP", "The entry as it was printed"));

    public Design read() {
        String name = file + ".plumb";
        try (var in = Sample.class.getResourceAsStream("/io/plumbline/sample/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: the sample " + name + " is missing.");
            }
            return DesignFile.read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableDesign e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
