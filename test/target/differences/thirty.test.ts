import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { compareCommand } from '#server/cli/compare.ts'
import type { Comparison } from '#server/target/compare/options.ts'
import type { Evidence } from '#server/target/probe/evidence.ts'
import { mock } from '#test/support/mock.ts'
import { probing, token } from '#test/unit/target/probe/probing.ts'
import { deliberate } from './deliberate.ts'
import { hostile } from './different-rules.ts'
import { playingPinterest } from './playing.ts'
import { suite } from './suite.ts'

/** Returns what a probe found, a line for each difference. */
const foundByProbe = ({ rules, operations }: Evidence): readonly string[] => [
  ...Object.entries(rules).flatMap(([rule, { differences = [] }]) =>
    differences.map(({ call, what }) => `${rule} ${call === 'passes' ? 'passes ' : ''}${what.join('+')}`),
  ),
  ...Object.entries(operations).flatMap(([operation, { missing, added, types }]) => [
    ...missing.map((path) => `${operation} missing ${path}`),
    ...Object.keys(added).map((path) => `${operation} added ${path}`),
    ...Object.keys(types).map((path) => `${operation} type ${path}`),
  ]),
]

/** Returns what a comparison found, a line for each difference. */
const foundByCompare = ({ differences, retried }: Comparison): readonly string[] => [
  ...differences.map(({ operation, kind, at }) => `${operation} ${kind} ${at}`.trim()),
  ...retried.map(({ operation, reason }) => `${operation} repeated: ${/^GET http/.test(reason) ? 'ended' : reason}`),
]

const sorted = (lines: readonly string[]): readonly string[] => lines.toSorted()

t.test('probe and compare find thirty deliberate differences, and nothing else', async (t) => {
  t.equal(deliberate.length, 30)
  t.notOk(deliberate.some(({ probe = [], compare = [] }) => probe.length + compare.length === 0))
  const service = await playingPinterest(t)
  const where = { url: service.url, adAccount: service.adAccount }
  const directory = t.testdir({})
  const outputs: string[] = []

  const first = await probing(t, where, ['--fail-on', 'differences'], { directory })
  outputs.push(...first.printed, ...first.notes)
  t.equal(first.end, 'differences')
  t.strictSame(sorted(foundByProbe(first.evidence)), sorted(deliberate.flatMap(({ probe = [] }) => probe)))
  t.same(await service.leftovers(service.adAccount), [])

  t.test('compare finds its own', async (t) => {
    const server = await mock(t)
    t.equal(server.account, service.adAccount)
    await suite(server)
    const har = join(directory, 'run.har')
    writeFileSync(har, JSON.stringify((await server.call('GET', '/__mock/requests/har')).body))
    service.beginAnew()
    const argv = ['--target', service.url, har, '--writes', '--format', 'json']
    const { printed } = await compareCommand(argv, { PINTEREST_ACCESS_TOKEN: token })
    outputs.push(printed)
    const comparison: Comparison = JSON.parse(printed)
    t.strictSame(sorted(foundByCompare(comparison)), sorted(deliberate.flatMap(({ compare = [] }) => compare)))
    t.same(comparison.skipped, [])
  })

  t.test('with the evidence adopted, a second probe agrees', async (t) => {
    service.beginAnew()
    const second = await probing(t, where, ['--adopted', first.out], { directory: t.testdir({}) })
    outputs.push(...second.printed, ...second.notes, second.text)
    t.strictSame(foundByProbe(second.evidence), [])
  })

  t.test('nothing has the token, or anything of the account', async (t) => {
    const files = readdirSync(directory)
    t.same(files.toSorted(), ['evidence.json', 'run.har'], 'no journal is left')
    t.notOk(existsSync(`${first.out}.journal`))
    const texts = [...outputs, ...files.map((file) => readFileSync(join(directory, file), 'utf8'))]
    t.notOk(texts.some((text) => text.includes(token)))
    const learned = [first.text, ...first.printed]
    for (const secret of [hostile, 'Käse', 'Zoë', service.adAccount, 'zoe@', '7b1d6f2e', '2026-11-29']) {
      t.notOk(
        learned.some((text) => text.includes(secret)),
        secret,
      )
    }
  })
})
