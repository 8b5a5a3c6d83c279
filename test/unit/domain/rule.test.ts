import t from 'tap'
import { type Rule, RuleViolationError } from '#server/domain/rules/rule.ts'
import { RuleEngine } from '#server/domain/rules/rule-engine.ts'

interface Facts {
  readonly amount: number
}

const rule = (id: string, more: Partial<Rule<Facts>> = {}): Rule<Facts> => ({
  id,
  operations: ['things/create'],
  fields: ['amount'],
  refuses: 'item',
  evidence: 'assumed',
  source: 'this test',
  code: 1,
  message: `${id} refuses.`,
  violated: ({ amount }) => amount < 0,
  ...more,
})

t.test('facts that break nothing are not refused', async (t) => {
  t.same(new RuleEngine().evaluate([rule('a')], { amount: 1 }), [])
})

t.test('every rule that is broken refuses, in the order of the list', async (t) => {
  const rules = [rule('a'), rule('b', { violated: () => false }), rule('c', { code: 2384 })]
  t.same(new RuleEngine().evaluate(rules, { amount: -1 }), [
    { rule: 'a', code: 1, message: 'a refuses.' },
    { rule: 'c', code: 2384, message: 'c refuses.' },
  ])
})

t.test('a rule is not asked where its moment has not come', async (t) => {
  const never = rule('a', {
    when: () => false,
    violated: () => {
      throw new Error('asked')
    },
  })
  t.same(new RuleEngine().evaluate([never], { amount: -1 }), [])
})

t.test('after a terminal rule has refused, only others like it are asked', async (t) => {
  const rules = [rule('a'), rule('b', { terminal: true }), rule('c'), rule('d', { terminal: true })]
  t.match(new RuleEngine().evaluate(rules, { amount: -1 }), [{ rule: 'a' }, { rule: 'b' }, { rule: 'd' }])
})

t.test('a terminal rule that holds, or is switched off, silences nobody', async (t) => {
  const rules = [rule('a', { terminal: true, violated: () => false }), rule('b', { terminal: true }), rule('c')]
  t.match(new RuleEngine({ b: { off: true } }).evaluate(rules, { amount: -1 }), [{ rule: 'c' }])
})

t.test('a message says what was sent, where the rule can tell', async (t) => {
  const [refusal] = new RuleEngine().evaluate([rule('a', { sent: ({ amount }) => ({ amount }) })], { amount: -1 })
  t.equal(refusal?.message, 'a refuses. Sent: {"amount":-1}.')
})

t.test("to a message that is literally the real service's nothing is added", async (t) => {
  const literal = rule('a', { sent: ({ amount }) => amount, literal: true })
  t.match(new RuleEngine().evaluate([literal], { amount: -1 }), [{ message: /^a refuses\.$/, sent: -1 }])
})

t.test('what the rule saw goes with the refusal', async (t) => {
  const [refusal] = new RuleEngine().evaluate([rule('a', { sent: ({ amount }) => amount })], { amount: -1 })
  t.equal(refusal?.sent, -1)
})

t.test('a message says when nothing was sent', async (t) => {
  const [refusal] = new RuleEngine().evaluate([rule('a', { sent: () => undefined })], { amount: -1 })
  t.equal(refusal?.message, 'a refuses. Sent: nothing.')
})

t.test('a configuration can give a rule another code and another message', async (t) => {
  const book = new RuleEngine({ a: { code: 99 }, b: { message: 'Our own words.' } })
  const reporting = { sent: () => 1 }
  t.same(book.evaluate([rule('a', reporting), rule('b', reporting)], { amount: -1 }), [
    { rule: 'a', code: 99, message: 'a refuses. Sent: 1.', sent: 1 },
    { rule: 'b', code: 1, message: 'Our own words.', sent: 1 },
  ])
})

t.test('a rule that is switched off refuses nothing, and the others still do', async (t) => {
  const book = new RuleEngine({ a: { off: true }, b: { off: false } })
  t.match(book.evaluate([rule('a'), rule('b')], { amount: -1 }), [{ rule: 'b' }])
  t.equal(book.isOff('a'), true)
  t.equal(book.isOff('b'), false)
  t.equal(book.isOff('c'), false)
})

t.test('what a configuration says of an id is known by it', async (t) => {
  const book = new RuleEngine({ a: { code: 99 } })
  t.same(book.override('a'), { code: 99 })
  t.equal(book.override('b'), undefined)
})

t.test('a demand passes when all rules hold', async (t) => {
  t.doesNotThrow(() => new RuleEngine().assert([rule('a')], { amount: 1 }))
})

t.test('a demand that fails throws every refusal', async (t) => {
  try {
    new RuleEngine().assert([rule('a'), rule('b')], { amount: -1 })
    t.fail('nothing was thrown')
  } catch (error) {
    t.type(error, RuleViolationError)
    t.match(error, { message: 'a refuses. b refuses.', violations: [{ rule: 'a' }, { rule: 'b' }] })
  }
})
