import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { wrongsOf } from './check.ts'
import { Disk } from './disk.ts'
import { Random } from './random.ts'
import type { Act } from './record.ts'
import { record, recorderIn } from './recording.ts'

const usage = `node test/system/power/power-loss.ts [--rounds N] [--each N] [--steps N] [--seed N] [--lying-disk]

Records what servers with a data directory do to their files while they are used, ended and killed, and rebuilds what a
loss of power at any moment could leave: what was flushed, and of everything since all, nothing or any part. On each of
these directories a server is started, and held to what was acknowledged. A recording is cut --each times. Ends with 1
when something is wrong, of which the first directories are kept; with 77 where there is no gcc, or no LD_PRELOAD.
--lying-disk flushes nothing, whatever is asked of it, so that promises must break: to see that this can fail.`

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1000' },
    each: { type: 'string', default: '50' },
    steps: { type: 'string', default: '40' },
    seed: { type: 'string', default: String(process.pid) },
    'lying-disk': { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
})

/** Directories that are kept to be looked at. */
const mostKept = 5

async function lose(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'power-'))
  const library = process.platform === 'linux' ? recorderIn(folder) : undefined
  if (library === undefined) {
    console.log('What a server does to its files can be recorded on Linux with gcc, and not here.')
    return 77
  }
  const random = new Random(Number(values.seed))
  const [rounds, each, steps] = [Number(values.rounds), Number(values.each), Number(values.steps)]
  let broken = 0
  let recordings = 0
  let acts = 0
  for (let round = 0; round < rounds; ) {
    const work = join(folder, `recording-${++recordings}`)
    const recording = await record(library, work, random, steps)
    acts += recording.acts.length
    for (let cut = 0; cut < each && round < rounds; cut++) {
      const root = join(folder, `round-${++round}`)
      mkdirSync(root)
      const disk = new Disk(values['lying-disk'])
      const until = cutOf(recording.acts, random)
      for (const act of recording.acts.slice(0, until)) disk.apply(act)
      disk.rebuild(root, random)
      const end = recording.acts[until - 1]?.end ?? 0
      const wrongs = await wrongsOf(recording, { root, cut: end, flushed: disk.flushed })
      for (const wrong of wrongs) console.log(`round ${round}, recording ${recordings}, act ${until}: ${wrong}`)
      if (wrongs.length > 0) broken++
      if (wrongs.length === 0 || broken > mostKept) rmSync(root, { recursive: true })
    }
    rmSync(work, { recursive: true })
  }
  console.log(
    `${rounds} losses of power in ${recordings} recordings of ${acts} acts, seed ${values.seed}: ${broken} broken`,
  )
  if (broken === 0) rmSync(folder, { recursive: true })
  else console.log(`The first ${mostKept} are kept in ${folder}`)
  return broken === 0 ? 0 : 1
}

/** How many acts were done: any number, or one about a change of names, or up to one, where most can go wrong. */
function cutOf(acts: readonly Act[], random: Random): number {
  const any = 1 + random.upTo(acts.length)
  const [where, kinds] = [random.upTo(3), random.oneIn(2) ? ['renamed'] : ['renamed', 'unlinked']]
  const next = acts.findIndex(({ kind }, index) => index >= any && kinds.includes(kind))
  if (where === 0 || next === -1) return any
  return where === 1 ? next + 1 : Math.min(acts.length, Math.max(1, next + random.upTo(6) - 2))
}

if (values.help) console.log(usage)
else process.exitCode = await lose()
