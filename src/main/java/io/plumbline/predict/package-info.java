/// What will happen: pure functions of a topology, each with its reasons.
///
/// [Ip2Mac] derives NLB addresses and reads them back. [LiveMigrationPredictor] says which networks carry a live
/// migration, step by step, with the origin of each step. [MtuProbe] sends a do-not-fragment ping along every way between
/// two endpoints; [MtuLadder] reads the result of real ones; [MigrationEvents] are the log entries a failure leaves.
/// [NlbFlow] follows a client's frame to the nodes of an NLB cluster, by way of what each switch has registered
/// ([NlbRegistration]); [NlbMigration] says what becomes of nodes that are moved together, and [NlbDrain] which nodes a drain
/// moves together.
///
/// Sentences stand in `texts.properties`.
package io.plumbline.predict;
