package org.relais.care.wards;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any structure file: all of it is read, or every wrong line is told. */
class StructureFuzzTest {
    @FuzzTest
    void structure(byte[] file) {
        switch (StructureCsv.read(file)) {
            case StructureCsv.Parsed(Structure structure) ->
                assertThat(structure.hospital().zoneId()).isNotNull();
            case StructureCsv.Rejected(var errors) ->
                assertThat(errors).isNotEmpty().allMatch(error -> error.line() >= 1);
        }
    }
}
