import { createConfig, lintFromString } from '@redocly/openapi-core'
import t from 'tap'
import { mock } from '../support/mock.ts'

t.test('the document is served as OpenAPI 3.1 where that is asked for', async (t) => {
  const { app } = await mock(t)
  const { statusCode, headers, body } = await app.inject('/openapi.json?version=3.1')
  t.equal(statusCode, 200)
  t.match(headers, { 'content-type': /^application\/json/ })
  const document = JSON.parse(body)
  t.equal(document.openapi, '3.1.0')
  const { EntityStatusOrNull, AdGroupUpdate, MsotEvent, CampaignCreate } = document.components.schemas
  t.same(EntityStatusOrNull.type, ['string', 'null'])
  t.same(MsotEvent.properties.attribution_score.exclusiveMinimum, 0)
  t.same(AdGroupUpdate.properties.tracking_urls.anyOf, [
    { $ref: '#/components/schemas/TrackingUrls' },
    { type: 'null' },
  ])
  t.match(CampaignCreate.properties.daily_spend_cap, { type: ['integer', 'null'] })
  t.notMatch(body, /"nullable"|"exclusiveMinimum":true/)
})

t.test('that document is valid', async (t) => {
  const { app } = await mock(t)
  const { body } = await app.inject('/openapi.json?version=3.1')
  const config = await createConfig({
    rules: {
      struct: 'error',
      'no-unresolved-refs': 'error',
      'no-enum-type-mismatch': 'error',
      'no-schema-type-mismatch': 'error',
    },
  })
  const problems = await lintFromString({ source: body, absoluteRef: '/openapi.json', config })
  t.same(
    problems.map(({ message, location }) => `${message} ${location[0]?.pointer}`),
    [],
  )
})

t.test('another version is refused, and 3.0 is what is served without one', async (t) => {
  const { app } = await mock(t)
  t.match((await app.inject('/openapi.json?version=2.0')).json(), { code: 1, message: /3\.0, 3\.1/ })
  t.equal((await app.inject('/openapi.json?version=3.0')).body, (await app.inject('/openapi.json')).body)
})
