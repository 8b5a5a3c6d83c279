import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Test } from 'tap'

/** A client whose calls are exercised. */
export interface ExercisedClient {
  readonly client: string
  readonly version: string
  readonly language: string
  /** What its calls were. */
  readonly exercised: string
}

/** The result of its latest recorded run. */
export interface ClientResult extends ExercisedClient {
  readonly passed: number
  readonly failed: number
  /** What surprises whoever uses it, seen in the run; empty where nothing does. */
  readonly surprises: string
  /** The day since which this version has had no failure; empty where it has one. */
  readonly since: string
}

const file = new URL('results.json', import.meta.url)

const require = createRequire(import.meta.url)

/** Returns the version of a client that is installed from npm for the tests. */
export const installedVersion = (client: string): string => require(`${client}/package.json`).version

/** Returns the recorded results, by client. */
export const recordedResults = (): readonly ClientResult[] => JSON.parse(readFileSync(file, 'utf8'))

/**
 * Records the result of a run of a client's test, in place of an earlier one of that client. Results are written where
 * `RECORD_CLIENTS` is set alone, so that no other run changes files.
 */
export function recordResult(
  exercised: ExercisedClient,
  { passed, failed, surprises = '' }: { readonly passed: number; readonly failed: number; readonly surprises?: string },
): void {
  if (process.env.RECORD_CLIENTS === undefined) return
  const others = recordedResults()
  const before = others.find(({ client, version }) => client === exercised.client && version === exercised.version)
  const today = new Date().toISOString().slice(0, 10)
  const since = failed > 0 ? '' : before?.since || today
  const kept = others.filter(({ client }) => client !== exercised.client)
  const results = [...kept, { ...exercised, passed, failed, surprises, since }]
  results.sort((one, other) => (one.language + one.client < other.language + other.client ? -1 : 1))
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
}

/** Records how many of the tests of a client pass, when they have run. */
export const recordTests = (t: Test, exercised: ExercisedClient): void =>
  t.teardown(() => recordResult(exercised, { passed: t.counts.pass, failed: t.counts.fail }))
