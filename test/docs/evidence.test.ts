import t from 'tap'
import { Evidence } from '#server/target/probe/evidence.ts'
import { read, snippetsIn } from './pages.ts'

const page = read('docs/reference/evidence.md')

t.test('the example of the page is evidence', async (t) => {
  const [example] = snippetsIn(page)
  t.equal(example?.language, 'json')
  t.doesNotThrow(() => Evidence.parse(JSON.parse(example?.text ?? '')))
})

t.test('the page names every field of the format', async (t) => {
  const names = [
    ...Object.keys(Evidence.shape),
    ...Object.keys(Evidence.shape.rules.valueType.shape),
    ...Object.keys(Evidence.shape.operations.valueType.shape),
    ...Object.keys(Evidence.shape.rules.valueType.shape.adopt.unwrap().shape),
  ]
  t.same(
    names.filter((name) => !page.includes(`\`${name}\``)),
    [],
  )
})
