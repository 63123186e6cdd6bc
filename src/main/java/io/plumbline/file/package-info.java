/// The `*.plumb` file: reading it, with one clear sentence for everything that is wrong with it; writing it so that one
/// changed property is one changed line; saving it so that no instant of a crash can harm it; its published schema.
///
/// Nothing here knows a kind of element: all follows from [io.plumbline.model.Shape].
package io.plumbline.file;
