package org.podium.gateway.frame;

import java.util.zip.CRC32;

/**
 * The checksum of some bytes as gzip has it (CRC-32; RFC 1952, 8), of which the one of two pieces follows from those of
 * each: bytes that are sent to many are summed once.
 *
 * <p>A CRC is the remainder of a polynomial over GF(2), whose coefficients are the bits, the highest power in bit 0. To
 * append <i>n</i> bytes is to multiply by x to the power of 8<i>n</i> and to add what is appended.
 *
 * @param crc remainder
 * @param length number of bytes
 * @param shift x to the power of 8 times the length
 */
record Checksum(int crc, long length, int shift) {

    /** The polynomial that everything is a remainder of. */
    private static final int POLYNOMIAL = 0xEDB88320;

    private static final int ONE = 1 << 31;
    private static final int X_TO_THE_8 = 1 << 23;

    /** Of nothing. */
    static final Checksum NOTHING = new Checksum(0, 0, ONE);

    static Checksum of(byte[] bytes, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        return new Checksum((int) crc.getValue(), length, powerOf(length));
    }

    /** Of these bytes and those. */
    Checksum then(Checksum next) {
        return new Checksum(append(crc, next), length + next.length, multiply(shift, next.shift));
    }

    /** The CRC of bytes with this one, and of those that come next. */
    static int append(int crc, Checksum next) {
        return multiply(next.shift, crc) ^ next.crc;
    }

    private static int powerOf(int bytes) {
        int power = ONE;
        int square = X_TO_THE_8;
        for (int left = bytes; left != 0; left >>>= 1) {
            if ((left & 1) != 0) {
                power = multiply(power, square);
            }
            square = multiply(square, square);
        }
        return power;
    }

    private static int multiply(int one, int other) {
        int product = 0;
        int shifted = other;
        for (int left = one; left != 0; left <<= 1) {
            if (left < 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) == 0 ? shifted >>> 1 : (shifted >>> 1) ^ POLYNOMIAL;
        }
        return product;
    }
}
