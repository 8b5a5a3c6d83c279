import { once } from 'node:events'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import type { Test } from 'tap'
import { type Json, type Mock, type MockOptions, mock } from '../support/mock.ts'

/** What came back over the network: an answer, whole or cut off, or the error that the client had instead. */
export interface Wire {
  readonly status?: number | undefined
  readonly headers?: IncomingHttpHeaders
  /** The pieces of the body as they came. */
  readonly pieces: readonly string[]
  /** How the client's own error is called; absent when the answer was whole. */
  readonly error?: string
}

/** A server that listens, and a client of it which sees what comes over the network. */
export interface WiredMock extends Mock {
  readonly origin: string
  /** Adds a fault to the default world and gives its id. */
  fault(rule: Json): Promise<string>
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Wire>
}

/** Starts a server for this test alone, with Node's own client for it. */
export async function wired(t: Test, options: MockOptions = {}): Promise<WiredMock> {
  const server = await mock(t, options)
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const agent = new Agent({ keepAlive: false })
  t.teardown(() => agent.destroy())
  return {
    ...server,
    origin,
    async fault(rule) {
      const { status, body } = await server.call('POST', '/__mock/faults', rule)
      if (status !== 200) throw new Error(JSON.stringify(body))
      return body.id
    },
    async send(method, path, body, headers = {}) {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const type = text === undefined ? {} : { 'content-type': 'application/json' }
      const call = request(`${origin}/v5/ad_accounts/${server.account}${path}`, {
        method,
        agent,
        headers: { authorization: 'Bearer test', ...type, ...headers },
      })
      call.end(text)
      const pieces: string[] = []
      try {
        const [answer] = await once(call, 'response')
        const { statusCode: status, headers: answered } = answer
        try {
          for await (const piece of answer.setEncoding('utf8')) pieces.push(piece)
          return { status, headers: answered, pieces }
        } catch (error) {
          return { status, headers: answered, pieces, error: codeOf(error) }
        }
      } catch (error) {
        return { pieces, error: codeOf(error) }
      }
    },
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? `${error.code} ${error.message}` : String(error)
