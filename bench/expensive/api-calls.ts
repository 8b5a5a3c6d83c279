import { connect } from 'node:net'
import { account, type ExpensiveCall, listOf, times } from './expensive-call.ts'
import type { MeasuredServer } from './measured-server.ts'

const megabyte = 2 ** 20
const campaign = { name: 'Dear', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }

const post = (path: string, body: string) => (server: MeasuredServer) => server.call({ method: 'POST', path, body })

/** Returns a preparation that replaces the faults of the default world by that many. */
const faults = (count: number, fault: (index: number) => object) => async (server: MeasuredServer) => {
  await server.call({ method: 'DELETE', path: '/__mock/faults' })
  for (const one of times(count, fault)) await server.json('POST', '/__mock/faults', one)
}

/** Sends requests without waiting for answers, and reads until the server closes the connection. */
async function pipelined(server: MeasuredServer, text: string): Promise<void> {
  const socket = connect(server.port, '127.0.0.1').on('error', () => {})
  server.sent(text.length)
  socket.resume().end(text)
  await new Promise((resolve) => socket.once('close', resolve))
}

const catalog = '/v5/catalogs/864344156800000075'

/** Gives a store of the seed a thousand items. */
async function stock(server: MeasuredServer): Promise<void> {
  const attributes = { title: 'A', description: 'A', link: 'https://a.test', price: '1 USD', availability: 'in stock' }
  const item = { operation: 'UPSERT', attributes: { ...attributes, image_link: 'https://a.test/a.jpg' } }
  const items = times(1000, (index) => ({ ...item, item_id: `S${index}` }))
  await server.json('POST', '/v5/catalogs/items/batch', {
    catalog_type: 'RETAIL',
    country: 'US',
    language: 'en-US',
    items,
  })
  const local = { operation: 'UPSERT', store_code: 'HARBOUR', attributes: { availability: 'in stock', price: '1 USD' } }
  const operations = items.map(({ item_id }) => ({ ...local, item_id }))
  await server.json('POST', `${catalog}/local_inventory_items/batch`, { operations })
}

const hanging = `GET /v5/ad_accounts HTTP/1.1\r\nhost: x\r\nauthorization: Bearer x\r\nx-mock-fault: hang\r\n\r\n`

/** Expensive calls of the API. */
export const apiCalls: readonly ExpensiveCall[] = [
  {
    name: 'a body of wrong values',
    run: post(
      `${account}/campaigns`,
      listOf(megabyte, () => '10000000'),
    ),
  },
  {
    name: 'a body of too many values',
    run: post(
      `${account}/campaigns`,
      listOf(megabyte, () => '0'),
    ),
  },
  {
    name: 'a body of another shape',
    run: post(
      `${account}/keywords`,
      listOf(megabyte, () => '"000000"'),
    ),
  },
  {
    name: 'a body of fields that nobody knows',
    run: post(
      `${account}/campaigns`,
      `[{"name":"x","objective_type":"AWARENESS",${times(80_000, (index) => `"k${index}":1`).join()}}]`,
    ),
  },
  {
    name: 'a batch of 20,000 keywords',
    run: post(
      `${account}/keywords`,
      `{"parent_id":"626700000102","keywords":${listOf(megabyte - 100, (index) => `{"match_type":"BROAD","value":"k${index}"}`)}}`,
    ),
  },
  {
    name: 'a batch of 20,000 labels',
    run: post(
      `${account}/labels`,
      `{"labels":${listOf(megabyte - 100, (index) => `{"label_type":"CUSTOM","value":"l${index}"}`)}}`,
    ),
  },
  {
    name: 'a thousand times all local inventory',
    before: stock,
    run: post(`${catalog}/local_inventory_items/query`, JSON.stringify({ item_filters: times(1000, () => ({})) })),
  },
  {
    name: 'a long body, where fifty faults look into bodies',
    before: faults(50, (index) => ({ match: { body_path: `[*].a${index}` }, effect: 'reset' })),
    run: post(
      `${account}/campaigns`,
      listOf(megabyte, () => '{"a":"123456789012345"}'),
    ),
  },
  {
    name: 'a call of a world with a thousand faults',
    before: faults(1000, () => ({ match: { path: '/*a*d*c*s*p*' }, trigger: { nth: 1_000_000 }, effect: 'reset' })),
    run: post(`${account}/campaigns`, JSON.stringify(times(30, () => campaign))),
  },
  {
    name: 'ten thousand calls behind one that hangs, on one connection',
    run: (server) => pipelined(server, hanging.repeat(10_000)),
  },
  {
    name: 'a query of thousands of parameters',
    run: (server) =>
      server.call({ method: 'GET', path: `${account}/campaigns?${times(1500, (index) => `a[${index}]=1`).join('&')}` }),
  },
]
