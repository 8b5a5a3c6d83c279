import t from 'tap'
import type { Description } from '#openapi/description.ts'
import { mock } from '../support/mock.ts'
import { exampleCalls, parametersIn } from './examples.ts'

t.test('a list that refuses a bookmark makes no world for it', async (t) => {
  const { app, worlds } = await mock(t, { seed: 'small', features: { '*': { multi_pin_analytics: true } } })
  const document: Description = (await app.inject('/openapi.json')).json()
  const lists = exampleCalls(document).filter(({ operation }) =>
    parametersIn(document, operation).some(({ name }) => name === 'bookmark'),
  )
  t.ok(lists.length > 50, `${lists.length} lists`)
  for (const { id, method, path, headers, payload } of lists) {
    const url = `/w/fresh/v5${path}${path.includes('?') ? '&' : '?'}bookmark=none`
    const answer = await app.inject({
      method: method as 'GET',
      url,
      headers,
      ...(payload !== undefined && { payload }),
    })
    t.same([answer.statusCode, worlds.has('fresh')], [400, false], id)
    if (worlds.has('fresh')) worlds.remove('fresh')
  }
})
