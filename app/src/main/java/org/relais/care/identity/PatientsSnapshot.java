package org.relais.care.identity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.relais.care.identity.Links.Edge;
import org.relais.care.identity.Links.Kind;

/**
 * The form of the {@link Patients} snapshot: the records in their {@linkplain RecordForm byte form}, the edges between them,
 * who lies in the hospital, and the search index. Where exactly somebody lies is found out again.
 */
final class PatientsSnapshot {
    private PatientsSnapshot() {}

    static void save(Registry registry, DataOutput out) throws IOException {
        registry.records.save(out);
        List<Edge> edges = registry.links.all();
        out.writeInt(edges.size());
        for (Edge edge : edges) {
            out.writeUTF(edge.kind().name());
            out.writeInt(edge.record());
            out.writeInt(edge.other());
        }
        out.writeInt(registry.inHospital.cardinality());
        for (int chart : registry.inHospital.stream().toArray()) {
            out.writeInt(chart);
        }
        registry.index.save(out);
    }

    static void load(Registry registry, DataInput in) throws IOException {
        registry.records.load(in);
        // Where there is a second processor, the records are listed while the rest is read.
        Set<Integer> present;
        CompletableFuture<Void> listed = CompletableFuture.runAsync(registry.records::list);
        try {
            present = rest(registry, in);
        } finally {
            listed.join();
        }
        registry.settle(present);
    }

    /** The edges, the index, and who lies in the hospital. */
    private static Set<Integer> rest(Registry registry, DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            registry.links.join(new Edge(Kind.valueOf(in.readUTF()), in.readInt(), in.readInt()));
        }
        Set<Integer> present = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            present.add(in.readInt());
        }
        registry.index.load(in);
        return present;
    }
}
