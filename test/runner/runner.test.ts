import t from 'tap'
import { testFiles } from './files.ts'
import { groupsOf } from './groups.ts'
import { readImports } from './imports.ts'
import { runGroup } from './run-group.ts'
import { selections, startingProcesses, testsOf } from './selections.ts'

t.test('every file is in one group, neighbours together, and no group is much longer than another', async (t) => {
  const files = Array.from({ length: 50 }, (_, index) => `test/${index}.test.ts`)
  const durations = new Map(files.map((file, index) => [file, 100 + ((index * 37) % 90)]))
  const groups = groupsOf(files, (file) => durations.get(file) ?? 0, 5)
  t.equal(groups.length, 5)
  t.strictSame(groups.flatMap((group) => group.files).toSorted(), files.toSorted())
  for (const group of groups) {
    const indexes = group.files.map((file) => files.indexOf(file))
    t.equal((indexes.at(-1) ?? 0) - (indexes[0] ?? 0) + 1, indexes.length)
  }
  const [longest, shortest] = [groups[0]?.duration ?? 0, groups.at(-1)?.duration ?? 0]
  t.ok(longest < 1.4 * shortest, `${longest} and ${shortest}`)
})

t.test('a file that is longer than a group is in one without its neighbours', async (t) => {
  const groups = groupsOf(['a', 'b', 'c', 'd'], (file) => (file === 'b' ? 1000 : 10), 4)
  t.strictSame(groups[0]?.files, ['b'])
})

t.test('a resource is tested by its own tests, by the cases of its rules, and by what holds for all', async (t) => {
  const files = await selections.resource?.(['labels'])
  t.ok(files?.includes('test/resources/campaign-management/labels/labels.test.ts'))
  t.ok(files?.includes('test/rules/labels.test.ts'))
  t.ok(files?.includes('test/contract/architecture.test.ts'))
  t.notOk(files?.includes('test/rules/campaigns.test.ts'))
  t.notOk(files?.some((file) => file.startsWith('test/resources/campaign-management/ads/')))
})

t.test('a resource that does not exist is refused by name', async (t) => {
  await t.rejects(async () => selections.resource?.(['lables']), { message: /lables/ })
})

t.test('files that start processes are known by what they import', async (t) => {
  const files = startingProcesses(readImports())
  t.ok(files.includes('test/system/program/start.test.ts'), 'by a helper')
  t.ok(files.includes('test/library/types.test.ts'), 'itself')
  t.notOk(files.includes('test/plugins/journal.test.ts'), 'what the server could start is not started by its tests')
})

for (const [changed, expected] of [
  ['server/plugins/journal.ts', 'test/plugins/journal.test.ts'],
  ['server/resources/content/pins/service.ts', 'test/resources/content/pins/pins.test.ts'],
  ['server/cli/help.ts', 'test/system/program/start.test.ts'],
  ['test/fixtures/pins.ts', 'test/resources/content/pins/pins.test.ts'],
  ['README.md', 'test/docs/readme.test.ts'],
  ['migrations/0001_ad_accounts.sql', 'test/unit/db/migrate.test.ts'],
] as const) {
  t.test(`a change of ${changed} asks for ${expected}`, async (t) => {
    const files = await testsOf([changed])
    t.ok(files.includes(expected))
    t.ok(files.length < testFiles().length / 2, 'and not for everything')
  })
}

t.test('a change of what every test uses asks for all of them', async (t) => {
  t.strictSame(await testsOf(['test/support/mock.ts']), testFiles())
})

const passing = "import t from 'tap'\nt.test('holds', async (t) => t.ok(true))\n"

t.test('each file of a group has a root test of its own, and is named', async (t) => {
  const { passed, stdout } = await runGroup(t, { 'one.test.ts': passing, 'two.test.ts': `${passing}t.equal(1, 1)\n` })
  t.ok(passed)
  t.match(stdout, /^ok 1 - \S+\/one\.test\.ts/m)
  t.match(stdout, /^ok 2 - \S+\/two\.test\.ts/m)
  t.match(stdout, '# { total: 3, pass: 3 }')
  t.match(stdout, /^# timeout=1200000$/m, 'and what started it learns how long they may take')
})

t.test('a failing assertion is named with its file and line, and the files after it are run', async (t) => {
  const failing = "import t from 'tap'\n\nt.test('fails', async (t) => {\n  t.equal(1, 2)\n})\n"
  const { passed, stdout } = await runGroup(t, { 'one.test.ts': failing, 'two.test.ts': passing })
  t.notOk(passed)
  t.match(stdout, /^not ok 1 - \S+\/one\.test\.ts/m)
  t.match(stdout, /fileName: \S*\/one\.test\.ts\s+lineNumber: 4/)
  t.match(stdout, /^ok 2 - \S+\/two\.test\.ts/m)
})

for (const [what, content] of [
  ['cannot be imported', "import './nothing.ts'\n"],
  ['throws at once', "throw new Error('at once')\n"],
  [
    'throws when nobody waits for it',
    "import t from 'tap'\nt.test('x', async () => {\n  setImmediate(() => {\n    throw new Error('later')\n  })\n  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))\n})\n",
  ],
] as const) {
  t.test(`a file that ${what} fails, and the files after it are run`, async (t) => {
    const { passed, stdout } = await runGroup(t, { 'one.test.ts': content, 'two.test.ts': passing })
    t.notOk(passed)
    t.match(stdout, /^not ok 1 - \S+\/one\.test\.ts/m)
    t.match(stdout, /^ok 2 - \S+\/two\.test\.ts/m)
  })
}

t.test('a file that ends the process fails the group', async (t) => {
  const { passed } = await runGroup(t, { 'one.test.ts': 'process.exit(0)\n', 'two.test.ts': passing })
  t.notOk(passed)
})

t.test('a file that changes the environment and leaves it so fails by name', async (t) => {
  const { passed, stdout } = await runGroup(t, {
    'one.test.ts': `${passing}process.env.LEFT = 'x'\n`,
    'two.test.ts': passing,
  })
  t.notOk(passed)
  t.match(stdout, /^not ok 3 - \S+\/one\.test\.ts left another environment behind/m)
})
