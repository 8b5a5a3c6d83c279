import { parseArgs } from 'node:util'
import t from 'tap'
import { targetFlags, targetOf } from '#server/target/client/target-flags.ts'

const valuesOf = (...args: string[]) => parseArgs({ args, options: targetFlags }).values

t.test('flags name the target, and the environment has its token', async (t) => {
  t.same(targetOf(valuesOf('--target', 'http://localhost:3000'), { PINTEREST_ACCESS_TOKEN: 'pina_x' }), {
    baseUrl: 'http://localhost:3000/v5',
    token: 'pina_x',
  })
})

t.test('no target, no token and production are refused', async (t) => {
  t.throws(() => targetOf(valuesOf(), { PINTEREST_ACCESS_TOKEN: 'x' }), /--target takes the URL/)
  t.throws(() => targetOf(valuesOf('--target', 'http://localhost'), {}), /has no token/)
  const production = ['--target', 'https://api.pinterest.com/v5']
  t.throws(() => targetOf(valuesOf(...production), { PINTEREST_ACCESS_TOKEN: 'x' }), /serves production/)
  t.ok(targetOf(valuesOf(...production, '--production'), { PINTEREST_ACCESS_TOKEN: 'x' }))
})

t.test('no flag takes a token', async (t) => {
  t.throws(() => valuesOf('--token', 'pina_x'), /Unknown option/)
})
