import { parseArgs } from 'node:util'
import { slowRows } from './check.ts'
import { stopAll } from './child.ts'
import { consoleRows } from './console-rows.ts'
import { machine, versions } from './environment.ts'
import { expensiveRows, stopExpensiveServers } from './expensive-rows.ts'
import { featureRows } from './feature-rows.ts'
import { keepRuns, lastRuns, withRun } from './history.ts'
import { installPeers } from './install-peers.ts'
import { loadRows } from './load-rows.ts'
import { memoryRows } from './memory-rows.ts'
import { removeFiles } from './peer-files.ts'
import { allPeers } from './peers/index.ts'
import { needBuild } from './programs.ts'
import { type GroupOfResults, writeReport } from './report.ts'
import { reportingRows } from './reporting-rows.ts'
import { resourceRows } from './resource-rows.ts'
import { type Result, resultOf } from './result.ts'
import { efforts, type Group } from './row.ts'
import { scaleRows } from './scale-rows.ts'
import { stopOurs } from './servers.ts'
import { startRows } from './start-rows.ts'
import { suiteRows } from './suite-rows.ts'
import { heading, linesOf } from './terminal-lines.ts'
import { worldRows } from './world-rows.ts'

const usage = `npm run bench -- [--quick | --check] [--[no-]peers] [--json] [--row NAME]… [WORD…]

Measures our server against bare ones and against peers, all alive and loaded in turns: of req/s more is better (answers
per second of the server's processor time), of ms, MB and kB less. A ratio is to the second line of its row.

Installs the peers in bench/peers when they are not there, and writes bench/RESULTS.md. With words it measures only the
rows that have one of them in their names, and writes nothing; --row measures the row of exactly that name. --quick only
sees that all works, in a minute: no peers unless --peers is given, neither the rows that take long nor those of --check,
and nothing is written. --check measures calls briefly, and ends with 1 when one has become slow: its ratio is below 0.7 x of the last
recorded one, twice in a row. The start rows measure what "npm run build" built.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    quick: { type: 'boolean' },
    check: { type: 'boolean' },
    row: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
    peers: { type: 'boolean' },
  },
})
const { quick = false, check = false, json = false, help = false, row: exact, peers: wantsPeers = !quick } = values
const isWhole = positionals.length + exact.length === 0
const print = (text: string): void => void (json || process.stdout.write(`${text}\n`))
const isSelected = (name: string) => isWhole || exact.includes(name) || positionals.some((word) => name.includes(word))

/** In the order of measurement. */
const groups: readonly Group[] = [
  { title: 'Calls', rows: loadRows, isChecked: true },
  { title: 'Duties', rows: resourceRows },
  { title: 'Suites', rows: suiteRows },
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
  if (isWhole) needBuild()
  if (wantsPeers) installPeers(print)
  const date = new Date().toISOString().slice(0, 10)
  const about = { command: 'npm run bench', date, machine: machine(), versions: versions(peers), peers }
  const facts = Object.entries({ ...about.machine, ...about.versions })
  print(`${facts.map(([name, value]) => `${name} ${value}`).join(' · ')}\n\n${heading()}`)
  const measuredGroups: GroupOfResults[] = []
  const seconds: string[] = []
  for (const { title, rows, isChecked } of groups) {
    const begin = performance.now()
    const results: Result[] = []
    for (const row of rows.filter(
      (row) => (isSelected(row.name) || isSelected(title)) && !(quick && (isChecked || row.isLong)),
    )) {
      const result = resultOf(row, await row.measure(quick ? efforts.quick : efforts.full, peers))
      results.push(result)
      print(linesOf(result, !quick))
    }
    measuredGroups.push({ title, results })
    if (results.length > 0) seconds.push(`${title} ${Math.round((performance.now() - begin) / 1000)}`)
  }
  print(`\nseconds: ${seconds.join(' · ')}`)
  if (json) process.stdout.write(`${JSON.stringify({ about, groups: measuredGroups }, undefined, 2)}\n`)
  if (quick || !wantsPeers || !isWhole) return
  const runs = withRun(
    lastRuns(),
    date,
    measuredGroups.flatMap(({ results }) => results),
  )
  keepRuns(runs)
  writeReport(about, measuredGroups, runs)
}

if (help) print(usage)
else {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  process.once('exit', () => {
    stopAll()
    removeFiles()
  })
  if (check) {
    const slow = await slowRows(print)
    for (const name of slow) console.error(`slow: ${name}`)
    if (slow.length > 0) process.exitCode = 1
  } else await run()
  await stopOurs()
  await stopExpensiveServers()
}
