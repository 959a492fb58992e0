// The HTTP server itself, before there is an app: what Node refuses by itself is answered in the one shape, too.
import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Makes a server that listens nowhere yet and has no app. */
export function httpServer(): Server {
  // A request without a Host is refused by our own guard, in our own words.
  const server = createServer({ requireHostHeader: false });
  server.on('clientError', refuseUnread);
  // An expectation that we do not know may be passed over (RFC 9110 §10.1.1).
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  return server;
}

/** What Node's parser found in a request: the status, and the failure. */
const UNREAD: Record<string, readonly [status: string, code: string, message: string]> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'too-large',
    'The address or the headers are too long for this server.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'too-slow', 'The request did not come to its end in time.'],
};

const MALFORMED = ['400 Bad Request', 'malformed-request', 'That is no HTTP request, or it ends too early.'] as const;

/** Answers what is no request, and hangs up: nothing that follows on the line can be told apart any more. */
function refuseUnread(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const [status, code, message] = UNREAD[error.code ?? ''] ?? MALFORMED;
  const body = JSON.stringify({ error: { code, message } });
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      'Connection: close',
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'X-Content-Type-Options: nosniff',
      '',
      body,
    ].join('\r\n'),
  );
}
