/// What belongs to the user, not to a design: preferences, recent files, the log.
package io.plumbline.settings;
