import t from 'tap'
import { run } from '../system/program/start.ts'

for (const args of [
  ['seed', '--help'],
  ['seed', 'check', '--help'],
]) {
  t.test(`${args.join(' ')} says what there is`, async (t) => {
    t.match(await run(args), { code: 0, stdout: /seed check FILE/, stderr: '' })
  })
}

t.test('seed schema prints a JSON Schema', async (t) => {
  const { code, stdout } = await run(['seed', 'schema'])
  t.equal(code, 0)
  t.match(JSON.parse(stdout), { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' })
})

for (const [args, message] of [
  [['seed'], /seed check FILE…, seed show NAME or seed schema\.$/m],
  [['seed', 'chek'], /Did you mean seed check\?/],
  [['seed', 'check'], /needs a file/],
  [['seed', 'show'], /one of small, empty, large\.$/m],
  [['seed', 'show', 'medium'], /one of small, empty, large\.$/m],
] as const) {
  t.test(`${args.join(' ')} is refused with exit code 2`, async (t) => {
    const { code, stderr } = await run(args)
    t.equal(code, 2)
    t.match(stderr, message)
  })
}
