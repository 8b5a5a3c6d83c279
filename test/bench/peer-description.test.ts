import t from 'tap'
import { byQuestion, update } from '#bench/facts.ts'
import { describe } from '#bench/peers/description.ts'

t.test('the description that peers start from has every component that it refers to', async (t) => {
  const described = describe({ ...byQuestion(() => '{}'), [update]: '{}' }) as {
    readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  }
  const references = [...JSON.stringify(described).matchAll(/"#\/components\/([^"/]+)\/([^"]+)"/g)]
  const kinds = new Set(references.map(([, kind]) => kind))
  t.ok(kinds.has('schemas') && kinds.has('parameters'), 'schemas and parameters are among them')
  t.same(
    references.filter(([, kind = '', name = '']) => described.components[kind]?.[name] === undefined),
    [],
  )
})
