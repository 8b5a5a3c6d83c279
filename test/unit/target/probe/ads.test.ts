import { existsSync } from 'node:fs'
import t from 'tap'
import type { Alter } from './other-service.ts'
import { probing, rulesThat } from './probing.ts'
import { leftBehind, serviceWithPin } from './service-with-pin.ts'

const ads = ['--operations', 'ads,ad_previews', '--thorough', '--fail-on', 'differences']

const rules = {
  'ad.exists': { code: 4711 },
  'ad.locked.pin_id': { message: 'Pin PIN (Käse & "Brot") is fixed: see https://käse.example.net/brot.' },
  'ad.disclosure.both': { off: true },
  'ad.cta.values': { message: 'No such call to action.', code: 7 },
  'ad_preview.pin.exists': { status: 400 },
  'campaign_ad_preview.ads.some': { code: 12 },
}

/** Answers with a field more, a field less, and another limit; one connection ends after its call was carried out. */
function differing(): Alter {
  let count = 0
  return ({ method, url, text }, { text: own }) => {
    if (count++ === 30) return 'end'
    if (!/\/(ads|campaign_ad_preview)(\?|$)/.test(url) || method === 'GET') return undefined
    if (/"click":\["[^"]+","[^"]+","[^"]+"\]/.test(text)) {
      return { status: 200, text: '{"items":[{"exceptions":{"code":1,"message":"Two URLs are enough."}}]}' }
    }
    const body = JSON.parse(own)
    for (const { data } of body.items ?? []) {
      if (method === 'POST' && data) delete data.grid_click_type
      if (method === 'PATCH' && data) data.is_boosted = false
    }
    return { status: 200, text: JSON.stringify(body) }
  }
}

t.test('differences about ads are found, and nothing else', async (t) => {
  const pinId = '1055601600128614527'
  const service = await serviceWithPin(t, ['--rules', JSON.stringify(rules).replace('PIN', pinId)])
  const { pin } = service
  t.equal(pin.id, pinId, 'which is in a message')
  service.setAlter(differing())
  const first = await probing(t, service, [...ads, '--pin', pin.id])
  t.equal(first.end, 'differences')
  t.same(
    [...rulesThat(first.evidence, 'differs')].sort(),
    ['ad.tracking.three-urls', ...Object.keys(rules)].sort(),
    first.printed.join('\n'),
  )
  t.same(first.evidence.operations, {
    'ads/create': { missing: ['items[].data.grid_click_type'], added: {}, types: {} },
    'ads/update': { missing: [], added: { 'items[].data.is_boosted': 'boolean' }, types: {} },
  })
  t.match(first.evidence.rules, {
    'ad.disclosure.both': { adopt: { off: true } },
    'ad.cta.values': { adopt: { code: 7, message: 'No such call to action.' } },
    'ad_preview.pin.exists': { adopt: { status: 400 } },
    'ad.tracking.three-urls': { differences: [{ call: 'passes', what: ['outcome'] }] },
  })

  t.test('nothing of the Pin is left in the evidence, nor in what is printed', async (t) => {
    const text = [first.text, ...first.printed].join('\n')
    for (const secret of [pin.id, 'Käse', 'Brot', 'Zoë', 'xn--', 'example.net', 'tent.jpg']) {
      t.notOk(text.includes(secret), secret)
    }
    t.equal(first.evidence.rules['ad.locked.pin_id']?.adopt?.message, 'Pin … (…) is fixed: see ….')
  })

  t.test('nothing was to deliver, everything is put away, and the Pin is as it was', async (t) => {
    const writes = service.calls.filter(({ method }) => method !== 'GET')
    t.ok(writes.filter(({ url }) => url.endsWith('/ads')).length > 60)
    t.notOk(writes.some(({ text }) => text.includes('"ACTIVE"')))
    t.notOk(
      writes.some(({ url }) => url.includes(pin.id)),
      'no call changes it',
    )
    t.same(await leftBehind(service), [])
    t.same(await service.ask('GET', `/v5/pins/${pin.id}`), { ...pin, has_been_promoted: true })
  })

  t.test('with the evidence adopted, the same service agrees', async (t) => {
    service.setAlter(differing())
    const second = await probing(t, service, [...ads, '--pin', pin.id, '--adopted', first.out])
    t.same(rulesThat(second.evidence, 'differs'), [], second.printed.join('\n'))
    t.same(second.evidence.operations, {})
    t.equal(second.end, 'ok')
    t.same(await leftBehind(service), [])
  })
})

t.test('an interrupted probe of ads leaves none behind', async (t) => {
  const service = await serviceWithPin(t)
  const controller = new AbortController()
  let count = 0
  const onProgress = (): void => {
    if (count++ === 10) controller.abort()
  }
  const args = [...ads, '--pin', service.pin.id]
  const { end } = await probing(t, service, args, { signal: controller.signal, onProgress })
  t.equal(end, 'failure')
  t.ok(service.calls.some(({ method, url }) => method === 'POST' && url.endsWith('/ads')))
  t.same(await leftBehind(service), [])
})

t.test('what a killed probe of ads left is put away by probe clean, previews too', async (t) => {
  const service = await serviceWithPin(t)
  const directory = t.testdir({})
  const args = ['--operations', 'ad_previews', '--pin', service.pin.id]
  // As after SIGKILL when a preview was made, whose answer is lost.
  let isDead = false
  service.setAlter(({ method, url, text }) => {
    isDead ||= method === 'POST' && url.endsWith('/campaign_ad_preview') && !text.includes('"1"')
    return isDead ? 'end' : undefined
  })
  const killed = await probing(t, service, args, { directory })
  t.equal(killed.end, 'failure')
  t.ok(existsSync(`${killed.out}.journal`))
  const left = await leftBehind(service)
  t.match(
    left.find((one) => typeof one === 'object'),
    { is_active: true },
    'a preview',
  )
  t.ok(left.length > 3)

  service.setAlter(() => undefined)
  const cleaned = await probing(t, service, ['clean'], { directory })
  t.equal(cleaned.end, 'ok')
  t.match(cleaned.printed.at(-1), /put away, 0 left behind/)
  const deletions = service.calls.filter(({ method, url }) => method === 'DELETE' && url.includes('_ad_preview'))
  t.equal(deletions.length, 1)
  t.notMatch(deletions[0]?.url, '%2C', 'of the one ad group that has some')
  t.same(await leftBehind(service), [])
})
