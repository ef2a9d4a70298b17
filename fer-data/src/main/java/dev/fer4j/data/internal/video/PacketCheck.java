package dev.fer4j.data.internal.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;

/**
 * Detects packets that are evidently damaged, without decoding them: those of H.264 and HEVC whose
 * units do not add up to the packet (ISO 14496-15, 4.3.3), and those that begin with zeros. A clip
 * with such a packet is decoded as a whole, so that damage is found even in frames that would not
 * be needed.
 */
final class PacketCheck {

    /** No coded frame begins with so many zeros. */
    private static final int ZEROS = 16;

    /** Position of the byte with the size of lengths in the decoder configuration records. */
    private static final int LENGTH_SIZE_IN_AVCC = 4;

    private static final int LENGTH_SIZE_IN_HVCC = 21;

    /** Size of the length before each unit; 0 if units have none. */
    private final int lengthSize;

    PacketCheck(AVCodecParameters parameters) {
        int codec = parameters.codec_id();
        int at = codec == AV_CODEC_ID_H264 ? LENGTH_SIZE_IN_AVCC : LENGTH_SIZE_IN_HVCC;
        boolean hasUnits = codec == AV_CODEC_ID_H264 || codec == AV_CODEC_ID_HEVC;
        this.lengthSize =
                hasUnits && parameters.extradata_size() > at && parameters.extradata().get(0) == 1
                        ? 1 + (parameters.extradata().get(at) & 3)
                        : 0;
    }

    boolean isDamaged(AVPacket packet) {
        if (packet.size() == 0) {
            return false;
        }
        BytePointer data = packet.data();
        return lengthSize > 0
                ? !hasWholeUnits(data, packet.size())
                : beginsWithZeros(data, packet.size());
    }

    private boolean hasWholeUnits(BytePointer data, int size) {
        long at = 0;
        while (at + lengthSize < size) {
            long length = 0;
            for (int i = 0; i < lengthSize; i++) {
                length = length << 8 | Byte.toUnsignedLong(data.get(at + i));
            }
            if (length == 0) {
                return false;
            }
            at += lengthSize + length;
        }
        return at == size;
    }

    private static boolean beginsWithZeros(BytePointer data, int size) {
        for (int i = 0; i < ZEROS; i++) {
            if (i >= size || data.get(i) != 0) {
                return false;
            }
        }
        return true;
    }
}
