import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { textOf } from './api.ts'
import { type Child, startOurs, stop } from './child.ts'
import type { Call } from './connection.ts'
import { type Facts, factsOf, type Question, update } from './facts.ts'
import { type LoadedContestant, loadInTurns } from './load-in-turns.ts'
import type { OurSettings } from './our-server.ts'
import type { Effort, Measured, Row } from './row.ts'
import { reset } from './servers.ts'
import { bareSqlite, resetSqlite } from './sqlite-limit.ts'

const stored = 1000

/** Resets before every slice, so that each starts with the same campaigns. */
export const resetBy = (child: Child, { method }: Call, call: Call) =>
  method === 'GET' ? {} : { before: () => textOf(child, call) }

/** Starts bare Fastify and better-sqlite3 for a question. */
export async function withSqlite(
  facts: Facts,
  question: Question | typeof update,
  file?: string,
): Promise<LoadedContestant> {
  const [child, call] = [await bareSqlite(facts, question, file), facts.calls[question]]
  return { name: 'bare Fastify and better-sqlite3', kind: 'limit', child, call, ...resetBy(child, call, resetSqlite) }
}

/** Compares ours with bare Fastify and better-sqlite3 alone. */
async function besideSqlite(
  question: Question | typeof update,
  effort: Effort,
  settings: Partial<OurSettings> = {},
  file?: string,
): Promise<Measured> {
  const facts = await factsOf(stored)
  const [child, call] = [await startOurs({ stored, ...settings }), facts.calls[question]]
  const sqlite = await withSqlite(facts, question, file)
  const result = await loadInTurns(
    [{ name: 'ours', kind: 'ours', child, call, ...resetBy(child, call, reset) }, sqlite],
    effort,
  )
  for (const one of [child, sqlite.child]) await stop(one)
  return result
}

/** A read that nobody has made since the last write. */
export const firstTime = (name: Question): Row => ({
  name: `${name}, asked for the first time`,
  unit: 'req/s',
  reach: { ratio: 0.75 },
  measure: (effort) => besideSqlite(name, effort, { cache: false }),
})

/** An update of thirty campaigns. */
export const updateRow: Row = {
  name: update,
  unit: 'req/s',
  reach: { ratio: 0.6 },
  measure: (effort) => besideSqlite(update, effort),
}

/** Campaigns that are kept in a file, by both with the same `synchronous`. */
export const fileRow: Row = {
  name: 'create 30, with a data directory',
  unit: 'req/s',
  reach: { ratio: 0.6 },
  measure: async (effort) => {
    const directory = mkdtempSync(join(tmpdir(), 'bench-'))
    try {
      const file = join(directory, 'bare.sqlite')
      return await besideSqlite('create 30', effort, { directory: join(directory, 'worlds') }, file)
    } finally {
      rmSync(directory, { recursive: true })
    }
  },
}
