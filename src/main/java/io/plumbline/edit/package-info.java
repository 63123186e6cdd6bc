/// How a design changes. An [Edit] is a pure function from design to design with a name; a [History] keeps the designs
/// in between, so that undo is a look at the one before.
package io.plumbline.edit;
