import { execFileSync } from 'node:child_process'
import { messageOf } from './child.ts'
import type { Call } from './connection.ts'
import { factsOf } from './facts.ts'
import type { Peer } from './peer.ts'
import { folderOf } from './peer-files.ts'
import { type Program, timeToFirstAnswer } from './program.ts'
import { bareStart, builtServer, needBuild } from './programs.ts'
import { measureInTurns, type Running } from './rounds.ts'
import type { Effort, Measured, Row } from './row.ts'

const seed = 'small'

/** Measures the start of every contestant with the campaigns of the small seed, to a page of them. */
async function start({ starts }: Effort, peers: readonly Peer[]): Promise<Measured> {
  const facts = await factsOf(seed)
  const first = facts.calls['list 25']
  const running: Running[] = [
    { name: 'ours', kind: 'ours', ...starting(builtServer(), first) },
    { name: 'bare Fastify', kind: 'limit', ...starting(bareStart, first) },
    { name: 'node -e 0', kind: 'limit', figure: async () => nothing() },
  ]
  const skipped: Record<string, string> = {}
  for (const peer of peers) {
    const why = peer.missing?.()
    if (why !== undefined) skipped[peer.name] = why
    else {
      const { program, calls } = peer.prepare(facts, folderOf(peer))
      running.push({ name: peer.name, kind: 'peer', ...starting(program, calls['list 25']) })
    }
  }
  for (const { figure } of running) await figure()
  return measureInTurns(starts, running, skipped)
}

const starting = (program: Program, call: Call) => ({ figure: () => timeToFirstAnswer(program, call) })

function nothing(): number {
  const begin = performance.now()
  execFileSync(process.execPath, ['-e', '0'])
  return performance.now() - begin
}

/** Milliseconds from nothing to the first answer, and again in the same process. */
interface InProcess {
  readonly first: number
  readonly later: number
}

const inProcess = (file: string) => async (which: keyof InProcess, later: number) =>
  (await messageOf<InProcess>(file, [String(later)]))[which]

const library = (which: keyof InProcess, name: string, most: number): Row => ({
  name: `startMock() in a process: ${name}`,
  unit: 'ms',
  reach: { figure: most },
  measure: async ({ starts }) => {
    needBuild()
    const later = which === 'first' ? 0 : 10
    const figureOf = (file: string) => ({ figure: () => inProcess(file)(which, later) })
    return measureInTurns(starts, [
      { name: 'ours', kind: 'ours', ...figureOf('library-start.js') },
      { name: 'bare Fastify', kind: 'limit', ...figureOf('library-bare.js') },
    ])
  },
})

/** Milliseconds until there is an answer. */
export const startRows: readonly Row[] = [
  {
    name: 'start to first answer',
    unit: 'ms',
    reach: { ratio: 1.25, aheadOf: ['Mockoon CLI', 'WireMock', 'Prism'] },
    measure: start,
  },
  library('first', 'the first', 250),
  library('later', 'each later one', 8),
]
