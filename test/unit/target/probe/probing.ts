import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { probeCommand } from '#server/target/probe/command.ts'
import type { Evidence } from '#server/target/probe/evidence.ts'

/** The token of these tests, which no text may have. */
export const token = 'pina_TheTokenOfTheseTests_0123456789'

/** Runs `probe` as a terminal does, and returns what it printed, wrote and noted. */
export async function probing(
  t: Test,
  target: { readonly url: string; readonly adAccount: string },
  args: readonly string[] = [],
  { signal = new AbortController().signal, onNote = (_: string): void => {}, directory = t.testdir({}) } = {},
) {
  const printed: string[] = []
  const notes: string[] = []
  const out = join(directory, 'evidence.json')
  const argv = ['--target', target.url, '--ad-account', target.adAccount, '--out', out, '--yes', ...args]
  const end = await probeCommand(argv, {
    environment: { PINTEREST_ACCESS_TOKEN: token },
    print: (text) => printed.push(text),
    note(text) {
      notes.push(text)
      onNote(text)
    },
    signal,
  })
  const text = readFileSync(out, 'utf8')
  return { end, printed, notes, out, text, evidence: JSON.parse(text) as Evidence, directory }
}

/** Returns the ids of rules with a verdict. */
export const rulesThat = ({ rules }: Evidence, verdict: Evidence['rules'][string]['verdict']): readonly string[] =>
  Object.entries(rules).flatMap(([id, one]) => (one.verdict === verdict ? [id] : []))
