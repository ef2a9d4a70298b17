package dev.fer4j.data.internal.video;

import java.io.IOException;
import java.util.Optional;

/**
 * Checks the headers of an MP4 or QuickTime file (ISO 14496-12) for statements that no file
 * fulfils: FFmpeg would reserve memory for each sample that a header claims, or invent times.
 */
final class Mp4Header {

    private static final int HEADER = 8;

    /** Version and flags of a full box. */
    private static final int FULL = 4;

    /** Bytes of compressed sound may stand for several samples. */
    private static final int SAMPLES_PER_BYTE_OF_SOUND = 64;

    /** Flags of a track run whose samples have fields of their own. */
    private static final int FIELDS_PER_SAMPLE = 0xf00;

    private final FileBytes file;

    private Mp4Header(FileBytes file) {
        this.file = file;
    }

    /** What is wrong with the headers; empty if nothing is. */
    static Optional<String> fault(FileBytes file) throws IOException {
        return new Mp4Header(file).fault();
    }

    private Optional<String> fault() throws IOException {
        Box all = new Box("", 0, file.length());
        for (Box box = all.first(); box.exists(); box = box.next(all)) {
            Optional<String> fault = Optional.empty();
            if (box.type().equals("moov")) {
                fault = faultOfTracks(box);
            } else if (box.type().equals("moof")) {
                fault = faultOfFragment(box);
            }
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /** The number of samples that the index lists for a track; 0 if there is none. */
    static long samples(FileBytes file, int track) throws IOException {
        return new Mp4Header(file).samples(track);
    }

    private long samples(int track) throws IOException {
        Box moov = new Box("", 0, file.length()).child("moov");
        for (Box trak = moov.first(); trak.exists(); trak = trak.next(moov)) {
            Box header = trak.child("tkhd");
            long id = header.content() + FULL + 2L * bytesOfTime(header);
            if (trak.type().equals("trak") && file.bigEndian(id, 4) == track) {
                Box tables = trak.child("mdia").child("minf").child("stbl");
                Box sizes =
                        tables.child("stsz").exists() ? tables.child("stsz") : tables.child("stz2");
                return sizes.exists() ? file.bigEndian(sizes.content() + FULL + 4, 4) : 0;
            }
        }
        return 0;
    }

    private int bytesOfTime(Box box) throws IOException {
        return file.at(box.content()) == 1 ? 8 : 4;
    }

    private Optional<String> faultOfTracks(Box moov) throws IOException {
        for (Box trak = moov.first(); trak.exists(); trak = trak.next(moov)) {
            if (trak.type().equals("trak")) {
                Box media = trak.child("mdia");
                boolean isVideo =
                        file.text(media.child("hdlr").content() + FULL + 4, 4).equals("vide");
                if (isVideo && hasNoTimeScale(media.child("mdhd"))) {
                    return Optional.of(
                            "has a header without a time scale, so that the times of its frames"
                                    + " are unknown");
                }
                long most = isVideo ? file.length() : SAMPLES_PER_BYTE_OF_SOUND * file.length();
                Box tables = media.child("minf").child("stbl");
                for (Box box = tables.first(); box.exists(); box = box.next(tables)) {
                    long claimed = samplesOfEqualSize(box);
                    if (claimed > most) {
                        return Optional.of(tooMany(claimed));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean hasNoTimeScale(Box mdhd) throws IOException {
        return !mdhd.exists()
                || file.bigEndian(mdhd.content() + FULL + 2L * bytesOfTime(mdhd), 4) == 0;
    }

    /** The number of samples in a table that does not list their sizes; 0 if it does. */
    private long samplesOfEqualSize(Box box) throws IOException {
        return box.type().equals("stsz") && file.bigEndian(box.content() + FULL, 4) != 0
                ? file.bigEndian(box.content() + FULL + 4, 4)
                : 0;
    }

    private Optional<String> faultOfFragment(Box moof) throws IOException {
        for (Box traf = moof.first(); traf.exists(); traf = traf.next(moof)) {
            for (Box run = traf.first(); run.exists(); run = run.next(traf)) {
                long claimed = file.bigEndian(run.content() + FULL, 4);
                boolean equal = (file.bigEndian(run.content(), 4) & FIELDS_PER_SAMPLE) == 0;
                if (run.type().equals("trun") && equal && claimed > file.length()) {
                    return Optional.of(tooMany(claimed));
                }
            }
        }
        return Optional.empty();
    }

    private String tooMany(long claimed) {
        return "has a header that claims "
                + claimed
                + " samples in a file of "
                + file.length()
                + " bytes";
    }

    /** A box, or a place after the last one. */
    private final class Box {
        private final String type;
        private final long content;
        private final long end;

        Box(String type, long content, long end) {
            this.type = type;
            this.content = content;
            this.end = end;
        }

        String type() {
            return type;
        }

        long content() {
            return content;
        }

        boolean exists() {
            return !type.isEmpty();
        }

        Box first() throws IOException {
            return at(content, end);
        }

        Box next(Box parent) throws IOException {
            return at(end, parent.end);
        }

        Box child(String wanted) throws IOException {
            Box child = first();
            while (child.exists() && !child.type.equals(wanted)) {
                child = child.next(this);
            }
            return child;
        }

        private Box at(long start, long limit) throws IOException {
            if (start + HEADER > limit) {
                return new Box("", limit, limit);
            }
            long size = file.bigEndian(start, 4);
            long header = HEADER;
            if (size == 1) {
                size = file.bigEndian(start + HEADER, 8);
                header = 2 * HEADER;
            }
            boolean toTheEnd = size == 0 || size > limit - start;
            if (size != 0 && size < header) {
                return new Box("", limit, limit);
            }
            return new Box(
                    file.text(start + 4, 4), start + header, toTheEnd ? limit : start + size);
        }
    }
}
