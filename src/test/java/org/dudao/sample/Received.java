package org.dudao.sample;

import java.util.List;

/**
 * A file of the inbox.
 *
 * @param path where it is, seen from the inbox
 * @param bytes its bytes
 * @param accepted how many rows a run must accept
 * @param rejected how many rows a run must reject
 * @param ignored how many lines below the header a run must pass over
 * @param faults why, for each rejected row
 */
record Received(String path, byte[] bytes, int accepted, int rejected, int ignored, List<RowFault> faults) {
}
