package io.plumbline.predict;

import io.plumbline.model.Id;

/// A place on the way of a packet that lets no more than so many bytes of IP through.
///
/// @param element    the NIC, port or LAG
/// @param name       its name in a sentence
/// @param ipBytes    bytes of IP that pass in any case
/// @param atMost     bytes of IP that may pass; more than `ipBytes` only where the switch's counting is not documented
/// @param arithmetic how the number follows from what is configured: "9216 - 22"
public record Stop(Id element, String name, int ipBytes, int atMost, String arithmetic) {}
