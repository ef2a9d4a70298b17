/** A user's project: pictures of its own, in a layout of its own, trained and scored with fer4j. */
package org.example.smileys;
