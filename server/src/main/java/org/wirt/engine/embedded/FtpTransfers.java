package org.wirt.engine.embedded;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.command.impl.USER;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.apache.ftpserver.impl.IODataConnectionFactory;
import org.jspecify.annotations.Nullable;

/// The data connections of one FTP client, which end without sending what is still queued: see [Wire].
final class FtpTransfers extends IODataConnectionFactory {

    /// Where [FtpIoSession] looks for it.
    private static final String ATTRIBUTE = "org.apache.ftpserver.data-connection";

    /// FtpServer keeps the socket to itself, and only closes it.
    private static final VarHandle SOCKET = socket();

    private FtpTransfers(FtpServerContext context, FtpIoSession session) {
        super(context, session);
    }

    /// For every client that says who he is; what he agreed upon before, holds.
    static Command atLogin() {
        return new USER() {
            @Override
            public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request)
                    throws IOException, FtpException {
                install(session, context);
                super.execute(session, context, request);
            }
        };
    }

    private static void install(FtpIoSession session, FtpServerContext context) {
        var usual = session.getDataConnection();
        if (usual instanceof FtpTransfers) return;
        var made = new FtpTransfers(context, session);
        made.setServerControlAddress(((InetSocketAddress) session.getLocalAddress()).getAddress());
        made.setSecure(usual.isSecure());
        made.setZipMode(usual.isZipMode());
        session.setAttribute(ATTRIBUTE, made);
    }

    @Override
    public DataConnection openConnection() throws Exception {
        var made = super.openConnection();
        var socket = current();
        if (socket != null) socket.setSendBufferSize(Wire.SEND_BUFFER);
        return made;
    }

    /// Beside whoever asks, because closing waits while the server itself waits for the client to open one, and saying
    /// goodbye by TLS while the client does not read.
    void end() {
        var socket = current();
        if (socket != null) Thread.startVirtualThread(() -> Wire.abandon(socket));
        Thread.startVirtualThread(this::closeDataConnection);
    }

    private @Nullable Socket current() {
        return (Socket) SOCKET.getVolatile(this);
    }

    private static VarHandle socket() {
        try {
            return MethodHandles.privateLookupIn(IODataConnectionFactory.class, MethodHandles.lookup())
                    .findVarHandle(IODataConnectionFactory.class, "dataSoc", Socket.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
