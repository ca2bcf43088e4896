package org.relais.bench;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.app.HL7Service;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.protocol.ReceivingApplication;
import ca.uhn.hl7v2.util.idgenerator.InMemoryIDGenerator;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** HAPI's SimpleServer with an application that says AA to everything and keeps nothing. Prints its port. */
final class HapiPeer {
    private HapiPeer() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (HapiContext context = new DefaultHapiContext()) {
            context.setValidationContext(ValidationContextFactory.noValidation());
            context.getParserConfiguration().setIdGenerator(new InMemoryIDGenerator());
            HL7Service server = context.newServer(port, false);
            server.registerApplication(new YesToAll());
            server.startAndWait();
            System.out.println(port);
            System.in.transferTo(OutputStream.nullOutputStream());
            server.stopAndWait();
        }
    }

    private static final class YesToAll implements ReceivingApplication<Message> {
        @Override
        public Message processMessage(Message message, Map<String, Object> metadata) throws HL7Exception {
            try {
                return message.generateACK();
            } catch (IOException failed) {
                throw new HL7Exception(failed);
            }
        }

        @Override
        public boolean canProcess(Message message) {
            return true;
        }
    }
}
