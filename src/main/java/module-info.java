/// Plumbline: draw a Hyper-V cluster network, see its faults, hand over the runbook.
module io.plumbline {
    requires atlantafx.base;
    requires info.picocli;
    requires java.desktop;
    requires javafx.controls;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires org.controlsfx.controls;
    requires org.pcollections;
    requires tools.jackson.databind;
}
