import t from 'tap'
import { runGroup } from './run-group.ts'
import { withoutTap } from './start-group.ts'

/** Ends after a later timer and what is immediate then: the error has been thrown before. */
const waiting = 'await new Promise((resolve) => setTimeout(() => setImmediate(resolve), 10))'

for (const [where, statement] of Object.entries({
  'a timer': "setTimeout(() => { throw new Error('lost') }, 5)",
  'an immediate': "setImmediate(() => { throw new Error('lost') })",
  'the next tick': "process.nextTick(() => { throw new Error('lost') })",
  'a microtask': "queueMicrotask(() => { throw new Error('lost') })",
  'a rejected promise': "void Promise.reject(new Error('lost'))",
})) {
  t.test(`an error that nobody catches in ${where} fails the test that it comes from`, async (t) => {
    const failing = `import t from 'tap'\nt.test('loses one', async () => {\n  ${statement}\n  ${waiting}\n})\n`
    const { passed, stdout } = await runGroup(t, {
      'one.test.ts': `${failing}t.test('holds', async (t) => t.ok(true))\n`,
    })
    t.notOk(passed)
    t.match(stdout, /^ {4}not ok 1 - loses one/m)
    t.match(stdout, /^ {8}not ok 1 - lost/m)
    t.match(stdout, /^ {4}ok 2 - holds/m)
  })
}

t.test('an option of Node.js that tap adds is left out of a group, and others are kept', async (t) => {
  const added = '"--import=file:///x/node_modules/@tapjs/processinfo/dist/esm/import.mjs"'
  t.equal(withoutTap(`--max-old-space-size=100 ${added}`), '--max-old-space-size=100')
  t.equal(withoutTap(added), '')
  t.equal(withoutTap(undefined), '')
})
