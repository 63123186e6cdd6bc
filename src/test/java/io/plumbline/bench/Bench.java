package io.plumbline.bench;

import io.plumbline.check.Report;
import io.plumbline.check.Rules;
import io.plumbline.check.Validator;
import io.plumbline.edit.Edit;
import io.plumbline.edit.Put;
import io.plumbline.file.DesignFile;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VlanId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Measures what a user waits for, on generated designs, each figure beside its floor.
///
///     mvn -q test-compile exec:exec@bench -Dbench.hosts=50,500
final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        System.out.printf("Java %s, %d processors, %d rules. A ratio is of the medians of one run.%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), Rules.ALL.size());
        try (var screen = Screen.open()) {
            if (screen.name().isEmpty()) {
                System.out.println("There is no Xvfb: frames are timed to whole milliseconds only.");
            }
            for (var hosts : args[0].split(",")) {
                design(Integer.parseInt(hosts));
                System.out.println(Cold.firstPicture(screen, Integer.parseInt(hosts)).line());
                screen.run(Frames.class, hosts);
            }
        }
        System.exit(Race.sink() == 0 ? 1 : 0);
    }

    private static void design(int hosts) throws Exception {
        var design = Estate.of(hosts);
        var file = Files.createTempFile("estate", ".plumb");
        try {
            Files.writeString(file, DesignFile.write(design));
            System.out.printf("%n%,d hosts: %,d elements, a file of %,d kB, %,d findings%n%n%s%n", hosts,
                    design.size(), Files.size(file) / 1000, Report.of(design).findings().size(), Race.heading());
            for (var race : List.<Callable<Race>>of(() -> validation(design, file), () -> edits(design),
                    () -> loading(file), () -> Cold.race(file))) {
                System.out.println(race.call().line());
            }
        } finally {
            Files.delete(file);
        }
    }

    private static Race validation(Design design, Path file) throws Exception {
        return Race.run("all rules", () -> Report.of(design), "Jackson: the file into records",
                () -> PlainFile.read(file));
    }

    private static Race loading(Path file) throws Exception {
        return Race.run("load", () -> DesignFile.read(file), "Jackson: the file into records",
                () -> PlainFile.read(file));
    }

    private static Race edits(Design design) throws Exception {
        var validator = new Validator();
        validator.check(design);
        var edits = edits(design, 200);
        var edited = edits.stream().map(edit -> edit.applyTo(design)).toList();
        IntFunction<Callable<?>> report = round -> () -> validator.check(edited.get(round % edited.size()));
        return Race.run("one edit to its report", report, "a full run", _ -> () -> Report.of(design));
    }

    /// Changes of one attribute, of the sorts that people make.
    private static List<Edit> edits(Design design, int count) {
        var random = new Random(1);
        var elements = Stream.of(PhysicalNic.class, SwitchPort.class, VirtualNic.class, Host.class)
                .flatMap(design::all).toList();
        var edits = new ArrayList<Edit>();
        while (edits.size() < count) {
            var element = elements.get(random.nextInt(elements.size()));
            edits.add(new Put("Change", List.of(switch (element) {
                case PhysicalNic nic -> Element.with(nic, "jumboPacket", 1514 + random.nextInt(8000));
                case SwitchPort port -> Element.with(port, "mtu", 1518 + random.nextInt(8000));
                case VirtualNic nic -> Element.with(nic, "vlanId", new VlanId(1 + random.nextInt(4094)));
                default -> Element.with(element, "lm.anyNetwork", random.nextBoolean());
            })));
        }
        return edits;
    }
}
