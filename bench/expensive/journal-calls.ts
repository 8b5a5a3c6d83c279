import { setTimeout } from 'node:timers/promises'
import { account, type ExpensiveCall, repeat, times } from './expensive-call.ts'
import type { MeasuredServer } from './measured-server.ts'

const control = '/w/journal/__mock'

/** Returns a preparation that empties the journal of a world and fills it with calls. */
const filled =
  (count: number, path: (index: number) => string, body?: string) =>
  async (server: MeasuredServer): Promise<void> => {
    await server.json('POST', `${control}/reset`)
    const method = body === undefined ? 'GET' : 'POST'
    await repeat(count, (index) =>
      server.call({ method, path: `/w/journal${path(index)}`, ...(body !== undefined && { body }) }),
    )
  }

const long = JSON.stringify(
  times(30, (index) => ({
    name: `${'x'.repeat(1900)}${index}`,
    objective_type: 'AWARENESS',
    daily_spend_cap: 5_000_000,
  })),
)
const withLong = filled(1000, () => `${account}/campaigns`, long)
const withSecrets = filled(1000, () => `${account}/campaigns`, long.replaceAll('"name"', '"client_secret":"s","name"'))
const withCodes = filled(1000, () => `${account}/campaigns`, JSON.stringify([{ name: '%61bc '.repeat(10_000) }]))
const withNumbers = filled(70, () => `${account}/campaigns`, `[${'0,'.repeat(30_000)}0]`)
const query =
  (path: string, value?: unknown) =>
  (server: MeasuredServer): Promise<unknown> =>
    server.call({
      method: value === undefined ? 'GET' : 'POST',
      path: control + path,
      ...(value !== undefined && { body: JSON.stringify(value) }),
    })

/** Starts waits that are still pending when the call is measured. */
async function waited(server: MeasuredServer): Promise<void> {
  await withLong(server)
  const body = JSON.stringify({ match: { body_path: '[*].name', body_equals: 'none' }, timeout: 20 })
  for (const _ of times(100, String)) {
    server.call({ method: 'POST', path: `${control}/requests/wait`, body }).catch(() => {})
  }
  // Each starts by searching the journal.
  await setTimeout(100)
}

const alike = JSON.stringify({ labels: times(250, () => ({ label_type: 'CUSTOM', value: 'One' })) })
/** The id of a request that no small change lets pass: the search for one uses up its time. */
let hopeless = ''
const withHopeless = async (server: MeasuredServer): Promise<void> => {
  await filled(1, () => `${account}/labels`, alike)(server)
  const { items } = (await server.json('GET', `${control}/requests`)) as {
    readonly items: readonly { readonly id: string }[]
  }
  hopeless = items.at(-1)?.id ?? ''
}

/** Expensive queries of the journal. */
export const journalCalls: readonly ExpensiveCall[] = [
  {
    name: 'a name of a million letters',
    run: query('/requests/verify', { match: { operation: 'a'.repeat(1_000_000) } }),
  },
  {
    name: 'calls that matched nothing, with long paths of many parts',
    before: filled(1000, (index) => `/v5/${'abcdefghij/'.repeat(900)}${index}`),
    run: query('/requests/unmatched'),
  },
  {
    name: 'calls that matched nothing, with long names',
    before: filled(1000, (index) => `/v5/${'abcdefghij'.repeat(900)}${index}`),
    run: query('/requests/unmatched'),
  },
  {
    name: 'a pattern of a million letters, in a full journal',
    run: query('/requests/verify', { match: { path: `/${'*a'.repeat(480_000)}` } }),
  },
  {
    name: 'a pattern of a million wildcards, in a full journal',
    run: query('/requests/verify', { match: { path: '*'.repeat(980_000), method: 'PATCH' } }),
  },
  {
    name: 'a value in the bodies of a full journal',
    before: withLong,
    run: query('/requests/verify', { match: { body_path: '[*].name', body_equals: 'none' } }),
  },
  {
    name: 'a path in the bodies of a full journal',
    run: query('/requests/count?body_path=[*].daily_spend_cap&body_equals=7'),
  },
  {
    name: 'a text in the bodies of a full journal',
    run: query('/requests/verify', { match: { body_contains: 'none' } }),
  },
  {
    name: 'a text in bodies that could hold credentials',
    before: withSecrets,
    run: query('/requests/verify', { match: { body_contains: 'AWARENESS' } }),
  },
  {
    name: 'a text in bodies with much that is encoded',
    before: withCodes,
    run: query('/requests/verify', { match: { body_contains: 'none' } }),
  },
  { name: 'ten thousand requests in order', run: query('/requests/verify', { in_order: times(10_000, () => ({})) }) },
  { name: 'a full journal as a list', run: query('/requests?limit=1000') },
  { name: 'a full journal as HAR', run: query('/requests/har') },
  { name: 'a report of all worlds', run: query('/report?world=all') },
  {
    name: 'why a request was refused that no small change lets pass',
    before: withHopeless,
    run: (server) => query(`/requests/${hopeless}/why`)(server),
  },
  {
    name: 'numbers in the bodies of a journal',
    before: withNumbers,
    run: query('/requests/verify', { match: { body_path: '[*]', body_equals: 1 } }),
  },
  {
    name: 'a call that a hundred wait for',
    before: waited,
    after: (server) => server.json('POST', `${control}/reset`),
    run: (server) => server.call({ method: 'GET', path: `/w/journal${account}/campaigns` }),
  },
]
