package org.podium.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class ChecksumTest {

    private static Checksum of(byte[] bytes) {
        return Checksum.of(bytes, 0, bytes.length);
    }

    @Property
    void followsFromTheChecksumsOfThePieces(@ForAll List<byte[]> pieces) {
        CRC32 expected = new CRC32();
        Checksum joined = Checksum.NOTHING;
        int appended = 0;
        for (byte[] piece : pieces) {
            expected.update(piece);
            joined = joined.then(of(piece));
            appended = Checksum.append(appended, of(piece));
        }

        assertThat(joined.crc()).isEqualTo((int) expected.getValue()).isEqualTo(appended);
        assertThat(joined.length())
                .isEqualTo(pieces.stream().mapToLong(piece -> piece.length).sum());
    }

    @Property
    void doesNotDependOnWhichPiecesAreJoinedFirst(@ForAll byte[] one, @ForAll byte[] two, @ForAll byte[] three) {
        assertThat(of(one).then(of(two)).then(of(three))).isEqualTo(of(one).then(of(two).then(of(three))));
    }
}
