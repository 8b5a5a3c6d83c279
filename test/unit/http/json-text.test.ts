import t from 'tap'
import { withKeyBefore } from '#server/http/responses/json-text.ts'

const entry = '"type":"x"'

t.test('a key is put before another one', async (t) => {
  t.equal(withKeyBefore('{"id":"1","name":"a"}', 'name', entry), '{"id":"1","type":"x","name":"a"}')
})

t.test('it is put at the end where the other one is not', async (t) => {
  t.equal(withKeyBefore('{"id":"1"}', 'name', entry), '{"id":"1","type":"x"}')
})

t.test('what only looks like the other key in a text is left alone', async (t) => {
  const json = JSON.stringify({ id: ',"name":', name: 'a' })
  t.strictSame(JSON.parse(withKeyBefore(json, 'name', entry)), { id: ',"name":', type: 'x', name: 'a' })
})
