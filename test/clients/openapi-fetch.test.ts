import { execFile } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import type { Json } from '../support/mock.ts'
import { snippetsOf } from '../support/snippets.ts'
import { listening } from './listening.ts'
import { installedVersion, recordTests } from './results.ts'

recordTests(t, {
  client: 'openapi-fetch',
  version: installedVersion('openapi-fetch'),
  language: 'TypeScript',
  exercised: `types by openapi-typescript ${installedVersion('openapi-typescript')}, under TypeScript 5 and 7; the client of this page, batches, lists page by page, changes, errors`,
})

const execute = promisify(execFile)
const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
// By env, since the test runner's own loaders, which it hands to every child, do not take TypeScript 7.
const run = (script: string, ...args: readonly string[]) =>
  execute('env', ['-u', 'NODE_OPTIONS', process.execPath, script, ...args])

const typescripts: Readonly<Record<string, string>> = {
  'TypeScript 5': './node_modules/typescript/bin/tsc',
  'TypeScript 7': '../../node_modules/typescript/bin/tsc',
}

// The types are generated beside a copy of the client and the page's own, in a folder of this test's own.
const folder = t.testdir()
cpSync(from('./typed'), folder, { recursive: true })
const [snippet = ''] = snippetsOf(new URL('../../docs/clients.md', import.meta.url))('ts')
writeFileSync(join(folder, 'snippet.ts'), snippet)
await run(
  from('./node_modules/openapi-typescript/bin/cli.js'),
  from('../../openapi/openapi.json'),
  '--output',
  join(folder, 'pinterest.d.ts'),
)
const client: Json = await import(join(folder, 'campaigns.ts'))

for (const [name, compiler] of Object.entries(typescripts)) {
  t.test(`${name} accepts the types, what is right by them, and nothing else`, async (t) => {
    const { code, stdout, stderr } = await run(from(compiler), '--project', folder).catch((error) => error)
    t.strictSame({ code, stdout, stderr }, { code: undefined, stdout: '', stderr: '' })
  })
}

async function clientOf(t: Test) {
  const { origin, account } = await listening(t)
  return { client: client.clientOf(origin), account }
}

t.test('creates a campaign, and reads why another was refused', async (t) => {
  const { client: own, account } = await clientOf(t)
  const { campaign, exception, without } = await client.create(own, account, 'Typed')
  t.match(campaign, { name: 'Typed', daily_spend_cap: 5_000_000, summary_status: 'RUNNING' })
  t.match(exception, { code: 2384, message: String })
  t.equal(without, undefined)
})

t.test('lists every campaign page by page, by several statuses', async (t) => {
  const { client: own, account } = await clientOf(t)
  const found: Json[] = await client.list(own, account, ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT'])
  t.equal(new Set(found.map(({ id }) => id)).size, found.length)
  t.ok(['ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT'].every((status) => found.some((one) => one.status === status)))
  const archived: Json[] = await client.list(own, account, ['ARCHIVED'])
  t.ok(archived.length > 0 && archived.every(({ status }) => status === 'ARCHIVED'))
})

t.test('pauses a campaign', async (t) => {
  const { client: own, account } = await clientOf(t)
  const { campaign } = await client.create(own, account, 'Typed')
  t.equal(await client.pause(own, account, campaign.id), 'PAUSED')
})

t.test('reads the error of a whole call', async (t) => {
  const { client: own, account } = await clientOf(t)
  const message = 'Request contains invalid gids: user 1055601737567567993, method GetCampaignsByIds'
  t.same(await client.problemOf(own, account, '1'), { status: 404, code: 1012, message })
  t.match(await client.problemOf(own, account, 'x'), { status: 400, code: 1, message: /campaign_id/ })
})

t.test('the client of the page creates a campaign', async (t) => {
  const { port } = await listening(t)
  const here = join(folder, 'here.ts')
  writeFileSync(here, snippet.replaceAll('7468', String(port)))
  t.equal((await run(here)).stdout, 'RUNNING\n')
})
