package dev.fer4j.data.internal.video;

import java.io.IOException;

/**
 * Checks the chunks of an AVI file (Microsoft, "AVI RIFF File Reference"). The lists named {@code
 * movi} contain the frames; large files have several.
 */
final class RiffEnd {

    private static final int HEADER = 8;

    private RiffEnd() {}

    static boolean isMissing(FileBytes file) throws IOException {
        if (!file.text(HEADER, 4).equals("AVI ")) {
            return false;
        }
        boolean frames = false;
        long at = 0;
        while (at + HEADER <= file.length()) {
            String chunk = file.text(at, 4);
            long size = file.littleEndian(at + 4, 4);
            if (chunk.equals("RIFF")) {
                at += HEADER + 4;
                continue;
            }
            if (chunk.equals("LIST") && file.text(at + HEADER, 4).equals("movi")) {
                frames = true;
                if (at + HEADER + size > file.length()) {
                    return true;
                }
            }
            at += HEADER + size + (size & 1);
        }
        return !frames;
    }
}
