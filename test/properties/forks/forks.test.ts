import t from 'tap'
import fc from '#test/support/fast-check.ts'
import { type Model, sequences } from './acts.ts'
import { seedImage, Worlds } from './worlds.ts'

const { MODEL_RUNS: runs, MODEL_PATH: path } = process.env
const image = seedImage()

for (const [where, most] of [
  ['memory', 300],
  ['files', 3],
] as const) {
  t.test(`worlds in ${where} that share their content until one is written to never differ from copies`, async (t) => {
    let number = 0
    let reads = 0
    const agreement = fc.property(sequences, fc.array(fc.boolean(), { minLength: 1 }), (acts, looks) => {
      const worlds = new Worlds(image, where === 'files' ? t.testdir({}) : undefined)
      const model: Model = { worlds: new Map(), snapshots: new Map() }
      try {
        for (const [index, act] of acts.entries()) {
          act(model, worlds, ++number)
          // Not after every act: a read is an act of its own.
          if (!looks[index % looks.length]) continue
          for (const [name, ids] of model.worlds) {
            reads++
            const found = worlds.read(name)
            if (found.join() !== ids.join()) throw new Error(`${name} has ${found}, and not ${ids}`)
          }
        }
        for (const [name, ids] of model.worlds) {
          if (worlds.read(name).join() !== ids.join()) throw new Error(`${name} does not have ${ids}`)
        }
        const sum = worlds.pool.names().reduce((bytes, name) => bytes + worlds.pool.bytesOf(name), 0)
        if (sum !== worlds.pool.sizeBudget.taken) throw new Error('what worlds take is not the sum of their bytes')
      } finally {
        worlds.pool.close()
      }
    })
    const numRuns = runs === undefined ? most : Number(runs)
    fc.assert(agreement, { numRuns, ...(path && { path }) })
    t.ok(reads > 0)
  })
}
