import type { IncomingMessage, Server } from 'node:http'

/** Which requests a server has read, by the port of its client: an answer's form depends on what was asked. */
export class Heard {
  readonly #methods = new Map<number | undefined, string[]>()

  constructor(server: Server) {
    const note = ({ method = '', socket }: IncomingMessage): void => {
      this.#methods.get(socket.remotePort)?.push(method)
    }
    server.on('connection', ({ remotePort }) => this.#methods.set(remotePort, []))
    for (const event of ['request', 'checkExpectation', 'connect']) server.prependListener(event, note)
  }

  /** Their methods in order. */
  methodsOf(port: number | undefined): readonly string[] {
    return this.#methods.get(port) ?? []
  }
}
