import t from 'tap'
import type { TemplateValues } from '#server/domain/stubs/expression.ts'
import { InsertionBudget, jsonTemplate, textTemplate } from '#server/domain/stubs/template.ts'
import fc from '#test/support/fast-check.ts'

const values: TemplateValues = {
  method: 'PATCH',
  path: { 0: 'ad_accounts', ad_account_id: '7' },
  query: { a: 'x', many: ['1', '2'] },
  headers: { 'user-agent': 'sdk/1' },
  body: { name: 'Sale', size: 3, none: null, items: [{ id: 1 }, { id: 2 }], 'a.b': 'dotted' },
  now: 1_780_315_200_500,
  counter: 4,
  id: '990000000000001',
}

const text = (template: string): string => textTemplate(template).template(values, new InsertionBudget())
const json = (template: unknown): unknown => JSON.parse(jsonTemplate(template).template(values, new InsertionBudget()))

const rendered: readonly [template: string, inText: string, alone: unknown][] = [
  ['{{method}}', 'PATCH', 'PATCH'],
  ['{{ counter }}', '4', 4],
  ['{{id}}', '990000000000001', '990000000000001'],
  ['{{now}}', '1780315200', 1_780_315_200],
  ['{{now+7d}}', '1780920000', 1_780_920_000],
  ['{{now - 1h30m}}', '1780309800', 1_780_309_800],
  ['{{now+PT1H}}', '1780318800', 1_780_318_800],
  ['{{now.iso}}', '2026-06-01T12:00:00.500Z', '2026-06-01T12:00:00.500Z'],
  ['{{now.iso-500ms}}', '2026-06-01T12:00:00.000Z', '2026-06-01T12:00:00.000Z'],
  ['{{path.ad_account_id}}', '7', '7'],
  ['{{path[0]}}', 'ad_accounts', 'ad_accounts'],
  ['{{query.a}}', 'x', 'x'],
  ['{{query.many}}', '["1","2"]', ['1', '2']],
  ['{{query.many[1]}}', '2', '2'],
  ['{{headers.user-agent}}', 'sdk/1', 'sdk/1'],
  ['{{body.size}}', '3', 3],
  ['{{body.none}}', '', null],
  ['{{body.missing.deeper}}', '', null],
  ["{{body['a.b']}}", 'dotted', 'dotted'],
  ['{{body.items[*].id}}', '[1,2]', [1, 2]],
  ['{{body.nothing[*].id}}', '[]', []],
  ['{{body.items[0]}}', '{"id":1}', { id: 1 }],
]
for (const [template, inText, alone] of rendered) {
  t.test(`${template} is ${inText || 'nothing'} in a text, and ${JSON.stringify(alone)} alone`, async (t) => {
    t.equal(text(`<${template}>`), `<${inText}>`)
    t.strictSame(json({ a: template }), { a: alone })
    t.strictSame(json([`<${template}>`]), [`<${inText}>`])
  })
}

t.test('the whole body is a placeholder, too', async (t) => {
  t.strictSame(json('{{body}}'), values.body)
})

for (const template of [
  '{{}}',
  '{{name}}',
  '{{bodyname}}',
  '{{body name}}',
  '{{body..name}}',
  '{{now.utc}}',
  '{{now+}}',
  '{{now+7}}',
  '{{now+1M}}',
  '{{constructor}}',
  '{{#each body}}',
  '{{> partial}}',
]) {
  t.test(`${template} is no placeholder`, async (t) => {
    t.throws(() => text(template), { name: 'TemplateError', message: /is no placeholder; there are path\.name/ })
    t.throws(() => json([template]), { name: 'TemplateError' })
  })
}

for (const plain of ['', '{', '{{', '}}', '{{open', '{ {now} }', '{{{', '{{now}', 'a}}b{{c']) {
  t.test(`${JSON.stringify(plain)} stays as it is`, async (t) => {
    t.equal(text(plain), plain)
    t.strictSame(json([plain]), [plain])
  })
}

t.test('nothing of an object but its own keys is reached', async (t) => {
  for (const path of ['body.constructor', "body['__proto__']", 'body.name.length', 'headers.toString']) {
    t.equal(text(`{{${path}}}`), '', path)
  }
})

t.test('a JSON value without placeholders is given back as it is', async (t) => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const sent = JSON.parse(JSON.stringify(value).replaceAll('{{', '{'))
      t.strictSame(json(sent), sent)
    }),
    { numRuns: 200 },
  )
})

t.test('whatever is inserted into a JSON value, the result is JSON', async (t) => {
  const any = fc.jsonValue()
  fc.assert(
    fc.property(any, (body) => {
      const { template } = jsonTemplate({ whole: '{{body}}', part: 'a "{{body}}" b' })
      const result = JSON.parse(template({ ...values, body }, new InsertionBudget()))
      t.strictSame(result.whole, JSON.parse(JSON.stringify(body)))
    }),
    { numRuns: 200 },
  )
})

t.test('a text of many open braces is read once, and not anew from each of them', async (t) => {
  // From each of them to the end would be a trillion steps.
  const braces = '{{'.repeat(2 ** 21)
  t.ok(text(braces) === braces)
})

t.test('placeholders insert four million characters and no more', async (t) => {
  const body = 'x'.repeat(2 ** 20)
  const { template } = jsonTemplate(Array(3).fill('{{body}}'))
  t.ok(template({ ...values, body }, new InsertionBudget()).length > 3 * 2 ** 20)
  const five = jsonTemplate(Array(5).fill('{{body}}')).template
  t.throws(() => five({ ...values, body }, new InsertionBudget()), { name: 'TemplateError', message: /4194304/ })
})
