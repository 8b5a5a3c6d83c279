import { parseArgs } from 'node:util'
import { stop, stopAll } from './child.ts'
import { journalRows } from './journal-rows.ts'
import { lifeRows } from './life-rows.ts'
import { loadRows } from './load-rows.ts'
import { memoryRows } from './memory-rows.ts'
import { summaryOf } from './pairs.ts'
import { efforts } from './row.ts'
import { scaleRows } from './scale-rows.ts'
import { startedServers } from './servers.ts'
import { heading, lineOf, machine, type Result } from './table.ts'

const usage = `npm run bench -- [--quick] [--json] [WORD…]

Measures our server against a bare Fastify one, both alive and loaded in turns, and prints the ratios: of req/s more is
better (answers per second of the server's processor time), of ms and MB less. With words, only the rows that have one of
them in their names. The start rows measure what "npm run build" built.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
})
const rows = [...loadRows, ...journalRows, ...scaleRows, ...lifeRows, ...memoryRows].filter(
  ({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)),
)
const print = (text: string): void => void (values.json || process.stdout.write(`${text}\n`))

async function run(): Promise<void> {
  const about = machine()
  const results: Result[] = []
  print(
    `${Object.entries(about)
      .map(([name, value]) => `${name} ${value}`)
      .join(' · ')}\n\n${heading()}`,
  )
  for (const { name, unit, against, measure } of rows) {
    const result = { name, unit, against, ...summaryOf(await measure(values.quick ? efforts.quick : efforts.full)) }
    results.push(result)
    print(lineOf(result))
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ machine: about, rows: results }, undefined, 2)}\n`)
}

if (values.help) print(usage)
else {
  process.once('exit', stopAll)
  await run()
  for (const child of await startedServers()) await stop(child)
}
