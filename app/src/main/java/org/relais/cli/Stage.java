package org.relais.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.relais.journal.DataDirectory;
import org.relais.kernel.Mode;
import org.relais.kernel.Problem;
import org.relais.kernel.Problem.Category;

/** Where a command is played: in the caller's own process, or inside the running server. */
sealed interface Stage {
    Console console();

    int play(NodeCommand command, Console console);

    /** In the caller's process: hands over to the running server when there is one, else opens the directory. */
    record Own(Console console, RoomsOpener opener) implements Stage {
        @Override
        public int play(NodeCommand command, Console speaking) {
            Path data = speaking.path(command.data);
            Passphrase passphrase = new Passphrase(command.passphraseFile);
            if (!DataDirectory.isInitialised(data)) {
                if (!command.makesDirectory()) {
                    throw Problem.of(Category.NOT_FOUND, "data.missing", data.toString())
                            .asException();
                }
                char[] chosen = passphrase.chosen();
                opener.create(data, Mode.REAL, chosen);
                speaking.err().println(speaking.words().get("data.made", data.toString()));
                return command.alone(new NodeCommand.Alone(data, chosen, opener), speaking);
            }
            Optional<ControlClient> server = ControlClient.find(data);
            if (server.isPresent()) {
                return server.get().run(command.words(), speaking);
            }
            return command.alone(new NodeCommand.Alone(data, passphrase.known(), opener), speaking);
        }
    }

    /** Inside the running server, on its open rooms. */
    record Served(Console console, Rooms rooms) implements Stage {
        @Override
        public int play(NodeCommand command, Console speaking) {
            return command.run(rooms, speaking);
        }
    }
}
