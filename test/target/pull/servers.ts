import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import type { PulledEntity } from '#server/contracts/pull.ts'
import { TargetClient } from '#server/target/client/target-client.ts'
import { isRefusal, ListReader } from '#server/target/pull/list-reader.ts'
import { PulledNames } from '#server/target/pull/names.ts'
import type { PullOptions, PullResult } from '#server/target/pull/options.ts'
import { pulledSections } from '#server/target/pull/plan.ts'
import { pull } from '#server/target/pull/pull.ts'
import { sectionPages } from '#server/target/pull/section-pages.ts'
import { type Mock, type MockOptions, mock, testNow } from '#test/support/mock.ts'

/** The token that every call of these tests has: looked for in whatever is written. */
export const token = 'pina_THE-TOKEN-OF-THE-USER'

/** A server that others call over HTTP. */
export interface TargetServer extends Mock {
  readonly client: TargetClient
}

/** Starts a server with a client of it. */
export async function target(t: Test, options: MockOptions = {}): Promise<TargetServer> {
  const server = await mock(t, { seed: 'small', ...options })
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' })
  return { ...server, client: new TargetClient({ baseUrl: `${origin}/v5`, token, wait: async () => {} }) }
}

/** Returns an empty directory of the test. */
export function directory(t: Test): string {
  const path = mkdtempSync(join(tmpdir(), 'pull-'))
  t.teardown(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Pulls the ad account of a server, and returns what it came to with the text of the seed. */
export async function pulled(
  t: Test,
  { client, account }: TargetServer,
  options: Partial<PullOptions> = {},
): Promise<PullResult & { readonly out: string; readonly text: string }> {
  const out = options.out ?? join(directory(t), 'seed.json')
  const how = { client, adAccountId: account, keepIds: false, anonymize: false, now: testNow, ...options, out }
  const result = await pull(how)
  return { ...result, out, text: readFileSync(out, 'utf8') }
}

/** The entities of a section, as its lists have them. */
export type Lists = Readonly<Record<string, readonly PulledEntity[]>>

/** Reads every list that `pull` knows, by section. */
export async function listsOf({ client, account }: Pick<TargetServer, 'client' | 'account'>): Promise<Lists> {
  const operations = pulledSections.flatMap(({ pull: { lists } }) => lists.map(({ operation }) => operation))
  const reader = await ListReader.of(client, account, operations)
  const names = new PulledNames(account, true)
  const lists: Record<string, PulledEntity[]> = {}
  for (const section of pulledSections) {
    const { name, pull: how } = section
    const from = { section: name, list: 0, within: 0, bookmark: null }
    const entities: PulledEntity[] = []
    for await (const { outcome } of sectionPages(section, reader, names, from)) {
      if (isRefusal(outcome)) throw outcome
      for (const entity of outcome.entities) {
        const id = entity[how.id ?? 'id']
        names.add(name, typeof id === 'string' ? id : undefined, how.marks?.(entity, names))
        entities.push(entity)
      }
    }
    lists[name] = entities
  }
  return lists
}
