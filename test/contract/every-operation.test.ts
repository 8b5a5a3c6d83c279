import t from 'tap'
import { stateText } from '#db/state-text.ts'
import type { Description } from '#openapi/description.ts'
import { operationOf } from '#openapi/operations.ts'
import { type Json, type Mock, mock } from '../support/mock.ts'
import { type ExampleCall, exampleCalls } from './examples.ts'
import { changes, ledTo, shownBy, storesNothing, unseen } from './shown.ts'

t.setTimeout(0)

type Plain = Omit<ExampleCall, 'operation'>

const setting = { seed: 'small', mostWorlds: 20, features: { '*': { multi_pin_analytics: true } } } as const

async function callsOf({ app }: Mock): Promise<readonly ExampleCall[]> {
  const document: Description = (await app.inject('/openapi.json')).json()
  return exampleCalls(document)
}

/** Sends a call to a world. Its response is without what the name of the world decides. */
async function send({ app }: Mock, world: string, { method, path, headers, payload }: Plain) {
  const url = `/w/${world}/v5${path}`
  const response = await app.inject({
    method: method as 'GET',
    url,
    headers,
    ...(payload !== undefined && { payload }),
  })
  const text = response.body.replaceAll(`/w/${world}/`, '/').replaceAll(/(?<=[?&])X-[^"&]*/g, '')
  return { status: response.statusCode, rules: response.headers['x-mock-rules'], text }
}

/** All rows as text, without the sequences before them. */
function storedIn({ worlds }: Mock, world: string): string {
  const text = [...stateText(worlds.world(world).db)].join('')
  return text.slice(text.indexOf('"tables":'))
}

/** A call that changes something: the example of the document, or another where that changes nothing of the seed. */
function changeOf({ id, path, payload, ...call }: ExampleCall): ExampleCall {
  const { path: otherPath = path, body } = changes[id] ?? {}
  return { ...call, id, path: otherPath, payload: body === undefined ? payload : JSON.stringify(body) }
}

/** Returns a call that reads, with a body where it needs one. */
const readOf = (path: string, body?: unknown): Plain => ({
  id: path,
  method: body === undefined ? 'GET' : 'POST',
  path,
  headers: { authorization: 'Bearer local', ...(body !== undefined && { 'content-type': 'application/json' }) },
  payload: body === undefined ? undefined : JSON.stringify(body),
})

/** Returns the reads that show what an operation stores: those of its tag, and others that are listed. */
const readsFor = (id: string, calls: readonly ExampleCall[]): readonly Plain[] => [
  ...calls.filter((call) => call.method === 'GET' && operationOf(call.id).tag === operationOf(id).tag),
  ...(shownBy[id] ?? []).map((request) => readOf(...request)),
]

/** Processes the feeds of a world that are due, as calls on products do, whatever comes of them. */
async function processFeeds({ app, worlds }: Mock, name: string): Promise<void> {
  const world = worlds.world(name)
  const owners = world.db.prepare<[], string>('SELECT DISTINCT owner_id FROM feeds').pluck().all()
  for (const owner of owners) await app.processDueFeeds(world, owner)
}

/** Returns the responses of reads in a world. */
async function readAll(server: Mock, world: string, reads: readonly Plain[]): Promise<readonly string[]> {
  const texts: string[] = []
  for (const read of reads) {
    const { status, text } = await send(server, world, read)
    texts.push(`${read.id}: ${status} ${text}`)
  }
  return texts
}

t.test('what a call writes its family shows, and a fork, an export and a reset carry it', async (t) => {
  const server = await mock(t, setting)
  const calls = await callsOf(server)
  const silent: string[] = []
  const hidden: string[] = []
  for (const call of calls.filter(({ method }) => method !== 'GET').map(changeOf)) {
    const { id } = call
    const world = id.replaceAll('/', '-')
    const reads = readsFor(id, calls)
    await processFeeds(server, world)
    const first = await readAll(server, world, reads)
    const stored = storedIn(server, world)
    const { status, text } = await send(server, world, call)
    t.ok(status < 300, `${id}: ${status} ${text}`)
    if (storedIn(server, world) === stored) silent.push(id)
    else {
      const led = ledTo[id]
      const all = led === undefined ? reads : [...reads, readOf(led(JSON.parse(text)))]
      const after = await readAll(server, world, all)
      if (JSON.stringify(after) === JSON.stringify(first)) hidden.push(id)
      if (led !== undefined) t.match(after.at(-1), /: 200 /, `${id} leads to a read`)
      await server.call('POST', '/__mock/worlds', { name: 'fork', from: { world } })
      t.strictSame(await readAll(server, 'fork', all), after, `${id} is carried by a fork`)
      const state = await server.call('GET', `/w/${world}/__mock/state`)
      t.match(await server.call('PUT', '/w/imported/__mock/state', state.body), { status: 200 }, id)
      t.strictSame(await readAll(server, 'imported', all), after, `${id} is carried by an export`)
      await server.call('POST', `/w/${world}/__mock/reset`)
      t.strictSame(await readAll(server, world, reads), first, `${id} is undone by a reset`)
      for (const name of ['fork', 'imported']) server.worlds.remove(name)
    }
    server.worlds.remove(world)
  }
  t.same(silent.toSorted(), Object.keys(storesNothing).toSorted(), 'and these store nothing')
  t.same(hidden.toSorted(), Object.keys(unseen).toSorted(), 'and of these no read shows what they store')
})

/** Ways in which a call is refused, the first that an operation has. */
function refusals(call: ExampleCall): readonly (Plain & { readonly what: string })[] {
  const { operation: _, ...plain } = call
  const { authorization: __, ...anonymous } = plain.headers
  const [path = '', query = ''] = plain.path.split('?')
  return [
    { ...plain, headers: anonymous, what: 'no token' },
    ...(plain.payload === undefined
      ? []
      : [
          {
            ...plain,
            payload: plain.headers['content-type'] === 'application/json' ? '5' : 'x=1',
            what: 'a body of another shape',
          },
        ]),
    ...(/\/\d{4,}/.test(path)
      ? [{ ...plain, path: `${path.replaceAll(/(?<=\/)\d{4,}/g, '1')}?${query}`, what: 'an unknown id' }]
      : []),
    ...(query.includes('page_size=')
      ? [{ ...plain, path: `${path}?${query.replace(/page_size=\d+/, 'page_size=0')}`, what: 'a page of nothing' }]
      : []),
  ]
}

t.test('every operation refuses in the envelope, and stores nothing of what it refuses', async (t) => {
  const server = await mock(t, setting)
  const world = 'refusals'
  await server.call('GET', `/w/${world}/v5/ad_accounts`)
  await processFeeds(server, world)
  const stored = storedIn(server, world)
  for (const call of await callsOf(server)) {
    for (const { what, ...refused } of refusals(call)) {
      const { status, rules, text } = await send(server, world, refused)
      const { code, message }: Json = text.startsWith('{') ? JSON.parse(text) : {}
      t.ok(status >= 400 && status < 500, `${call.id} refuses ${what}: ${status} ${text}`)
      t.ok(Number.isInteger(code) && typeof message === 'string' && rules !== undefined, `${call.id}: ${what}: ${text}`)
    }
    t.equal(storedIn(server, world), stored, call.id)
  }
})
