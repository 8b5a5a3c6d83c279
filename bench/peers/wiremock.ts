import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { questions } from '../facts.ts'
import type { Peer } from '../peer.ts'
import { installed } from './installed.ts'

/** Returns the jar that the environment variable names, or that of the npm package. */
const jar = (): string | undefined =>
  process.env.WIREMOCK_JAR ?? globSync(installed('wiremock/build/wiremock-standalone-*.jar'))[0]

/** Stubs with finished texts: no state, no look-up. */
export const wiremock: Peer = {
  name: 'WireMock',
  package: 'wiremock',
  setUp: 'one stub with a finished text for each question, nothing stored; no journal, no request log',
  // A JVM compiles frequent code for a while.
  warmUps: 5,
  missing: () => {
    if (spawnSync('java', ['-version']).status !== 0) return 'there is no java'
    const file = jar()
    return file !== undefined && existsSync(file) ? undefined : 'there is no jar; WIREMOCK_JAR can name one'
  },
  prepare: ({ calls, answers }, folder) => {
    const mappings = questions.map((question) => {
      const { method, path } = calls[question]
      const bodyPatterns = question === 'create 30' ? [{ contains: '"Campaign 30"' }] : undefined
      const headers = { 'content-type': 'application/json' }
      return {
        request: { method, url: path, bodyPatterns },
        response: { status: 200, headers, body: answers[question] },
      }
    })
    mkdirSync(join(folder, 'mappings'))
    writeFileSync(join(folder, 'mappings', 'campaigns.json'), JSON.stringify({ mappings }))
    const options = [
      '--bind-address',
      '127.0.0.1',
      '--root-dir',
      folder,
      '--no-request-journal',
      '--disable-request-logging',
    ]
    return {
      program: {
        command: 'java',
        args: (port) => ['-jar', jar() ?? '', '--port', `${port}`, '--disable-banner', ...options],
      },
      calls,
    }
  },
}
