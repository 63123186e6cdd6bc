package io.plumbline.runbook;

import io.plumbline.check.Report;
import io.plumbline.check.Severity;
import io.plumbline.model.Host;
import io.plumbline.model.Kind;
import io.plumbline.model.Note;
import io.plumbline.model.Project;
import io.plumbline.topology.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns a design into a document that a customer can read, tick off and sign.
public final class Runbook {

    private final Material material;

    private Runbook(Report report) {
        this.material = Material.of(report);
    }

    /// @param report  what the validator says about the design
    /// @param date    the date on the cover
    /// @param version the version of the program
    /// @param picture the drawing of the design
    public static Document of(Report report, LocalDate date, String version, Optional<Block.Picture> picture) {
        return new Runbook(report).document(date, version, picture);
    }

    private Document document(LocalDate date, String version, Optional<Block.Picture> picture) {
        FindingSections findings = new FindingSections(material);
        MigrationPairs pairs = new MigrationPairs(material);
        List<List<Host>> hosts = pairs.hosts();
        List<MigrationPairs.Way> ways = pairs.ways();
        NetworkTables network = new NetworkTables(material);

        List<Block.Section> sections = new ArrayList<>();
        sections.add(summary());
        picture.ifPresent(each -> sections.add(new Block.Section("Diagram", List.of(each))));
        add(sections, "Hosts", new HostTables(material).blocks());
        add(sections, "Cabling and switches", network.cabling());
        add(sections, "VLANs", network.vlans());
        add(sections, "Addresses", network.addresses());
        add(sections, "MTU", new MtuTable(material).blocks(ways));
        add(sections, "Network Load Balancing", new BalancingTables(material).blocks());
        sections.add(findings.findings());
        sections.add(findings.acceptedRisks());
        sections.add(findings.open());
        sections.add(new CheckSection(material).section(ways, hosts));
        add(sections, "Notes", notes());
        sections.add(new Block.Section("Sign-off",
                List.of(new Block.SignOff(List.of("Customer", "Architect", "Executed by")))));
        return new Document(title(), cover(date, version), sections);
    }

    private static void add(List<Block.Section> sections, String title, List<Block> blocks) {
        if (!blocks.isEmpty()) {
            sections.add(new Block.Section(title, blocks));
        }
    }

    private String title() {
        String title = material.design().title();
        return title.isBlank() ? "Runbook" : title;
    }

    private List<Document.CoverLine> cover(LocalDate date, String version) {
        Project project = material.design().project();
        List<Document.CoverLine> cover = new ArrayList<>();
        cover.add(new Document.CoverLine("Document", "Network runbook"));
        project.customer().find().ifPresent(customer -> cover.add(new Document.CoverLine("Customer", customer)));
        project.author().find().ifPresent(author -> cover.add(new Document.CoverLine("Author", author)));
        cover.add(new Document.CoverLine("Date", date.toString()));
        cover.add(new Document.CoverLine("Status", status()));
        cover.add(new Document.CoverLine("Findings", FindingSections.counts(material.report())));
        cover.add(new Document.CoverLine("Made with", "Plumbline " + version));
        return cover;
    }

    private String status() {
        return material.report().count(Severity.ERROR) > 0 ? "Draft: the design has errors" : "For review";
    }

    private Block.Section summary() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph("The design holds " + inventory() + ". The rules report "
                + FindingSections.counts(material.report()) + "."));
        List<String> errors = material.report().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.rule() + ": " + finding.message()).toList();
        if (!errors.isEmpty()) {
            blocks.add(new Block.Paragraph("To be settled before anything is built:"));
            blocks.add(new Block.Bullets(errors));
        }
        return new Block.Section("Summary", blocks);
    }

    private String inventory() {
        List<String> parts = new ArrayList<>();
        count(parts, Kind.FAILOVER_CLUSTER, "failover cluster", "failover clusters");
        count(parts, Kind.HOST, "host", "hosts");
        count(parts, Kind.PHYSICAL_NIC, "physical NIC", "physical NICs");
        count(parts, Kind.TEAM, "NIC team", "NIC teams");
        count(parts, Kind.VIRTUAL_SWITCH, "virtual switch", "virtual switches");
        count(parts, Kind.VM, "virtual machine", "virtual machines");
        count(parts, Kind.NLB_CLUSTER, "NLB cluster", "NLB clusters");
        count(parts, Kind.SWITCH, "switch", "switches");
        count(parts, Kind.LAG, "LAG", "LAGs");
        count(parts, Kind.CABLE, "cable", "cables");
        return parts.isEmpty() ? "nothing yet" : Names.join(parts);
    }

    private void count(List<String> parts, Kind kind, String singular, String plural) {
        int number = material.design().all(kind).size();
        if (number > 0) {
            parts.add(Names.count(number, singular, plural));
        }
    }

    private List<Block> notes() {
        List<String> notes = new ArrayList<>();
        material.design().all(Note.class).map(Note::text).filter(text -> !text.isBlank()).forEach(notes::add);
        material.design().all().forEach(element -> element.about().note().find().filter(text -> !text.isBlank())
                .ifPresent(text -> notes.add(material.name(element.id()) + ": " + text)));
        return notes.isEmpty() ? List.of() : List.of(new Block.Bullets(notes));
    }
}
