package io.plumbline.topology;

import io.plumbline.model.Id;

/// The largest IP packet that an endpoint sends whole.
///
/// @param bytes     its size
/// @param limitedBy the element whose setting decides: the endpoint itself, or a NIC under it
public record IpMtu(int bytes, Id limitedBy) {}
