import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'
import { TargetClient } from '#server/target/client/target-client.ts'
import { Forwarder, type ForwarderOptions } from '#server/target/forward/forwarder.ts'
import { forwardPlugin } from '#server/target/forward/open-forward.ts'
import { type Json, type Mock, type MockOptions, mock } from '../support/mock.ts'

/** The token of the other server, which may stand nowhere. */
export const targetToken = 'pina_SECRETOFTHETARGET0123456789'

/** A server that asks another one. */
export interface Forwarding extends Mock {
  readonly forwarder: Forwarder
  /** Calls this server, and waits until the other one has been asked. */
  compared(method: string, url: string, body?: unknown): Promise<Json>
}

/** A server that asks the one at a URL, as if the option named it. */
export async function forwardingTo(
  t: Test,
  baseUrl: string,
  { options, ...more }: Partial<Omit<ForwarderOptions, 'client'>> & { options?: MockOptions } = {},
): Promise<Forwarding> {
  const client = new TargetClient({ baseUrl, token: targetToken, attempts: 2, wait: async () => {} })
  const forwarder = new Forwarder({ client, writes: false, ...more })
  // What making the server calls is not sent on.
  let isOn = false
  const plugin = forwardPlugin({
    offer: (call) => isOn && forwarder.offer(call),
    idle: () => forwarder.idle(),
    close: () => forwarder.close(),
  })
  const world = await mock(t, { seed: 'small', ...options, forward: plugin })
  await world.call('DELETE', '/__mock/requests')
  isOn = true
  return {
    ...world,
    forwarder,
    async compared(method, url, body) {
      const { headers } = await world.call(method, url, body)
      await forwarder.idle()
      return (await world.call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)).body
    },
  }
}

/** Another server of ours that listens, and plays the real one. */
export async function target(t: Test, options: MockOptions = {}): Promise<Mock & { readonly baseUrl: string }> {
  const other = await mock(t, { seed: 'small', ...options })
  const origin = await other.app.listen({ host: '127.0.0.1', port: 0 })
  return { ...other, baseUrl: `${origin}/v5` }
}

/** A server that answers as a function says. */
export async function plainTarget(
  t: Test,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v5`
}
