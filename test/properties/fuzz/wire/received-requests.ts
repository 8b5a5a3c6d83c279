import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** Response header with the number of the request on its connection, counted from 0. */
export const numberHeader = 'x-fuzz-number'

/** Records the methods of the requests that a server reads, by the client's port: a response to HEAD has no body. */
export class ReceivedRequests {
  readonly #methods = new Map<number | undefined, string[]>()

  constructor(server: Server) {
    server.on('connection', ({ remotePort }) => this.#methods.set(remotePort, []))
    const note = ({ method = '', socket }: IncomingMessage): number =>
      (this.#methods.get(socket.remotePort)?.push(method) ?? 0) - 1
    const number = (request: IncomingMessage, response: ServerResponse): void =>
      void response.setHeader(numberHeader, note(request))
    server.prependListener('request', number).prependListener('checkExpectation', number)
    server.prependListener('connect', note)
  }

  /** Returns the methods of the requests from that port, in order. */
  methodsOf(port: number | undefined): readonly string[] {
    return this.#methods.get(port) ?? []
  }
}
