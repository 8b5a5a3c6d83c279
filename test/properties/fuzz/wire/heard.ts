import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** The header by which an answer says for which request of its connection it was made, counted from 0. */
export const numberHeader = 'x-fuzz-number'

/** Which requests a server has read, by the port of its client: an answer's form depends on what was asked. */
export class Heard {
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

  /** Their methods in order. */
  methodsOf(port: number | undefined): readonly string[] {
    return this.#methods.get(port) ?? []
  }
}
