package org.relais.upkeep;

/** The note that lies beside standby packs, for whoever finds the key. */
final class FolderNote {
    static final String TEXT = """
            Liasses de service de l'hôpital (Relais).
            Chaque fichier PDF est chiffré ; il s'ouvre avec n'importe quel lecteur PDF et la phrase secrète
            de l'enveloppe scellée du service. Ce support est confidentiel : le rendre à l'hôpital s'il est trouvé.

            Ward packs of the hospital (Relais).
            Each PDF file is encrypted; it opens with any PDF reader and the passphrase in the ward's sealed
            envelope. This medium is confidential: give it back to the hospital if you find it.
            """;

    static final String BACKUP = """
            Sauvegardes chiffrées du nœud Relais de l'hôpital. Elles s'ouvrent avec la phrase secrète du nœud :
            relais restore --from FICHIER --data DOSSIER

            Encrypted backups of the hospital's Relais node. They open with the passphrase of the node:
            relais restore --from FILE --data DIRECTORY
            """;

    private FolderNote() {}
}
