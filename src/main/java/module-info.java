/// Plumbline: draw a Hyper-V cluster network, see its faults, hand over the runbook.
module io.plumbline {
    requires atlantafx.base;
    requires info.picocli;
    requires io.github.javadiffutils;
    requires java.desktop;
    requires javafx.controls;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires org.controlsfx.controls;
    requires org.pcollections;
    requires tools.jackson.databind;

    exports io.plumbline.ui to javafx.graphics; // JavaFX instantiates the Application
    opens io.plumbline.cli to info.picocli; // picocli fills in options and parameters
}
