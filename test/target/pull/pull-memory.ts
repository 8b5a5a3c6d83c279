/**
 * Measures the memory of the real command `pull`, in a process of its own: the most that it ever had, for a large ad
 * account against that for the seed `small`, by turns. Ends with 1 where that is more than 64 MB more. Run by hand:
 * `node test/target/pull/pull-memory.ts [--times 10] [--rounds 3] [--keep-ids]`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { manyEntities } from './many-entities.ts'
import { pulledBy, type Served, served } from './spawned.ts'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    'keep-ids': { type: 'boolean', default: false },
    anonymize: { type: 'boolean', default: false },
  },
})
const flags = [...(values['keep-ids'] ? ['--keep-ids'] : []), ...(values.anonymize ? ['--anonymize'] : [])]
const folder = mkdtempSync(join(tmpdir(), 'pull-memory-'))
const out = join(folder, 'seed.json')

const memoryFor = ({ url }: Served): Promise<number> =>
  pulledBy(['--target', url, '--ad-account', '549755885262', '--out', out, ...flags])

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

try {
  const file = join(folder, 'many.json')
  writeFileSync(file, JSON.stringify(manyEntities(Number(values.times))))
  const [small, many] = [await served('small'), await served(file)]
  const rounds: { readonly few: number; readonly all: number }[] = []
  for (let round = 0; round < Number(values.rounds); round++) {
    rounds.push({ few: await memoryFor(small), all: await memoryFor(many) })
  }
  await Promise.all([small.end(), many.end()])
  const [few, all] = [median(rounds.map((one) => one.few)), median(rounds.map((one) => one.all))]
  console.log(`small ${few.toFixed(0)} MB, ${Number(values.times) * 16_000} entities ${all.toFixed(0)} MB`)
  if (all - few > 64) process.exitCode = 1
  console.log(`${(all - few).toFixed(0)} MB more (median of ${values.rounds})`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
