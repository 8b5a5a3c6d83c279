import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { textOf } from './api.ts'
import { startOurs, stop, stopAll } from './child.ts'
import { slowestFunctions } from './cpu-profile.ts'
import { factsOf, questions, update } from './facts.ts'
import { rate } from './load.ts'
import { reset, stopOurs } from './servers.ts'

const first = ', asked for the first time'
const rows = [...questions, update].flatMap((name) => (/^(get|list)/.test(name) ? [name, `${name}${first}`] : [name]))

const usage = `npm run profile -- ROW [--out FILE] [--seconds NUMBER]

Loads our server with the calls of a row of the bench, writes what its processor did as FILE (ROW.cpuprofile in this
directory when absent; Chromium's DevTools and VS Code open it), and prints the ten functions that took most time
themselves. Rows: ${rows.join('; ')}.`

const stored = 1000
const slice = 200

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, seconds: { type: 'string', default: '5' }, help: { type: 'boolean' } },
})
const row = positionals.join(' ')
const seconds = Number(values.seconds)

/** Writes the profile of a server under load, and returns its path. */
async function profile(out: string): Promise<string> {
  const question = ([...questions, update] as const).find((name) => name === row.replace(first, ''))
  if (question === undefined) throw new Error(`there is no row '${row}'`)
  const { calls } = await factsOf(stored)
  const call = calls[question]
  // Beside the result, so that it can be renamed.
  const directory = mkdtempSync(`${out}-`)
  const server = await startOurs({ stored, cache: !row.endsWith(first) }, ['--cpu-prof', `--cpu-prof-dir=${directory}`])
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) {
    await rate(server, call, slice)
    if (call.method !== 'GET') await textOf(server, reset)
  }
  await stop(server)
  const [name] = readdirSync(directory)
  if (name !== undefined) renameSync(join(directory, name), out)
  rmSync(directory, { recursive: true })
  return out
}

if (values.help || !rows.includes(row) || !(seconds > 0)) {
  console.log(usage)
  if (!values.help) process.exitCode = 2
} else {
  process.once('exit', stopAll)
  const out = resolve(values.out ?? `${row.replaceAll(/[^a-z0-9]+/g, '-')}.cpuprofile`)
  if (existsSync(out) && values.out === undefined) rmSync(out)
  const path = await profile(out)
  for (const { name, place, share } of slowestFunctions(JSON.parse(readFileSync(path, 'utf8')), 10)) {
    console.log(`${(share * 100).toFixed(1).padStart(5)} %  ${name}  ${place}`)
  }
  console.log(`written: ${path}`)
  await stopOurs()
}
