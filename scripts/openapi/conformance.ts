import { readFileSync } from 'node:fs'
import { type Description, operationsIn } from '#openapi/description.ts'
import { compare } from './compare.ts'
import { judged, type MeantDifference } from './differences.ts'

/** What the command says, and the status it ends with: 0 conforms, 1 does not, 2 could not be found out. */
export interface Outcome {
  readonly lines: readonly string[]
  readonly status: 0 | 1 | 2
}

/** Holds our document against the official description at that path. */
export function conformance(path: string | undefined): Outcome {
  if (path === undefined) return { lines: ['Usage: npm run conformance -- PATH-TO-OFFICIAL-DESCRIPTION'], status: 2 }
  let official: Description
  try {
    official = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    return { lines: [`The official description cannot be read: ${String(error)}`], status: 2 }
  }
  const here: Description = inContract('openapi.json')
  return report(official, here, inContract('differences.json'))
}

/** What is to be said of two documents and the differences that are meant. */
export function report(there: Description, here: Description, meant: readonly MeantDifference[]): Outcome {
  const differences = compare(there, here)
  const { explained, unexplained, stale } = judged(differences, meant)
  const counts = [
    `${operationsIn(here).size} operations held against version ${there.info.version}:`,
    `${differences.length} differences, ${explained} of them meant, explained by ${meant.length} entries.`,
  ]
  return {
    lines: [
      counts.join(' '),
      ...unexplained.map((line) => `Not explained: ${line}`),
      ...stale.map(({ match }) => `Explains nothing any more: ${match}`),
    ],
    status: unexplained.length + stale.length > 0 ? 1 : 0,
  }
}

const inContract = (name: string) => JSON.parse(readFileSync(new URL(`../../openapi/${name}`, import.meta.url), 'utf8'))

if (import.meta.main) {
  const { lines, status } = conformance(process.argv[2])
  console.log(lines.join('\n'))
  process.exitCode = status
}
