/// From what exists to a design. Three steps, each of which ends where the next begins:
///
///     bytes ── ConfigurationText ── SwitchSystem (is it the right platform?) ── Os9Reader + Os9Grammar
///           ── Os9Configuration: stanzas of statements, and a fate for every line       (the vendor's words)
///           ── Os9Device, VltPair: what no single line says; *Faults: what contradicts itself
///           ── Os9Conversion: elements of the model, as one edit                        (no vendor from here on)
///
/// [Os9Import] runs them and hands out the edit with an [ImportReport]. Secrets are masked before a line reaches the
/// grammar. A new line of the command line is one entry in `Os9Grammar`; if it means something, also a statement in
/// `Os9Statement` and its use in `Os9Conversion`. All sentences are in `texts.properties`.
package io.plumbline.importer;
