package org.podium.gateway.web;

import java.util.EnumMap;
import java.util.Map;
import org.podium.gateway.board.ETags;
import org.podium.gateway.board.Revision;
import org.podium.gateway.board.Revision.Detail;

/** A document in every coding, each made when it is first asked for and kept for as long as the document is. */
abstract class Representation {

    /** Smaller documents are sent as they are: headers and the packet weigh more. */
    private static final int WORTH_IT = 512;

    private final String etag;

    private Representation(String etag) {
        this.etag = etag;
    }

    /** A unit's whole document; what is made of it is kept with the revision, for all event loops. */
    static Representation of(Revision unit) {
        byte[] document = unit.document(Detail.FULL);
        return new Representation(unit.etag()) {
            @Override
            byte[] as(Coding coding) {
                return coding == Coding.IDENTITY ? document : unit.form(coding, () -> coding.encode(document));
            }

            @Override
            int size() {
                return document.length;
            }
        };
    }

    /** Any document; confined to one thread. */
    static Representation of(byte[] document) {
        return new Representation(ETags.of(document)) {
            private final Map<Coding, byte[]> forms = new EnumMap<>(Coding.class);

            @Override
            byte[] as(Coding coding) {
                return forms.computeIfAbsent(coding, absent -> coding.encode(document));
            }

            @Override
            int size() {
                return document.length;
            }
        };
    }

    /** Any document, in every coding already; for any thread. */
    static Representation prepared(byte[] document) {
        Representation prepared = of(document);
        for (Coding coding : Coding.values()) {
            prepared.as(coding);
        }
        return prepared;
    }

    /** The coding that is worth it among those that the client takes. */
    final Coding choose(Coding accepted) {
        return size() < WORTH_IT ? Coding.IDENTITY : accepted;
    }

    /** Strong tag in the coding. */
    final String etag(Coding coding) {
        return coding.etag(etag);
    }

    /** The bytes in the coding. Not to be changed. */
    abstract byte[] as(Coding coding);

    abstract int size();
}
