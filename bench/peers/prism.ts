import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { byQuestion } from '../facts.ts'
import type { Peer } from '../peer.ts'
import { describe, exampleName } from './description.ts'
import { installed, production } from './installed.ts'

/** Prism validates requests by our description, and answers with the description's examples. */
export const prism: Peer = {
  name: 'Prism',
  package: '@stoplight/prism-cli',
  setUp: 'our OpenAPI document cut down to the calls asked, with our answers as its examples; logs nothing',
  prepare: ({ calls, answers }, folder) => {
    const file = join(folder, 'openapi.json')
    writeFileSync(file, JSON.stringify(describe(answers)))
    const bin = installed('@stoplight/prism-cli/dist/index.js')
    const options = ['--host', '127.0.0.1', '--verboseLevel', 'silent', '--no-multiprocess']
    const args = (port: number) => [bin, 'mock', file, '--port', `${port}`, ...options]
    const exampled = byQuestion((question) => {
      const { path, ...rest } = calls[question]
      return { ...rest, path: `${path}${path.includes('?') ? '&' : '?'}__example=${exampleName(question)}` }
    })
    return { program: { command: process.execPath, args, folder, environment: production }, calls: exampled }
  },
}
