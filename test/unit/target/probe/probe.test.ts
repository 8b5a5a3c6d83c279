import t from 'tap'
import { otherService } from './other-service.ts'
import { probing, rulesThat } from './probing.ts'

t.test('a server that is the same agrees in every rule, and nothing is left behind', async (t) => {
  const service = await otherService(t)
  const adAccount = await service.adAccount('Shop')
  const begun = Date.now()
  const { end, evidence, printed } = await probing(t, { url: service.url, adAccount }, [
    '--thorough',
    '--fail-on',
    'differences',
  ])
  t.comment(`${Date.now() - begun} ms, ${service.calls.length} calls`)
  t.comment(printed.join('\n'))
  t.same(rulesThat(evidence, 'differs'), [])
  t.same(evidence.operations, {})
  t.equal(end, 'ok', printed.join('\n'))
  t.same(await service.leftovers(adAccount), [])
})
