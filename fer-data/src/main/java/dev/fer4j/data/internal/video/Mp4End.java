package dev.fer4j.data.internal.video;

import java.io.IOException;

/**
 * Checks the boxes of an MP4 or QuickTime file (ISO 14496-12, 4.2) for frames ({@code mdat})
 * without an index ({@code moov}), and for fragment indices ({@code moof}) that are not followed by
 * their data. If one index lists all frames, it suffices to check that they are present, and bytes
 * after the last box are harmless.
 */
final class Mp4End {

    private static final int HEADER = 8;

    private Mp4End() {}

    static boolean isMissing(FileBytes file) throws IOException {
        boolean frames = false;
        boolean index = false;
        boolean fragments = false;
        String type = "";
        long at = 0;
        while (at >= 0 && at + HEADER <= file.length()) {
            type = file.text(at + 4, 4);
            frames |= type.equals("mdat");
            index |= type.equals("moov");
            fragments |= type.equals("moof");
            long size = file.bigEndian(at, 4);
            if (size == 0) {
                size = file.length() - at;
            } else if (size == 1) {
                size = file.bigEndian(at + HEADER, 8);
            }
            if (size < HEADER) {
                // Not a box: other data was appended.
                break;
            }
            at += size;
            if (type.equals("moov") && at > file.length()) {
                return true;
            }
        }
        if (!index) {
            return frames;
        }
        // The frames of a fragment are in the box after its index.
        return fragments && (at != file.length() || type.equals("moof"));
    }
}
