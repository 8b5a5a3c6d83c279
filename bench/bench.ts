import { parseArgs } from 'node:util'
import { stopAll } from './child.ts'
import { consoleRows } from './console-rows.ts'
import { machine, versions } from './environment.ts'
import { expensiveRows, stopExpensiveServers } from './expensive-rows.ts'
import { featureRows } from './feature-rows.ts'
import { installPeers } from './install-peers.ts'
import { loadRows } from './load-rows.ts'
import { memoryRows } from './memory-rows.ts'
import { removeFiles } from './peer-files.ts'
import { allPeers } from './peers/index.ts'
import { needBuild } from './programs.ts'
import { type GroupOfResults, writeReport } from './report.ts'
import { reportingRows } from './reporting-rows.ts'
import { type Result, resultOf } from './result.ts'
import { efforts, type Group } from './row.ts'
import { scaleRows } from './scale-rows.ts'
import { stopOurs } from './servers.ts'
import { startRows } from './start-rows.ts'
import { heading, linesOf } from './terminal-lines.ts'
import { worldRows } from './world-rows.ts'

const usage = `npm run bench -- [--quick] [--[no-]peers] [--json] [WORD…]

Measures our server against bare ones and against peers, all alive and loaded in turns: of req/s more is better (answers
per second of the server's processor time), of ms, MB and kB less. A ratio is to the second line of its row.

Installs the peers in bench/peers when they are not there, and writes bench/RESULTS.md. With words it measures only the
rows that have one of them in their names, and writes nothing. --quick only sees that all works: no peers unless --peers
is given, and nothing is written. The start rows measure what "npm run build" built.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
    peers: { type: 'boolean' },
  },
})
const { quick = false, json = false, help = false, peers: wantsPeers = !quick } = values
const print = (text: string): void => void (json || process.stdout.write(`${text}\n`))
const isSelected = (name: string) => positionals.length === 0 || positionals.some((word) => name.includes(word))

/** In the order of measurement. */
const groups: readonly Group[] = [
  { title: 'Calls', rows: loadRows },
  { title: 'Features', rows: featureRows },
  { title: 'Large worlds', rows: scaleRows },
  { title: 'Reports', rows: reportingRows },
  { title: 'Starts', rows: startRows },
  { title: 'Worlds', rows: worldRows },
  { title: 'Memory', rows: memoryRows },
  { title: 'Console', rows: consoleRows },
  { title: 'Dear calls', rows: expensiveRows },
]

async function run(): Promise<void> {
  const peers = wantsPeers ? allPeers : []
  if (positionals.length === 0) needBuild()
  if (wantsPeers) installPeers(print)
  const date = new Date().toISOString().slice(0, 10)
  const about = { command: 'npm run bench', date, machine: machine(), versions: versions(peers), peers }
  const facts = Object.entries({ ...about.machine, ...about.versions })
  print(`${facts.map(([name, value]) => `${name} ${value}`).join(' · ')}\n\n${heading()}`)
  const measuredGroups: GroupOfResults[] = []
  for (const { title, rows } of groups) {
    const results: Result[] = []
    for (const row of rows.filter(({ name }) => isSelected(name) || isSelected(title))) {
      const result = resultOf(row, await row.measure(quick ? efforts.quick : efforts.full, peers))
      results.push(result)
      print(linesOf(result, !quick))
    }
    measuredGroups.push({ title, results })
  }
  if (json) process.stdout.write(`${JSON.stringify({ about, groups: measuredGroups }, undefined, 2)}\n`)
  if (!quick && wantsPeers && positionals.length === 0) writeReport(about, measuredGroups)
}

if (help) print(usage)
else {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  process.once('exit', () => {
    stopAll()
    removeFiles()
  })
  await run()
  await stopOurs()
  await stopExpensiveServers()
}
