import { setTimeout } from 'node:timers/promises'
import { account, type DearCall, repeat, times } from './expensive-call.ts'
import type { DearServer } from './measured-server.ts'

const control = '/w/journal/__mock'

/** Fills the journal of a world, which is emptied first. */
const filled =
  (count: number, path: (index: number) => string, body?: string) =>
  async (server: DearServer): Promise<void> => {
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
const ask =
  (path: string, value?: unknown) =>
  (server: DearServer): Promise<unknown> =>
    server.call({
      method: value === undefined ? 'GET' : 'POST',
      path: control + path,
      ...(value !== undefined && { body: JSON.stringify(value) }),
    })

/** Starts waits that are still there when something is asked. */
async function waited(server: DearServer): Promise<void> {
  await withLong(server)
  const body = JSON.stringify({ match: { body_path: '[*].name', body_equals: 'none' }, timeout: 20 })
  for (const _ of times(100, String)) {
    server.call({ method: 'POST', path: `${control}/requests/wait`, body }).catch(() => {})
  }
  // Each begins by looking through the journal.
  await setTimeout(100)
}

/** Questions about what was sent. */
export const journalCalls: readonly DearCall[] = [
  {
    name: 'a name of a million letters',
    ask: ask('/requests/verify', { match: { operation: 'a'.repeat(1_000_000) } }),
  },
  {
    name: 'calls that matched nothing, with long paths of many parts',
    before: filled(1000, (index) => `/v5/${'abcdefghij/'.repeat(900)}${index}`),
    ask: ask('/requests/unmatched'),
  },
  {
    name: 'calls that matched nothing, with long names',
    before: filled(1000, (index) => `/v5/${'abcdefghij'.repeat(900)}${index}`),
    ask: ask('/requests/unmatched'),
  },
  {
    name: 'a pattern of a million letters, in a full journal',
    ask: ask('/requests/verify', { match: { path: `/${'*a'.repeat(480_000)}` } }),
  },
  {
    name: 'a pattern of a million wildcards, in a full journal',
    ask: ask('/requests/verify', { match: { path: '*'.repeat(980_000), method: 'PATCH' } }),
  },
  {
    name: 'a value in the bodies of a full journal',
    before: withLong,
    ask: ask('/requests/verify', { match: { body_path: '[*].name', body_equals: 'none' } }),
  },
  {
    name: 'a path in the bodies of a full journal',
    ask: ask('/requests/count?body_path=[*].daily_spend_cap&body_equals=7'),
  },
  {
    name: 'a text in the bodies of a full journal',
    ask: ask('/requests/verify', { match: { body_contains: 'none' } }),
  },
  {
    name: 'a text in bodies that could hold credentials',
    before: withSecrets,
    ask: ask('/requests/verify', { match: { body_contains: 'AWARENESS' } }),
  },
  {
    name: 'a text in bodies with much that is encoded',
    before: withCodes,
    ask: ask('/requests/verify', { match: { body_contains: 'none' } }),
  },
  { name: 'ten thousand requests in order', ask: ask('/requests/verify', { in_order: times(10_000, () => ({})) }) },
  { name: 'a full journal as a list', ask: ask('/requests?limit=1000') },
  { name: 'a full journal as HAR', ask: ask('/requests/har') },
  { name: 'a report of all worlds', ask: ask('/report?world=all') },
  {
    name: 'numbers in the bodies of a journal',
    before: withNumbers,
    ask: ask('/requests/verify', { match: { body_path: '[*]', body_equals: 1 } }),
  },
  {
    name: 'a call that a hundred wait for',
    before: waited,
    after: (server) => server.json('POST', `${control}/reset`),
    ask: (server) => server.call({ method: 'GET', path: `/w/journal${account}/campaigns` }),
  },
]
