import { connect } from 'node:net'
import { account, type DearCall, listOf, times } from './expensive-call.ts'
import type { DearServer } from './measured-server.ts'

const megabyte = 2 ** 20
const campaign = { name: 'Dear', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }

const post = (path: string, body: string) => (server: DearServer) => server.call({ method: 'POST', path, body })

/** Adds so many faults to the default world. */
const faults = (count: number, fault: (index: number) => object) => async (server: DearServer) => {
  await server.call({ method: 'DELETE', path: '/__mock/faults' })
  for (const one of times(count, fault)) await server.json('POST', '/__mock/faults', one)
}

/** Sends requests without waiting for answers, and reads until the server ends the connection. */
async function pipelined(server: DearServer, text: string): Promise<void> {
  const socket = connect(server.port, '127.0.0.1').on('error', () => {})
  server.sent(text.length)
  socket.resume().end(text)
  await new Promise((resolve) => socket.once('close', resolve))
}

const hanging = `GET /v5/ad_accounts HTTP/1.1\r\nhost: x\r\nauthorization: Bearer x\r\nx-mock-fault: hang\r\n\r\n`

/** Calls of the API. */
export const apiCalls: readonly DearCall[] = [
  {
    name: 'a body of wrong values',
    ask: post(
      `${account}/campaigns`,
      listOf(megabyte, () => '10000000'),
    ),
  },
  {
    name: 'a body of too many values',
    ask: post(
      `${account}/campaigns`,
      listOf(megabyte, () => '0'),
    ),
  },
  {
    name: 'a body of another shape',
    ask: post(
      `${account}/keywords`,
      listOf(megabyte, () => '"000000"'),
    ),
  },
  {
    name: 'a body of fields that nobody knows',
    ask: post(
      `${account}/campaigns`,
      `[{"name":"x","objective_type":"AWARENESS",${times(80_000, (index) => `"k${index}":1`).join()}}]`,
    ),
  },
  {
    name: 'a batch of 20,000 keywords',
    ask: post(
      `${account}/keywords`,
      `{"parent_id":"626700000102","keywords":${listOf(megabyte - 100, (index) => `{"match_type":"BROAD","value":"k${index}"}`)}}`,
    ),
  },
  {
    name: 'a batch of 20,000 labels',
    ask: post(
      `${account}/labels`,
      `{"labels":${listOf(megabyte - 100, (index) => `{"label_type":"CUSTOM","value":"l${index}"}`)}}`,
    ),
  },
  {
    name: 'a long body, where fifty faults look into bodies',
    before: faults(50, (index) => ({ match: { body_path: `[*].a${index}` }, effect: 'reset' })),
    ask: post(
      `${account}/campaigns`,
      listOf(megabyte, () => '{"a":"123456789012345"}'),
    ),
  },
  {
    name: 'a call of a world with a thousand faults',
    before: faults(1000, () => ({ match: { path: '/*a*d*c*s*p*' }, trigger: { nth: 1_000_000 }, effect: 'reset' })),
    ask: post(`${account}/campaigns`, JSON.stringify(times(30, () => campaign))),
  },
  {
    name: 'ten thousand calls behind one that hangs, on one connection',
    ask: (server) => pipelined(server, hanging.repeat(10_000)),
  },
  {
    name: 'a query of thousands of parameters',
    ask: (server) =>
      server.call({ method: 'GET', path: `${account}/campaigns?${times(1500, (index) => `a[${index}]=1`).join('&')}` }),
  },
]
