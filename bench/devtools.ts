interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: { readonly name?: string }
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message: string }
}

/** A connection by the Chrome DevTools protocol, as far as the bench needs it. */
export class Devtools {
  readonly #socket: WebSocket
  readonly #listeners = new Set<(message: Message) => void>()
  #calls = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => {
      const message: Message = JSON.parse(String(data))
      for (const listener of this.#listeners) listener(message)
    })
  }

  /** Connects to the address that a browser has printed. */
  static async connect(url: string): Promise<Devtools> {
    const socket = new WebSocket(url)
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve)
      socket.addEventListener('error', reject)
    })
    return new Devtools(socket)
  }

  /** Calls a method of the browser, or of a page by its session. */
  async call(method: string, params: object = {}, sessionId?: string): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.#calls
    const answered = this.#next((message) => message.id === id)
    this.#socket.send(JSON.stringify({ id, method, params, sessionId }))
    const { result, error } = await answered
    if (error !== undefined) throw new Error(`${method}: ${error.message}`)
    return result ?? {}
  }

  /** Waits for an event by the name that it carries. */
  async event(method: string, name: string): Promise<void> {
    await this.#next((message) => message.method === method && message.params?.name === name)
  }

  /** Closes the connection. */
  close(): void {
    this.#socket.close()
  }

  #next(isWanted: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve) => {
      const listener = (message: Message): void => {
        if (!isWanted(message)) return
        this.#listeners.delete(listener)
        resolve(message)
      }
      this.#listeners.add(listener)
    })
  }
}
