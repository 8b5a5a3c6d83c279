import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { questions } from '../facts.ts'
import { ofStep, type Peer } from '../peer.ts'
import type { Program } from '../program.ts'
import { installed } from './installed.ts'

/** Returns the jar that the environment variable names, or that of the npm package. */
const jar = (): string | undefined =>
  process.env.WIREMOCK_JAR ?? globSync(installed('wiremock/build/wiremock-standalone-*.jar'))[0]

const json = { 'content-type': 'application/json' }

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
      return {
        request: { method, url: path, bodyPatterns },
        response: { status: 200, headers: json, body: answers[question] },
      }
    })
    return { program: serving(mappings, folder), calls }
  },
  suiteSetUp: 'a stub with a finished text for each call, and a reset of its scenarios; no world, nothing stored',
  prepareSuite: ({ steps }, folder) => {
    const calls = steps.map(({ name, call }) => ofStep(call, name))
    const mappings = steps.map(({ answer }, index) => {
      const { method = 'GET', path = '' } = calls[index] ?? {}
      return { request: { method, url: path }, response: { status: 200, headers: json, body: answer } }
    })
    return {
      program: serving(mappings, folder),
      calls: [...calls, { method: 'POST', path: '/__admin/scenarios/reset' }],
    }
  },
}

/** Returns the program that answers by stubs, whose file is written into a folder. */
function serving(mappings: readonly unknown[], folder: string): Program {
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
    command: 'java',
    args: (port) => ['-jar', jar() ?? '', '--port', `${port}`, '--disable-banner', ...options],
  }
}
