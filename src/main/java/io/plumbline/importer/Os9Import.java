package io.plumbline.importer;

import io.plumbline.catalog.Catalog;
import io.plumbline.edit.Put;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The import of Dell OS9 (FTOS) running-configurations: one step that adds what they describe to a design, and a report
/// that accounts for every line of them.
public record Os9Import(Put edit, ImportReport report) {

    /// Reads the files as they are, into a design that may be empty. What the design knows already by name is changed
    /// in place; switch models come out of the catalogue.
    ///
    /// @throws UnusableInput when one of them is no such configuration; then nothing is imported
    public static Os9Import read(List<SourceFile> files, Design into) throws UnusableInput {
        List<Os9Device> devices = new ArrayList<>();
        boolean shortNames = files.stream().map(SourceFile::shortName).distinct().count() == files.size();
        for (SourceFile file : files) {
            ConfigurationText text = ConfigurationText.of(file.name(), file.bytes());
            SwitchSystem.DELL_OS9.demand(file.name(), text);
            devices.add(new Os9Device(Os9Reader.read(shortNames ? file.shortName() : file.name(), text)));
        }
        demandDifferent(files, devices);
        Existing existing = new Existing(into);
        List<VltPair> pairs = VltPair.among(devices);
        Os9Conversion.Converted converted = Os9Conversion.convert(devices, pairs, existing,
                Catalog.load().switchModels());
        List<ImportNotice> notices = new ArrayList<>();
        devices.forEach(device -> faults(device).forEach(notices::add));
        pairs.forEach(pair -> pair.notices().forEach(notices::add));
        notices.addAll(withoutPeer(devices, pairs));
        notices.addAll(converted.notices());
        ImportReport report = new ImportReport(devices.stream().map(Os9Import::source).toList(),
                count(converted.elements().stream().filter(e -> existing.find(e.id()).isEmpty())),
                count(converted.elements().stream()
                        .filter(e -> existing.find(e.id()).filter(before -> !before.equals(e)).isPresent())),
                merged(notices),
                devices.stream().flatMap(device -> device.configuration().secrets().stream()).toList());
        String label = Texts.get("edit.label", String.join(", ", devices.stream().map(Os9Device::name).toList()));
        return new Os9Import(new Put(label, converted.elements()), report);
    }

    /// The imported design on its own.
    public Design design(String title) {
        return edit.applyTo(Design.empty(title));
    }

    private static void demandDifferent(List<SourceFile> files, List<Os9Device> devices) throws UnusableInput {
        if (files.isEmpty()) {
            throw new UnusableInput(Texts.get("bad.noFiles"));
        }
        for (int i = 0; i < files.size(); i++) {
            for (int j = i + 1; j < files.size(); j++) {
                if (files.get(i).sameContentAs(files.get(j))) {
                    throw new UnusableInput(Texts.get("bad.sameFile", files.get(i).name(), files.get(j).name()));
                }
                if (devices.get(i).name().equals(devices.get(j).name())) {
                    throw new UnusableInput(Texts.get("bad.sameName", files.get(i).name(), files.get(j).name(),
                            devices.get(i).name()));
                }
            }
        }
    }

    private static Stream<ImportNotice> faults(Os9Device device) {
        return Stream.of(VlanFaults.of(device), LagFaults.of(device), VltFaults.of(device), GatewayFaults.of(device),
                HostPortFaults.of(device)).flatMap(s -> s);
    }

    /// What holds for several switches in the same words is said once, with the lines of all.
    private static List<ImportNotice> merged(List<ImportNotice> notices) {
        Map<ImportNotice, List<SourceLine>> whereByWords = new LinkedHashMap<>();
        notices.forEach(notice -> whereByWords
                .computeIfAbsent(new ImportNotice(notice.gravity(), notice.what(), notice.consequence(), List.of()),
                        _ -> new ArrayList<>())
                .addAll(notice.where()));
        return whereByWords.entrySet().stream().map(entry -> new ImportNotice(entry.getKey().gravity(),
                entry.getKey().what(), entry.getKey().consequence(), entry.getValue())).toList();
    }

    private static List<ImportNotice> withoutPeer(List<Os9Device> devices, List<VltPair> pairs) {
        return devices.stream().filter(device -> device.findVlt().isPresent())
                .filter(device -> pairs.stream().noneMatch(pair -> pair.first() == device || pair.second() == device))
                .map(device -> ImportNotice.of(ImportNotice.Gravity.NOT_KNOWN, "vltNoPeer",
                        device.lines(Stream.of(device.findVlt().orElseThrow().line())), device.name(),
                        VltPair.domain(device)))
                .toList();
    }

    private static ImportReport.Source source(Os9Device device) {
        String release = device.configuration().root().find(Os9Statement.Version.class)
                .map(said -> " " + said.what().release()).orElse("");
        return new ImportReport.Source(device.file(), device.name(), SwitchSystem.DELL_OS9.title() + release,
                device.configuration().lines());
    }

    private static SortedMap<Kind, Integer> count(Stream<Element> elements) {
        SortedMap<Kind, Integer> counts = new TreeMap<>();
        elements.forEach(element -> counts.merge(element.kind(), 1, Integer::sum));
        return counts;
    }
}
