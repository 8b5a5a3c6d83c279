import t from 'tap'
import { changeTools } from '#server/cli/mcp/change-tools.ts'
import { controlSchemas } from '#server/cli/mcp/control-schemas.ts'
import { readTools } from '#server/cli/mcp/read-tools.ts'
import { read } from '../pages.ts'
import { testPage } from '../snippets.ts'

testPage('docs/testing/coding-agents.md')

t.test('the page names every tool, with its group where it has one', async (t) => {
  const schema = await controlSchemas()
  const rows = read('docs/testing/coding-agents.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))
  for (const { name, group = '' } of [...readTools(schema), ...changeTools(schema)]) {
    const row = rows.find((line) => line.includes(`\`${name}\``)) ?? ''
    t.ok(row.includes(group), name)
    t.ok(row, name)
  }
})
