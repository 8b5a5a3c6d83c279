import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import t from 'tap'
import { startMock } from '#server/index.ts'
import { read, snippetsIn } from './pages.ts'
import { testPage } from './snippets.ts'

const page = 'docs/getting-started.md'

testPage('docs/getting-started.md')

t.test("the call of Pinterest's guide answers as the guide prints it, but for ids", async (t) => {
  const mock = await startMock({ seed: 'small' })
  t.teardown(() => mock.close())
  const call = snippetsIn(read(page)).find(({ text }) => text.includes('/apply?'))?.text ?? ''
  const command = call.replaceAll('http://127.0.0.1:7468', mock.url)
  const { stdout } = await promisify(execFile)('bash', ['--norc', '-euc', command])
  const label_id = '1106000000202'
  const refused = { entity_id: '0987654323', entity_type: 'CAMPAIGN', label_id, status: 'NULL' }
  t.strictSame(JSON.parse(stdout), {
    entities_labels: [
      { entity_id: '626700000102', entity_type: 'CAMPAIGN', label_id, status: 'ACTIVE' },
      { entity_id: '626700000147', entity_type: 'CAMPAIGN', label_id, status: 'ACTIVE' },
      refused,
    ],
    errors: [{ data: refused, error_messages: ['The provided campaign ID does not exist or is not accessible.'] }],
  })
})
