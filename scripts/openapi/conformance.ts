import { readFileSync } from 'node:fs'
import { type Description, operationsIn } from '#openapi/description.ts'
import type { VersionDifferences } from '#server/domain/api-version/differences.ts'
import { versionDifferences } from './api-versions.ts'
import { compare } from './compare.ts'
import { type AcceptedDifference, matchDifferences } from './differences.ts'
import { sharedSentences } from './texts.ts'

/** The output of the command and its exit status: 0 conforms, 1 does not, 2 could not compare. */
export interface Outcome {
  readonly lines: readonly string[]
  readonly status: 0 | 1 | 2
}

/** Compares our document with the official description at a path. */
export function conformance(path: string | undefined): Outcome {
  if (path === undefined) return { lines: ['Usage: npm run conformance -- PATH-TO-OFFICIAL-DESCRIPTION'], status: 2 }
  let official: Description
  try {
    official = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    return { lines: [`The official description cannot be read: ${String(error)}`], status: 2 }
  }
  const here: Description = inContract('openapi.json')
  const meant: readonly AcceptedDifference[] = inContract('differences.json')
  const { lines, status } = report(official, here, meant)
  const stale = staleVersion(official, versionDifferences(official, here, meant))
  return { lines: [...lines, ...stale], status: stale.length > 0 ? 1 : status }
}

/** Reports on two documents and the accepted differences. */
export function report(there: Description, here: Description, meant: readonly AcceptedDifference[]): Outcome {
  const differences = compare(there, here)
  const { explained, unexplained, stale } = matchDifferences(differences, meant)
  const copied = sharedSentences(here, there)
  const counts = [
    `${operationsIn(here).size} operations held against version ${there.info.version}:`,
    `${differences.length} differences, ${explained} of them meant, explained by ${meant.length} entries.`,
  ]
  return {
    lines: [
      counts.join(' '),
      ...unexplained.map((line) => `Not explained: ${line}`),
      ...stale.map(({ match }) => `Explains nothing any more: ${match}`),
      ...copied.map((sentence) => `Copied from the official description: ${sentence}`),
    ],
    status: unexplained.length + stale.length + copied.length > 0 ? 1 : 0,
  }
}

/** Returns a line where the file of what version 5.23 lacks is not what the description of 5.23 and ours make. */
export function staleVersion(
  { info }: Description,
  found: VersionDifferences,
  file: VersionDifferences = inContract('version-5.23.json'),
): readonly string[] {
  const isOther = info.version.startsWith('5.23') && JSON.stringify(found) !== JSON.stringify(file)
  return isOther ? ['openapi/version-5.23.json is stale: npm run api-versions'] : []
}

const inContract = (name: string) => JSON.parse(readFileSync(new URL(`../../openapi/${name}`, import.meta.url), 'utf8'))

if (import.meta.main) {
  const { lines, status } = conformance(process.argv[2])
  console.log(lines.join('\n'))
  process.exitCode = status
}
